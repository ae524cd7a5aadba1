"""Where the answer at an address lies in the store: proven safe, or nowhere.

Only small letters, digits, points, lines and hyphens; a piece of it never begins with a point. A
piece with other letters (a tag, 网络) lies under their bytes, "~e7bd91e7bb9c", which is no piece of
an address. nginx asks the same of the address as it came, undecoded (deploy/nginx.conf), and so
leaves those pages to the app.
"""

import re

PIECE = "[a-z0-9][a-z0-9._-]*"
ADDRESS = re.compile(rf"/(?:{PIECE}/)*(?:{PIECE})?")
WORDS = re.compile(r"\w[\w.-]*")
LONGEST, LONGEST_PIECE, LONGEST_NAME = 200, 100, 240
PAGE, GZIPPED = "index.html", ".gz"


def place_of(address: str) -> str | None:
    """Below the store's folders, without a slash in front; None for what is never stored.

    address: decoded, as Django has it.
    """
    if len(address) > LONGEST or address.endswith((PAGE, GZIPPED)):
        return None  # those are places of other addresses
    if any(len(piece) > LONGEST_PIECE for piece in address.split("/")):
        return None
    place = address[1:] + PAGE if address.endswith("/") else address[1:]
    if address.isascii():
        return place if ADDRESS.fullmatch(address) else None
    return _named(place) if address.startswith("/") else None


def folder_of(pattern: str) -> str | None:
    """Where all that lies below "/articles/12/*" is."""
    place = place_of(pattern[:-1])
    return place.removesuffix(f"/{PAGE}") if place and place != PAGE else None


def _named(place: str) -> str | None:
    """With each piece as it may be called; None where one may not."""
    found = [_name(piece) for piece in place.split("/")]
    return "/".join(found) if all(found) else None


def _name(piece: str) -> str:
    """Nothing for what is none."""
    if piece.isascii():
        return piece if re.fullmatch(PIECE, piece) else ""
    name = f"~{piece.encode().hex()}" if WORDS.fullmatch(piece) else ""
    return name if len(name) <= LONGEST_NAME else ""
