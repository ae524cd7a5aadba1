"""What somebody looks for, understood: words, what must not be said, and where."""

from typing import NamedTuple, Protocol


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
    named: the narrowings by the names they are written with (贵州, 通知公告, 2021, 数据).
    """

    words: tuple[Word, ...] = ()
    excluded: tuple[Word, ...] = ()
    narrowings: Narrowings = Narrowings()
    typed: str = ""
    notes: tuple[str, ...] = ()
    named: Narrowings = Narrowings()

    def __bool__(self) -> bool:
        return bool(self.words or self.narrowings)

    @property
    def asked(self) -> tuple[tuple[Word, ...], tuple[Word, ...], Narrowings]:
        """What is looked for, however it was typed: the same for ``spell`` of it."""
        return self.words, self.excluded, self.narrowings


class Found(NamedTuple):
    """value: code or slug; name: what it is called, so that it is found by it again.

    note: a sentence, where the name may mean something else too.
    """

    value: str
    name: str
    note: str = ""


class Known(Protocol):
    """What a site calls its regions, columns and tags: each by name, code or slug, or None."""

    def region(self, said: str) -> Found | None: ...

    def column(self, said: str) -> Found | None: ...

    def tag(self, said: str) -> Found | None: ...
