"""What is found at the end of an article."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from bulletins.document import body
from bulletins.document.notices import Notice
from bulletins.document.parsing.cutting.lines import Line
from bulletins.document.tree import DocumentAttachment


@dataclass(slots=True)
class Tail:
    """closing: lines that are kept as they were; signed: those of them that sign and date; used:
    lines that are no part of the text; told: words that were stored or that a notice names.
    """

    closing: list[int] = field(default_factory=list)
    signed: set[int] = field(default_factory=set)
    attachments: list[DocumentAttachment] = field(default_factory=list)
    used: set[int] = field(default_factory=set)
    told: list[str] = field(default_factory=list)
    notices: list[Notice] = field(default_factory=list)

    def spent(self) -> set[int]:
        """Lines that no section may have."""
        return self.used.union(self.closing)


def closing_html(lines: Sequence[Line], tail: Tail) -> str:
    """The closing as HTML, signature and date set to the right as offices do."""
    return "".join(_righted(lines[i], i in tail.signed) for i in tail.closing)


def _righted(line: Line, signed: bool) -> str:
    if signed and line.html.startswith("<p>"):
        return body.normalise(line.html.replace("<p>", '<p class="right">', 1))
    return line.html
