"""Lines that are nothing but the name of a region."""

from collections.abc import Sequence

from bulletins.document.parsing.cutting.lines import Line
from bulletins.document.parsing.regions.gazetteer import LONGEST, Found, Regions
from bulletins.document.parsing.regions.place import OPEN, frame
from bulletins.document.plain import EDGE

SUFFIXES = ("市", "县", "区", "旗", "州", "盟", "镇", "新区")


def whole_lines(
    lines: Sequence[Line], body: Sequence[int], regions: Regions, declared: frozenset[str]
) -> dict[int, Found]:
    """Lines that are nothing but a region; 朝阳区 is settled by the regions that came before it,
    first by those that the title declares.
    """
    found: dict[int, Found] = {}
    seen = set(declared)
    for index in body:
        hit = _hit(lines[index], seen, regions)
        if hit:
            found[index] = hit
            seen |= {hit.code} if hit.code else set()
    # 日照 and 来宾 are ordinary words too: they count beside other regions only.
    return {} if all(hit.everyday for hit in found.values()) else _framed(lines, found)


def _hit(line: Line, seen: set[str], regions: Regions) -> Found | None:
    hit = line.place
    if (hit and hit.code) or not seen or len(line.text) > LONGEST or not line.prose:
        return hit
    name = line.text.strip(EDGE).rstrip("：:】]）)")
    return (name.endswith(SUFFIXES) and regions.resolve_line(line.text, frozenset(seen))) or hit


def _framed(lines: Sequence[Line], found: dict[int, Found]) -> dict[int, Found]:
    """Without a lone "（北京）", which may tell where a report was written."""
    open_ones = [index for index in found if frame(lines[index].text) in OPEN]
    if len(open_ones) == 1:
        del found[open_ones[0]]
    return found
