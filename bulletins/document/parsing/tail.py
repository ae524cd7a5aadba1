"""The end of an article: furniture, source and editor in brackets, attachments, signature and
date.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from bulletins.document import body
from bulletins.document.file_names import is_file
from bulletins.document.notices import Notice
from bulletins.document.parsing.dates import only_date
from bulletins.document.parsing.facts import Known
from bulletins.document.parsing.furniture import is_furniture
from bulletins.document.parsing.labels import read_facts
from bulletins.document.parsing.lines import Line
from bulletins.document.plain import EDGE, squeeze
from bulletins.document.tree import DocumentAttachment

SOURCE = re.compile(
    r"[(（【\[]?\s*(?:(?:文章|信息|稿件|新闻|内容|图文)?来\s*源|稿\s*源|转载自|转自)\s*(?:[:：]\s*|\s+)(?P<source>[^()（）【】\[\]:：。]{2,30}?)\s*[)）】\]]?"
)
EDITOR = re.compile(
    r"[(（【\[]?\s*(?:责任编辑|责编|编辑)\s*[:：]\s*"
    r"(?P<editor>[\u4e00-\u9fff·A-Za-z、 ]{2,20}?)\s*[)）】\]]?"
)
ATTACHED = re.compile(r"附\s*件\s*(?P<n>\d{0,2})\s*[:：]\s*(?P<rest>.*)", re.DOTALL)
ATTACHED_NUMBER = re.compile(
    r"(?:附\s*件)?\s*(?P<n>\d{1,2})\s*[.．、:：]\s*(?P<rest>.*)", re.DOTALL
)
LINK = re.compile(r'<a href="([^"]*)">(.*?)</a>')
NOTE = re.compile(r"[(（](?:此件|本文|联系|公开|不公开|依申请|印发).{0,60}[)）]")
ORGANS = re.compile(r"[^，。；：:,;！？、]{2,40}")


@dataclass(slots=True)
class Tail:
    """What stood at the end and the lines that it used; closing keeps its lines as they were."""

    closing: list[int] = field(default_factory=list)
    attachments: list[DocumentAttachment] = field(default_factory=list)
    used: set[int] = field(default_factory=set)
    notices: list[Notice] = field(default_factory=list)


def read_tail(lines: Sequence[Line], start: int, known: Known) -> Tail:
    """Read from the last line upwards as far as lines explain themselves."""
    tail = Tail()
    end = _drop_furniture(tail, lines, start)
    end = _credits(tail, lines, start, end, known)
    _attachments(tail, lines, start, end)
    _closing(tail, lines, start, end, known)
    return tail


def _drop_furniture(tail: Tail, lines: Sequence[Line], start: int) -> int:
    end = len(lines)
    while end > start and lines[end - 1].prose and _bottom_furniture(lines[end - 1].text):
        end -= 1
    if end < len(lines):
        tail.used |= set(range(end, len(lines)))
        words = "／".join(squeeze(line.text) for line in lines[end:])
        tail.notices.append(
            Notice(lines[end].number, "furniture.bottom", f"已略去网页页脚：{words}")
        )
    return end


def _bottom_furniture(text: str) -> bool:
    return is_furniture(text) or text.strip(EDGE) in {"|", "/", "-", "_"}


def _credits(tail: Tail, lines: Sequence[Line], start: int, end: int, known: Known) -> int:
    """ "(来源 网信天津)", "责任编辑：…" on lines of their own at the end."""
    while end > start and lines[end - 1].prose and len(lines[end - 1].text) <= 60:
        if not _credit(squeeze(lines[end - 1].text), known):
            break
        end -= 1
        tail.used.add(end)
    return end


def _credit(text: str, known: Known) -> bool:
    if found := SOURCE.fullmatch(text):
        return _agrees(known, "source", found["source"])
    if found := EDITOR.fullmatch(text):
        return _agrees(known, "editor", found["editor"])
    facts = read_facts(text.strip("()（）【】"))
    if facts.rest or facts.moment or not set(facts.values) <= {"source", "editor", "ignored"}:
        return False
    fresh = [kind for kind in facts.values if kind != "ignored"]
    return bool(fresh) and all(_agrees(known, kind, facts.values[kind]) for kind in fresh)


def _agrees(known: Known, kind: str, value: str) -> bool:
    """Take the fact, unless another was found before: then the line stays where it is."""
    value = squeeze(value)
    known.text(kind, value)
    return not value or known.texts.get(kind) == value


def _attachments(tail: Tail, lines: Sequence[Line], start: int, end: int) -> None:
    """附件：1. 名称, and the numbered or linked lines that go on with it (GB/T 9704-2012,
    7.3.4).
    """
    first = max(start, end - 40)
    for index in range(first, end):
        found = _attached(lines[index])
        if found and lines[index].prose and _plausible(lines, index, end, found):
            _take_list(tail, lines, index, end)
            return


def _attached(line: Line) -> re.Match[str] | None:
    return ATTACHED.fullmatch(line.text.strip(EDGE)) if len(line.text) < 200 else None


def _plausible(lines: Sequence[Line], index: int, end: int, found: re.Match[str]) -> bool:
    """Nothing but attachments, signature and short notes may follow."""
    return bool(found["rest"].strip() or index + 1 < end) and all(
        len(line.text) < 120 and line.prose for line in lines[index + 1 : end]
    )


def _take_list(tail: Tail, lines: Sequence[Line], index: int, end: int) -> None:
    expected = 1
    while index < end:
        item = _entry(lines[index], expected, expected == 1 and not tail.attachments)
        if item is None:
            return
        if item.title:
            tail.attachments.append(item)
            expected += 1
        tail.used.add(index)
        index += 1


def _entry(line: Line, expected: int, opening: bool) -> DocumentAttachment | None:
    text = line.printed.strip(EDGE)
    found = ATTACHED.fullmatch(text)
    rest = found["rest"].strip(EDGE) if found else text
    numbered = ATTACHED_NUMBER.fullmatch(rest)
    if found and not opening and not found["n"] and not numbered:
        return None
    if numbered and int(numbered["n"]) == expected:
        rest = numbered["rest"].strip(EDGE)
    elif not found and not _file_link(line):
        return None
    link = LINK.search(line.html)
    return DocumentAttachment(squeeze(rest), link[1].replace("&amp;", "&") if link else "")


def _file_link(line: Line) -> bool:
    found = LINK.search(line.html)
    return bool(found and is_file(found[1]) and len(line.text) < 100)


def _closing(tail: Tail, lines: Sequence[Line], start: int, end: int, known: Known) -> None:
    """Signature, date, and a note in brackets below them (GB/T 9704-2012, 7.3.5)."""
    left = [i for i in range(start, end) if i not in tail.used]
    dated = next((i for i in reversed(left[-4:]) if _dated(lines[i])), None)
    if dated is None or _answers(lines, left, dated):
        _signature_only(tail, lines, left)
        return
    if not all(_note(lines[i]) for i in left if i > dated):
        _signature_only(tail, lines, left)
        return
    tail.closing = [i for i in left if i >= dated]
    at = left.index(dated) - 1
    while at >= 0 and _signed(lines[left[at]]) and len(tail.closing) < 8:
        tail.closing.insert(0, left[at])
        at -= 1
    known.write(only_date(lines[dated].text))


def _answers(lines: Sequence[Line], left: Sequence[int], dated: int) -> bool:
    """The date is what the line above asks for: "停电时间：", or a numbered heading."""
    at = left.index(dated)
    above = lines[left[at - 1]] if at else None
    return bool(above and (above.marker or above.text.rstrip(EDGE)[-1:] in ("：", ":")))


def _dated(line: Line) -> bool:
    return line.prose and not line.marker and only_date(line.text) is not None


def _note(line: Line) -> bool:
    return bool(NOTE.fullmatch(line.text.strip(EDGE)))


def _signed(line: Line) -> bool:
    """A short line without punctuation, as an office signs."""
    text = squeeze(line.text)
    plain = line.prose and not line.marker and not line.heading and len(text) <= 40
    return (
        plain and line.align != "center" and bool(ORGANS.fullmatch(text)) and not text[-1].isdigit()
    )


def _signature_only(tail: Tail, lines: Sequence[Line], left: list[int]) -> None:
    while left and lines[left[-1]].align == "right" and _signed(lines[left[-1]]):
        tail.closing.insert(0, left.pop())


def closing_html(lines: Sequence[Line], tail: Tail) -> str:
    """The closing as HTML, set to the right as offices do."""
    return "".join(_righted(lines[index]) for index in tail.closing)


def _righted(line: Line) -> str:
    if line.html.startswith("<p>") and not _note(line):
        return body.normalise(line.html.replace("<p>", '<p class="right">', 1))
    return line.html
