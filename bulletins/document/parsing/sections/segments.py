"""The body parted: what stands before the first region, each region's share, embedded documents."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from bulletins.document.parsing.cutting.lines import Line
from bulletins.document.parsing.regions.place import Place, Places
from bulletins.document.parsing.sections.embedded import embedded_titles


@dataclass(slots=True)
class Segment:
    """Lines (by index) of one part; headed: those that are its heading; place: of a region."""

    headed: list[int] = field(default_factory=list)
    place: Place | None = None
    content: list[int] = field(default_factory=list)


def segments(lines: Sequence[Line], body: Sequence[int], places: Places) -> list[Segment]:
    """Parts in order; the first may be empty, and holds what precedes every heading."""
    embedded = embedded_titles(lines, body, places)
    out = [Segment()]
    resume = _Resume()
    for index in body:
        if index in places.at:
            out.append(Segment([index], places.at[index]))
            resume.enter()
        elif index in embedded:
            _open_embedded(out, index, embedded)
        else:
            if index in places.ends or resume.leaves(lines[index], out[-1]):
                out.append(Segment())
            out[-1].content.append(index)
            resume.count(lines[index], out[-1])
    return out


class _Resume:
    """Tells when the numbering from before the regions goes on: 三、 after 天津, whose own count
    never began.
    """

    def __init__(self) -> None:
        self.outer, self.own = 0, 0

    def enter(self) -> None:
        self.own = 0

    def leaves(self, line: Line, segment: Segment) -> bool:
        mark = line.marker
        if not (mark and mark.level == 1 and segment.place) or self.own or not self.outer:
            return False
        return mark.number == self.outer + 1

    def count(self, line: Line, segment: Segment) -> None:
        if line.marker and line.marker.level == 1:
            if segment.place:
                self.own = line.marker.number
            else:
                self.outer = line.marker.number


def _open_embedded(out: list[Segment], index: int, embedded: dict[int, int]) -> None:
    """A title of several lines opens one part."""
    first = embedded[index]
    if out[-1].headed and out[-1].headed[0] == first and not out[-1].content:
        out[-1].headed.append(index)
    else:
        out.append(Segment([index]))
