"""What is found at the top of an article."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from bulletins.document.notices import Notice
from bulletins.document.parsing.cutting.lines import Line
from bulletins.document.parsing.top.known import Known


@dataclass(slots=True)
class Head:
    """What stood at the top.

    titled: the lines of the title; used: lines that are no part of the text; told: their words that
    were stored or that a notice names; kept: words that go into the text, by line; posted: the line
    under a time of day, where WeChat prints from where an article was posted.
    """

    title: str = ""
    subtitle: str = ""
    known: Known = field(default_factory=Known)
    titled: frozenset[int] = frozenset()
    used: set[int] = field(default_factory=set)
    told: list[str] = field(default_factory=list)
    kept: list[tuple[int, str]] = field(default_factory=list)
    posted: int | None = None
    notices: list[Notice] = field(default_factory=list)

    def use(self, lines: Sequence[Line], index: int) -> None:
        """All of that line is stored."""
        self.used.add(index)
        self.told.append(lines[index].printed)
