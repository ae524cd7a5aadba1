"""What somebody looks for, understood: words, what must not be said, and where."""

from typing import NamedTuple


class Word(NamedTuple):
    """text: folded; exact: in quotation marks, to be found just so; said: as typed."""

    text: str
    exact: bool = False
    said: str = ""


class Narrowings(NamedTuple):
    """Where: "" is anywhere. region: code; column, tag: slugs; year: four digits."""

    region: str = ""
    column: str = ""
    year: str = ""
    tag: str = ""

    def __bool__(self) -> bool:
        return any(self)


class Query(NamedTuple):
    """typed: as it was, without what nobody sees, cut to a sensible length.

    notes: sentences for who typed it, about what was left out or not known.
    """

    words: tuple[Word, ...] = ()
    excluded: tuple[Word, ...] = ()
    narrowings: Narrowings = Narrowings()
    typed: str = ""
    notes: tuple[str, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.words or self.narrowings)
