"""Texts made into rows: neither asks a database nor knows which one there is."""

from collections.abc import Iterable, Mapping, Sequence
from itertools import islice
from typing import NamedTuple

from bulletins.indexing.cutting import Cut, Place, cut_all
from bulletins.indexing.passages import Text
from bulletins.indexing.tokens import spelt


class Said(NamedTuple):
    """What an edition says. marks: of each text, where it stands."""

    edition: int
    texts: list[Text]
    marks: list[str]


class Row(NamedTuple):
    """A passage as it is kept, but for its id (``models.Passage``)."""

    edition_id: int
    kind: str
    part: str
    key: str
    piece: int
    words: str
    sounds: str
    context: str
    places: str


Kept = Mapping[Place, Cut]  # how the passages of an earlier edition were cut


def rows_of_texts(each: Sequence[Said], words: tuple[str, ...], kept: Kept) -> list[Row]:
    """words: of the office, by which texts are cut."""
    cuts = iter(cut_all([text for said in each for text in said.texts], words, kept))
    return [
        _row(said.edition, text, marks, cut)
        for said in each
        for text, marks, cut in zip(
            said.texts, said.marks, islice(cuts, len(said.texts)), strict=True
        )
    ]


def tokens_of_rows(rows: Iterable[Row]) -> list[str]:
    return list(map(tokens_of, rows))


def tokens_of(row: Row) -> str:
    return spelt(row.kind, row.words, row.sounds, row.context, row.places)


def _row(edition: int, text: Text, marks: str, cut: Cut) -> Row:
    place = (text.kind, text.part, text.key, text.piece)
    return Row(edition, *place, *cut, text.context, marks)
