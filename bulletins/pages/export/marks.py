"""What a page depends on, as one short mark: as long as it is the same, the page is."""

import hashlib
from typing import Any

LENGTH = 24  # hexadecimal digits


def mark(*said: Any) -> str:
    """Of values whose ``repr`` tells them apart."""
    return hashlib.sha256(repr(said).encode("utf-8", "surrogatepass")).hexdigest()[:LENGTH]
