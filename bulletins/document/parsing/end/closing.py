"""Signature, date, a note in brackets below them, and to whom copies went (GB/T 9704-2012, 7.3.5
and 7.4).
"""

import re
from collections.abc import Sequence
from datetime import date

from bulletins.document.parsing.cutting.lines import Line
from bulletins.document.parsing.dates import SHORTEST, find_moment, only_date
from bulletins.document.parsing.end.ending import Tail
from bulletins.document.parsing.top.known import Known
from bulletins.document.plain import EDGE, squeeze

NEAR = 4  # lines from the end of the text among which the date stands
LONGEST = 40  # characters of an office's name
MOST = 8  # offices that sign together
NOTE = re.compile(r"[(（](?:此件|本文|联系|公开|不公开|依申请|印发).{0,60}[)）]")
OFFICE = re.compile(r"[^，。；：:,;！？、]{2,40}")
# "报名截止　2021年3月15日" is no signature: on the line of the date only an office signs.
ORGAN = re.compile(
    r".*(?:[局厅部委院办处会室科站所队馆校社站团组园厂行]|中心|公司|集团|政府|法院|大学|学院|中学|小学"
    r"|党委|支部|协会|学会|联合会|医院|书记处)"
)
CONTACT = re.compile(
    r".{0,12}(?:电\s*话|传\s*真|邮\s*编|邮\s*箱|地\s*址|网\s*址|联系人|热线).{0,60}|.{0,20}\d{3,4}-\d{7,8}.{0,60}"
)
ADDRESS = re.compile("[^，。；：:]{4,40}号")
IMPRINT = re.compile(
    r"(?:[报送发]|抄\s*[送报]|主\s*送|分\s*送|印\s*送|报\s*送|发\s*送)\s*[:：].+"
    r"|[^，。；：:]{2,40}?(?:19|20)\d\d年\d{1,2}月\d{1,2}日\s*印[发制]?|[(（]?共印\s*\d+\s*份[)）]?",
    re.DOTALL,
)


def is_imprint(line: Line) -> bool:
    """抄送：…, and the office that printed it: 示范市人民政府办公室　2023年6月2日印发."""
    return bool(IMPRINT.fullmatch(line.text.strip(EDGE)))


def take_closing(tail: Tail, lines: Sequence[Line], start: int, end: int, known: Known) -> None:
    """Move the closing's lines to the tail, and believe its date."""
    left = [i for i in range(max(start, end - 60), end) if i not in tail.used]
    at = next((k for k in reversed(range(len(left))[-NEAR:]) if signing_day(lines[left[k]])), None)
    if at is None or _answers(lines, left, at) or not _only_notes(lines, left[at + 1 :]):
        _signature_only(tail, lines, left)
        return
    first = at
    while first > 0 and _is_signature(lines[left[first - 1]]) and at - first < MOST:
        first -= 1
    tail.closing[:0] = left[first:]
    tail.signed |= set(left[first : at + 1])
    known.write(signing_day(lines[left[at]]))


def signing_day(line: Line) -> date | None:
    """The date alone, or after the office that signs: 机关办公室　2021年5月28日."""
    if len(line.text) < SHORTEST or line.marker or not line.prose:
        return None
    return only_date(line.text) or _signed_on(squeeze(line.text))


def _signed_on(text: str) -> date | None:
    found = find_moment(text) if len(text) <= 2 * LONGEST else None
    if not found or found.clock or text[found.end :].strip(" 。)）"):
        return None
    office = text[: found.start].strip(" \u3000(（")
    return found.day if OFFICE.fullmatch(office) and ORGAN.fullmatch(office) else None


def _answers(lines: Sequence[Line], left: Sequence[int], at: int) -> bool:
    """The date is what the line above asks for: "停电时间：", or a numbered heading."""
    above = lines[left[at - 1]] if at else None
    return bool(above and (above.marker or above.text.rstrip(EDGE)[-1:] in ("：", ":")))


def _only_notes(lines: Sequence[Line], after: Sequence[int]) -> bool:
    """Remarks in brackets, or telephones and an address."""
    texts = [lines[i].text.strip(EDGE) for i in after]
    contacts = any(map(CONTACT.match, texts))
    return all(
        NOTE.fullmatch(text) or CONTACT.match(text) or (contacts and ADDRESS.fullmatch(text))
        for text in texts
    )


def _is_signature(line: Line) -> bool:
    """A short line without punctuation, as an office signs."""
    text = squeeze(line.text)
    if not line.prose or line.marker or line.heading or line.align == "center":
        return False
    return len(text) <= LONGEST and bool(OFFICE.fullmatch(text)) and not text[-1].isdigit()


def is_office(line: Line) -> bool:
    """It signs, and what it ends with is surely an office."""
    return _is_signature(line) and bool(ORGAN.fullmatch(squeeze(line.text)))


def _signature_only(tail: Tail, lines: Sequence[Line], left: list[int]) -> None:
    while left and lines[left[-1]].align == "right" and _is_signature(lines[left[-1]]):
        tail.closing.insert(0, left[-1])
        tail.signed.add(left.pop())
