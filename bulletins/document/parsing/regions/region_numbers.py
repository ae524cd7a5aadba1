"""一、北京 二、天津: numbered headings that are the regions themselves."""

from collections.abc import Iterator, Mapping, Sequence

from bulletins.document.parsing.cutting.lines import Line
from bulletins.document.parsing.regions.gazetteer import Found, Regions
from bulletins.document.parsing.regions.place import Place, Places
from bulletins.document.parsing.regions.region_prefixes import prefix_of, substantial

LEVELS = (1, 2, 3)


def numbered_regions(
    places: Places,
    lines: Sequence[Line],
    body: Sequence[int],
    whole: Mapping[int, Found],
    regions: Regions,
) -> None:
    """Take the numbered lines that stand side by side, if most of them are regions."""
    for level in LEVELS:
        for siblings in _siblings(lines, body, level):
            found = {i: at for i in siblings if (at := _place(lines[i], i, whole, regions))}
            if len(found) >= 2 and len(found) * 10 >= len(siblings) * 6:
                prefixed = {i: at for i, at in found.items() if at.end < len(lines[i].text)}
                if not prefixed or substantial(prefixed, lines, body):
                    places.at |= found
        if places.at:
            return


def _siblings(lines: Sequence[Line], body: Sequence[int], level: int) -> Iterator[list[int]]:
    """The lines numbered at that level under one parent."""
    group: list[int] = []
    for index in body:
        mark = lines[index].marker
        if mark and mark.level < level and group:
            yield group
            group = []
        elif mark and mark.level == level:
            group.append(index)
    if group:
        yield group


def _place(line: Line, index: int, whole: Mapping[int, Found], regions: Regions) -> Place | None:
    if index in whole:
        return Place(whole[index].code, len(line.text)) if whole[index].code else None
    return prefix_of(line, regions)
