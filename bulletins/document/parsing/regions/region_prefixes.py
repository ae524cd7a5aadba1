"""北京市：…, 【北京】…: regions at the head of paragraphs."""

from collections.abc import Mapping, Sequence

from bulletins.document.notices import Notice
from bulletins.document.parsing.cutting.lines import Line
from bulletins.document.parsing.regions.gazetteer import Regions
from bulletins.document.parsing.regions.place import Place, Places
from bulletins.document.parsing.regions.saying import substantial
from bulletins.document.plain import EDGE

SHORTEST = 4  # 天津：晴


def prefixes(places: Places, lines: Sequence[Line], body: Sequence[int], regions: Regions) -> None:
    """Take them if several have something to say."""
    found: dict[int, Place] = {}
    for index in body:
        line = lines[index]
        free = line.prose and not line.marker and index not in places.at
        if free and (place := prefix_of(line, regions)):
            found[index] = place
    ranks = {_rank(place) for place in places.at.values() if place.code}
    if ranks:  # 杭州：… under 浙江 is a paragraph of it
        found = {index: place for index, place in found.items() if _rank(place) in ranks}
    if substantial(found, lines, body) and not _after_section(found, lines, body, places):
        places.at |= found
    elif len(found) > 1:
        places.notices += [_unsure(lines[index]) for index in found]


def _rank(place: Place) -> int:
    """How far down a division stands: 0 for a province, 1 for a prefecture, 2 for a county."""
    code = place.code or ""
    return 0 if code.endswith("0000") else 1 if code.endswith("00") else 2


def prefix_of(line: Line, regions: Regions) -> Place | None:
    """The region before a colon or in brackets, with more on the line."""
    found = regions.resolve_prefix(line.text) if len(line.text) >= SHORTEST else None
    if not found or not found[0].code or found[0].how == "office" or found[1] >= len(line.text):
        return None
    return Place(found[0].code, found[1])


def _after_section(
    found: Mapping[int, Place], lines: Sequence[Line], body: Sequence[int], places: Places
) -> bool:
    """They stand inside a numbered section that began before them: they are its paragraphs."""
    first = min(found)
    inside = any(lines[i].marker for i in body if i < first)
    return inside and not places.at


def _unsure(line: Line) -> Notice:
    name = line.text[:12].strip(EDGE)
    return Notice(line.number, "region.prefix", f"「{name}…」以地名开头，未单独成为地区稿，请核对")
