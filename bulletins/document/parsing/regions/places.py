"""Which lines open a region's part. A line counts only if it is nothing but a region, or begins
with one and a colon among others that do.

Navigation lists, addressees and running text never count; an uncertain line stays text and is
pointed at (../shared standards: 省名、市名 by default, counties with suffix or declared parent).
"""

from collections.abc import Sequence

from bulletins.document.notices import Notice
from bulletins.document.parsing.cutting.lines import Line
from bulletins.document.parsing.regions.gazetteer import Regions
from bulletins.document.parsing.regions.named_lines import whole_lines
from bulletins.document.parsing.regions.place import Place, Places, is_set_off
from bulletins.document.parsing.regions.region_lines import own_lines
from bulletins.document.parsing.regions.region_numbers import numbered_regions
from bulletins.document.parsing.regions.region_prefixes import prefixes
from bulletins.document.parsing.regions.strangers import strangers

__all__ = ["Place", "Places", "find_places"]


def find_places(
    lines: Sequence[Line],
    body: Sequence[int],
    regions: Regions,
    title: str = "",
    posted: int | None = None,
) -> Places:
    """Look at the lines of the body (by index, in order) and decide which open a part.

    A city in the title says whose districts are meant; posted: the line where the place may stand
    that an article was posted from.
    """
    places = Places()
    whole = whole_lines(lines, body, regions, regions.mentioned(title))
    if posted is not None and list(whole) == [posted] and _is_posted(lines[posted]):
        del whole[posted]
        places.notices.append(_notice(lines[posted]))
    numbered_regions(places, lines, body, whole, regions)
    own_lines(places, lines, body, whole, regions)
    prefixes(places, lines, body, regions)
    strangers(places, lines, body, regions)
    return places


def _is_posted(line: Line) -> bool:
    """天津 under a time of day, and no other region: WeChat says so where the writer was."""
    return bool(line.place and line.place.how == "short") and not is_set_off(line.text)


def _notice(line: Line) -> Notice:
    text = f"「{line.text}」紧接在发布时间之下，像是发文地点，未作为地区标题，请核对"
    return Notice(line.number, "region.posted", text)
