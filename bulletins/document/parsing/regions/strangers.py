"""海外 after 台湾: headings among those of regions that name no region we know.

What stands under them is no share of the region before. Where the heading is set like those of the
regions (in brackets, spaced, as the same heading), or is a known area, a part without a region
begins; where it is merely as short as they are, the editor is told.
"""

import re
from collections import Counter
from collections.abc import Sequence

from bulletins.document.notices import Notice
from bulletins.document.parsing.cutting.lines import Line
from bulletins.document.parsing.regions.gazetteer import Regions
from bulletins.document.parsing.regions.place import Place, Places, frame, is_spaced
from bulletins.document.plain import EDGE, bare

FEW = 2  # so many headings of regions make a row that others may stand in
LONGEST = 12  # characters of such a heading
SHORT = 6  # as a region's own name
MOST = 3  # regions that share a heading; more are a list
SAYS = 20  # characters of the text under it
AREAS = frozenset(
    "海外 境外 国外 港澳台 台港澳 全国 中央 其他 其他地区 其他省份 各地 京津冀 长三角 长江三角洲"
    " 珠三角 粤港澳大湾区 大湾区 成渝 华北 华东 华南 华中 东北 西北 西南 东部 中部 西部 东部地区"
    " 中部地区 西部地区 东北地区 结语 结束语 小结 编后 编后语 编者按"
    " 温馨提示 友情提示 特别提示 特别提醒 小贴士".split()
)
WORDS = re.compile(r"[\u4e00-\u9fffA-Za-z、·（）()]+")
JOINED = re.compile("[、和与]")
AROUND = "【】[]［］〔〕〖〗「」『』(（）)《》<>‹›〈〉|｜丨:："
PREFIX = re.compile(r"([\u4e00-\u9fff]{2,6})[:：]")
FRAMED = re.compile(r"[【\[［〔〖「][^】\]］〕〗」，。；：:]{2,12}[】\]］〕〗」][:：]?(?=\S)")

Shape = tuple[str, bool, int | None]


def strangers(places: Places, lines: Sequence[Line], body: Sequence[int], regions: Regions) -> None:
    """End the region before each, or say so."""
    headed = [i for i, at in places.at.items() if at.code and at.end == len(lines[i].text)]
    led = [i for i, at in places.at.items() if at.code and at.end < len(lines[i].text)]
    rows = [index for index in headed if not lines[index].marker]
    if rows:
        rows += _several(places, lines, _after(body, min(rows)), regions)
    if len(rows) >= FEW:
        _among_headings(places, lines, _after(body, min(rows)), rows)
    if len(led) >= FEW:
        _among_prefixes(places, lines, [min(led), *_after(body, min(led))])


def _after(body: Sequence[int], first: int) -> list[int]:
    return [index for index in body if index > first]


def _several(
    places: Places, lines: Sequence[Line], body: Sequence[int], regions: Regions
) -> list[int]:
    """【广东、广西】: several regions share what stands under it."""
    found = []
    for index in body:
        line = lines[index]
        if index not in places.at and _may_head(line) and JOINED.search(line.text):
            names = JOINED.split(line.text.strip(EDGE).strip(AROUND))
            hits = [regions.resolve_line(name) for name in names]
            if len(hits) <= MOST and all(hit and hit.code for hit in hits):
                places.at[index] = Place(None, len(line.text))
                found.append(index)
    return found


def _among_headings(
    places: Places, lines: Sequence[Line], body: Sequence[int], rows: Sequence[int]
) -> None:
    shape = _common(lines, rows)
    unsure: list[int] = []
    names = Counter(bare(lines[i].text).strip(AROUND) for i in body if _may_head(lines[i]))
    for index, after in zip(body, [*body[1:], None], strict=True):
        if index in places.at or after is None or not _may_head(lines[index]):
            continue
        name = bare(lines[index].text).strip(AROUND)
        if (shape and _shape(lines[index]) == shape) or (name in AREAS and names[name] == 1):
            places.at[index] = Place(None, len(lines[index].text))
        elif shape is None and len(name) <= SHORT and len(lines[after].text) >= SAYS:
            unsure.append(index)
    places.notices += [_notice(lines[i]) for i in _unique(lines, unsure)]


def _may_head(line: Line) -> bool:
    if len(line.text) > 2 * LONGEST:
        return False
    name = bare(line.text).strip(AROUND)
    return line.prose and not line.marker and len(name) <= LONGEST and bool(WORDS.fullmatch(name))


def _shape(line: Line) -> Shape:
    return (frame(line.text), is_spaced(line.text), line.heading)


def _common(lines: Sequence[Line], rows: Sequence[int]) -> Shape | None:
    """How two thirds of the regions' headings are set; None where that is plain, or not alike.

    Only names of two letters are spaced: 黑龙江 stands among 天 津 and 四 川.
    """
    short = [i for i in rows if len(bare(lines[i].text).strip(AROUND)) == 2] or list(rows)
    shapes = Counter(_shape(lines[index]) for index in short)
    likely, count = shapes.most_common(1)[0]
    distinct = likely != ("", False, None) and len(short) >= FEW
    return likely if distinct and count * 3 >= len(short) * 2 else None


def _unique(lines: Sequence[Line], found: Sequence[int]) -> list[int]:
    """A line that comes again under other regions is a heading within them."""
    names = Counter(bare(lines[index].text) for index in found)
    return [index for index in found if names[bare(lines[index].text)] == 1]


def _among_prefixes(places: Places, lines: Sequence[Line], body: Sequence[int]) -> None:
    """海外：…, and whatever stands in brackets where the regions do."""
    framed = any(frame(lines[index].text) for index in body if index in places.at)
    for index in body:
        text = lines[index].text
        if index in places.at or not lines[index].prose or lines[index].marker:
            continue
        found = PREFIX.match(text)
        if not found or found[1] not in AREAS:
            found = FRAMED.match(text) if framed else None
        if found:
            places.at[index] = Place(None, found.end())


def _notice(line: Line) -> Notice:
    name = line.text.strip()
    text = f"「{name}」与地区标题写法相同，但不是已知地区，其下文字仍归前一地区，请核对"
    return Notice(line.number, "region.unknown", text)
