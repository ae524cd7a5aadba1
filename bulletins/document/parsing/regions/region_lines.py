"""Lines that are nothing but a region: headings, unless they stand in a list or say nothing."""

from collections.abc import Mapping, Sequence
from itertools import groupby

from bulletins.document.notices import Notice
from bulletins.document.parsing.cutting.lines import Line
from bulletins.document.parsing.regions.gazetteer import Found, Regions
from bulletins.document.parsing.regions.place import Place, Places, is_set_off
from bulletins.document.parsing.regions.saying import silent
from bulletins.document.plain import squeeze

LIST = 3  # so many region lines in a row are a menu, not three empty parts


def own_lines(
    places: Places,
    lines: Sequence[Line],
    body: Sequence[int],
    whole: Mapping[int, Found],
    regions: Regions,
) -> None:
    """Take them as headings, all alike or none."""
    plain = [i for i in whole if i not in places.at and not lines[i].marker]
    offices = sum(1 for i in plain if whole[i].how == "office")
    # An office's name is an addressee, or a signature at the end; several others are headings.
    all_offices = offices == len(plain) and sum(1 for i in plain if i != body[-1]) > 1
    runs = _runs(set(plain), body)
    is_silent = silent(lines, body, set(plain))
    for index in plain:
        if whole[index].how == "office" and not all_offices:
            continue
        reason = _refusal(whole[index], is_silent or runs[index] >= LIST, index == body[-1])
        if not reason and len(whole) == 1 and not _stands_out(lines[index], index, body):
            reason = "alone"
        if reason:
            places.notices.append(_notice(lines[index], reason, whole[index], regions))
            if reason == "ambiguous" and places.at:
                # Whose share it is, is unknown; that it is not the last region's is certain.
                places.at[index] = Place(None, len(lines[index].text))
        else:
            places.at[index] = Place(whole[index].code, len(lines[index].text))


def _refusal(found: Found, listed: bool, last: bool) -> str:
    """Why a line that is nothing but a region still opens no part; "" if it does."""
    if not found.code:
        return "ambiguous"
    if listed:
        return "list"
    return "last" if last else ""


def _stands_out(line: Line, index: int, body: Sequence[int]) -> bool:
    """A lone name heads a share where it opens the text, or is written as a heading."""
    return index == body[0] or is_set_off(line.text) or line.heading is not None or line.strong


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
        "alone": f"「{name}」是全文唯一的地名行，未作为地区标题，请核对",
        "last": f"「{name}」之后没有内容，未作为地区标题",
    }
    return Notice(line.number, f"region.{reason}", messages[reason])
