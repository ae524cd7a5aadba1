"""What an editor should know of the headings of one part: one remark says it for all."""

from collections.abc import Iterator, Sequence

from bulletins.document.notices import Notice
from bulletins.document.numbering import label
from bulletins.document.parsing.cutting.lines import Line
from bulletins.document.tree import DocumentSection


def remarks(
    sections: Sequence[DocumentSection], numbers: Sequence[int], lines: Sequence[Line]
) -> Iterator[Notice]:
    """numbers: the line each section came from."""
    yield from _mixed(lines)
    yield from _full_stops(sections, numbers)


def _mixed(lines: Sequence[Line]) -> Iterator[Notice]:
    """Marks of one level that are not all spelt as GB/T 9704 spells them."""
    for level in (1, 2, 3, 4):
        at = [line for line in lines if line.marker and line.marker.level == level]
        odd = [line for line in at if line.marker and not line.marker.standard]
        if odd and odd[0].marker:
            found = odd[0].marker.found.strip()
            mixed = "与其他序号写法不一" if len(odd) < len(at) else "写法不规范"
            text = f"序号「{found}」{mixed}，已按「{label(level, 1)}」的写法处理"
            yield Notice(odd[0].number, "marker.style", text)


def _full_stops(sections: Sequence[DocumentSection], numbers: Sequence[int]) -> Iterator[Notice]:
    """GB/T 9704-2012 prints own-line headings without 。"""
    at = [i for i, section in enumerate(sections) if (section.heading or "").endswith("。")]
    if at:
        name = (sections[at[0]].heading or "")[:20]
        more = f"等 {len(at)} 处" if len(at) > 1 else ""
        text = f"标题「{name}」{more}独立成行，句末不用句号"
        yield Notice(numbers[at[0]], "heading.full-stop", text)
