"""What an engine answers: passages that have the tokens asked for."""

from collections.abc import Collection
from typing import NamedTuple


class Candidate(NamedTuple):
    """A passage, and where it stands. words, context: as in its row, "" unless asked for."""

    id: int
    edition: int
    kind: str
    part: str
    key: str
    piece: int
    places: str
    words: str = ""
    context: str = ""


Entry = tuple[int, str]  # id of a row, its tokens parted by spaces
EVERYTHING = 2**62  # no id is as great
COLUMNS = ("id", "edition_id", "kind", "part", "key", "piece", "places")
TEXTS = ("words", "context")
FIELDS = (
    *("id", "edition_id", "kind", "part", "key", "piece"),
    *("words", "sounds", "context", "places"),
)


def but_of(column: str, editions: Collection[int]) -> str:
    """The SQL that leaves these out; "" where there are none."""
    return f" AND {column} NOT IN ({', '.join(map(str, editions))})" if editions else ""
