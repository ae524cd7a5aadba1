"""Which lines open a region's part. A line counts only if it is nothing but a region.

Navigation lists, addressees and running text never count; an uncertain line stays text and is
pointed at (../shared standards: 省名、市名 by default, counties with suffix or declared parent).
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from itertools import groupby
from typing import Protocol

from bulletins.document.notices import Notice
from bulletins.document.parsing.lines import Line
from bulletins.document.plain import EDGE, squeeze

LONGEST = 40  # characters of a line that is nothing but a region
SUFFIXES = ("市", "县", "区", "旗", "州", "盟", "镇", "新区")
LIST = 3  # so many region lines in a row are a menu, not three empty parts


class Found(Protocol):
    """What the gazetteer says of a name: one code, or none and the candidates."""

    @property
    def code(self) -> str | None: ...
    @property
    def candidates(self) -> tuple[str, ...]: ...
    @property
    def how(self) -> str: ...
    @property
    def everyday(self) -> bool: ...


class Regions(Protocol):
    """A gazetteer of divisions, as ``regions.names`` offers it."""

    def name_of(self, code: str) -> str: ...
    def resolve_line(self, text: str, within: frozenset[str] | None = None) -> Found | None: ...
    def resolve_prefix(
        self, text: str, within: frozenset[str] | None = None
    ) -> tuple[Found, int] | None: ...


@dataclass(frozen=True, slots=True)
class Place:
    """A line that opens a part: its region's code, and where the heading ends in the line's
    text.
    """

    code: str | None
    end: int


@dataclass(slots=True)
class Places:
    """Places by line index, and what the editor should know."""

    at: dict[int, Place] = field(default_factory=dict)
    notices: list[Notice] = field(default_factory=list)


def find_places(lines: Sequence[Line], body: Sequence[int], regions: Regions) -> Places:
    """Look at the lines of the body (by index, in order) and decide which open a part."""
    whole = _whole_lines(lines, body, regions)
    places = Places()
    _ordinals(places, lines, body, whole)
    _own_lines(places, lines, body, whole, regions)
    _prefixes(places, lines, body, regions)
    return places


def _whole_lines(lines: Sequence[Line], body: Sequence[int], regions: Regions) -> dict[int, Found]:
    """Lines that are nothing but a region; 朝阳区 is settled by the regions that came before it."""
    found: dict[int, Found] = {}
    seen: set[str] = set()
    for index in body:
        line = lines[index]
        hit = _hit(line, seen, regions) if line.prose and len(line.text) <= LONGEST else None
        if hit:
            found[index] = hit
            seen |= {hit.code} if hit.code else set()
    # 日照 and 来宾 are ordinary words too: they count beside other regions only.
    alone = all(hit.everyday for hit in found.values())
    return {} if alone else found


def _hit(line: Line, seen: set[str], regions: Regions) -> Found | None:
    hit = regions.resolve_line(line.text)
    name = squeeze(line.text).rstrip("：:】")
    if (hit is None or not hit.code) and seen and name.endswith(SUFFIXES):
        return regions.resolve_line(line.text, frozenset(seen)) or hit
    return hit


def _ordinals(
    places: Places, lines: Sequence[Line], body: Sequence[int], whole: Mapping[int, Found]
) -> None:
    """一、北京 二、天津: the numbered headings of one level are the regions themselves."""
    for level in (1, 2, 3):
        numbered = [i for i in body if (mark := lines[i].marker) and mark.level == level]
        hits = [i for i in numbered if i in whole and whole[i].code]
        if len(hits) >= 2 and len(hits) * 10 >= len(numbered) * 6:
            for index in hits:
                places.at[index] = Place(whole[index].code, len(lines[index].text))
            return


def _own_lines(
    places: Places,
    lines: Sequence[Line],
    body: Sequence[int],
    whole: Mapping[int, Found],
    regions: Regions,
) -> None:
    plain = [i for i in whole if i not in places.at and not lines[i].marker]
    offices = sum(1 for i in plain if whole[i].how == "office")
    # One office's name is a signature or an addressee; several, and nothing else, are headings.
    all_offices = offices > 1 and offices == len(plain)
    runs = _runs(set(plain), body)
    for index in plain:
        if whole[index].how == "office" and not all_offices:
            continue
        if reason := _refusal(whole[index], runs[index], index == body[-1]):
            places.notices.append(_notice(lines[index], reason, whole[index], regions))
            if reason == "ambiguous" and places.at:
                # Whose share it is, is unknown; that it is not the last region's is certain.
                places.at[index] = Place(None, len(lines[index].text))
        else:
            places.at[index] = Place(whole[index].code, len(lines[index].text))


def _refusal(found: Found, run: int, last: bool) -> str:
    """Why a line that is nothing but a region still opens no part; "" if it does."""
    if not found.code:
        return "ambiguous"
    if run >= LIST:
        return "list"
    return "last" if last else ""


def _runs(places: set[int], body: Sequence[int]) -> dict[int, int]:
    """For each region line, how many stand together without any text between them."""
    lengths: dict[int, int] = {}
    for is_place, group in groupby(body, key=places.__contains__):
        members = list(group)
        if is_place:
            lengths |= dict.fromkeys(members, len(members))
    return lengths


def _notice(line: Line, reason: str, found: Found, regions: Regions) -> Notice:
    name = squeeze(line.text)
    may_be = "、".join(f"{regions.name_of(code)} {code}" for code in found.candidates[:6])
    messages = {
        "ambiguous": f"「{name}」可能指多个地区（{may_be}），未作为地区标题，请核对",
        "list": f"「{name}」与其他地名连续排列，像是导航或名单，未作为地区标题",
        "last": f"「{name}」之后没有内容，未作为地区标题",
    }
    return Notice(line.number, f"region.{reason}", messages[reason])


def _prefixes(places: Places, lines: Sequence[Line], body: Sequence[int], regions: Regions) -> None:
    """北京市：… at the head of several lines, each with something to say."""
    hits: dict[int, tuple[str, int]] = {}
    for index in body:
        line = lines[index]
        if index in places.at or not line.prose or line.marker:
            continue
        found = regions.resolve_prefix(line.text)
        named = found and found[0].code and found[0].how != "office"
        if found and named and found[1] < len(line.text):
            hits[index] = (str(found[0].code), found[1])
    if _substantial(hits, lines, body) and not _after_section(hits, lines, body, places):
        for index, (code, end) in hits.items():
            places.at[index] = Place(code, end)
    elif len(hits) > 1:
        places.notices += [_unsure(lines[index]) for index in hits]


def _substantial(
    hits: Mapping[int, tuple[str, int]], lines: Sequence[Line], body: Sequence[int]
) -> bool:
    """At least two different regions, and on average a sentence for each: no list of telephones."""
    if len({code for code, _ in hits.values()}) < 2:
        return False
    said = 0
    for at, index in enumerate(body):
        if index in hits:
            said += _letters(lines[index].text[hits[index][1] :])
            if at + 1 < len(body) and body[at + 1] not in hits:
                said += _letters(lines[body[at + 1]].text)
    return said >= 15 * len(hits)


def _letters(text: str) -> int:
    return sum(1 for char in text[:200] if "\u4e00" <= char <= "\u9fff")


def _after_section(
    hits: Mapping[int, tuple[str, int]],
    lines: Sequence[Line],
    body: Sequence[int],
    places: Places,
) -> bool:
    """The prefixes stand inside a numbered section that began before them: they are its
    paragraphs.
    """
    first = min(hits)
    inside = any(lines[i].marker for i in body if i < first)
    return inside and not places.at


def _unsure(line: Line) -> Notice:
    name = line.text[:12].strip(EDGE)
    return Notice(line.number, "region.prefix", f"「{name}…」以地名开头，未单独成为地区稿，请核对")
