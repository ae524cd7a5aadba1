"""What a page that becomes a .pdf may fetch: our own pictures, by their SHA-256."""

import re
from pathlib import Path

PREFIX = "picture:"
NAMED = re.compile(rf"{PREFIX}([0-9a-f]{{64}})\Z")


class NotOurs(ValueError):
    """An address of anything else: the page is made without it."""


def picture_at(address: str, folder: Path) -> bytes:
    """folder: holds nothing but this text's pictures, named by their SHA-256. Raises NotOurs.

    No file:, http: or data:, however it came into the text: what is not a name of sixty-four
    digits never becomes a path.
    """
    named = NAMED.match(address)
    if named is None:
        raise NotOurs("not a picture of ours")
    return (folder / named[1]).read_bytes()
