"""Where the answer at an address lies in the store: proven safe, or nowhere.

Only small letters, digits, points, lines and hyphens; a piece of it never begins with a point.
nginx asks the same of the address as it came, undecoded (deploy/nginx.conf).
"""

import re

PIECE = "[a-z0-9][a-z0-9._-]*"
ADDRESS = re.compile(rf"/(?:{PIECE}/)*(?:{PIECE})?")
LONGEST, LONGEST_PIECE = 200, 100
PAGE, GZIPPED = "index.html", ".gz"


def place_of(address: str) -> str | None:
    """Below the store's folders, without a slash in front; None for what is never stored."""
    if len(address) > LONGEST or not ADDRESS.fullmatch(address):
        return None
    if address.endswith((PAGE, GZIPPED)):  # those are places of other addresses
        return None
    if any(len(piece) > LONGEST_PIECE for piece in address.split("/")):
        return None
    return address[1:] + PAGE if address.endswith("/") else address[1:]


def folder_of(pattern: str) -> str | None:
    """Where all that lies below "/articles/12/*" is."""
    place = place_of(pattern[:-1])
    return place.removesuffix(f"/{PAGE}") if place and place != PAGE else None
