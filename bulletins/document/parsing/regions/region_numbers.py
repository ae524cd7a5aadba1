"""一、北京 二、天津: numbered headings that are the regions themselves."""

from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence

from bulletins.document.parsing.cutting.lines import Line
from bulletins.document.parsing.regions.gazetteer import Found, Regions
from bulletins.document.parsing.regions.place import Place, Places
from bulletins.document.parsing.regions.region_prefixes import prefix_of
from bulletins.document.parsing.regions.saying import silent, substantial

LEVELS = (1, 2, 3)
FEW = 2  # so many are a row
AFTER = 12  # lines under the last of them that tell whether it says something


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
            most = len(found) >= FEW and len(found) * 10 >= len(siblings) * 6
            if most and _say_something(found, lines, _share(body, siblings)):
                places.at |= found
                # 三、下步打算 beside 一、北京 二、天津 is no share of 天津.
                places.ends |= {i for i in siblings if i > min(found)} - found.keys()
        if places.at:
            return


def _share(body: Sequence[int], siblings: Sequence[int]) -> Sequence[int]:
    """Their lines, and some after the last of them."""
    begin, end = bisect_left(body, siblings[0]), bisect_left(body, siblings[-1])
    return body[begin : end + AFTER]


def _say_something(found: Mapping[int, Place], lines: Sequence[Line], body: Sequence[int]) -> bool:
    prefixed = {i: at for i, at in found.items() if at.end < len(lines[i].text)}
    return substantial(prefixed, lines, body) if prefixed else not silent(lines, body, found)


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
