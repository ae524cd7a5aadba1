"""Which pictures a text shows."""

import re
from collections.abc import Iterator

PICTURE = re.compile(r'<img [^>]*src="file:([0-9a-f]{64})"')


def pictures_in(html: str) -> Iterator[str]:
    """The SHA-256 of each picture in normalised HTML."""
    return (found[1] for found in PICTURE.finditer(html))
