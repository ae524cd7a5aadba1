"""附件：1. 名称, and the numbered or linked lines that go on with it (GB/T 9704-2012, 7.3.4)."""

import re
from collections.abc import Sequence

from bulletins.document.file_names import is_file, is_file_name
from bulletins.document.parsing.cutting.lines import Line
from bulletins.document.parsing.end.ending import Tail
from bulletins.document.plain import EDGE, squeeze
from bulletins.document.tree import DocumentAttachment

REACH = 40  # lines from the end among which the list begins
LONGEST = 200  # characters of an entry
ATTACHED = re.compile(
    r"附\s*件\s*(?:(?P<n>\d{0,2})\s*[:：]|(?P<m>\d{1,2})\s*[.．、 ])\s*(?P<rest>.*)", re.DOTALL
)
NUMBERED = re.compile(r"(?:附\s*件)?\s*(?P<n>\d{1,2})\s*[.．、:：]\s*(?P<rest>.*)", re.DOTALL)
LINK = re.compile(r'<a href="([^"]*)">(.*?)</a>')


def take_attachments(tail: Tail, lines: Sequence[Line], start: int, end: int) -> None:
    """Move the list to the tail, if nothing but signature and short notes follows it."""
    for index in range(max(start, end - REACH), end):
        found = _attached(lines, index)
        if found and lines[index].prose and _plausible(lines, index, end, found):
            _take_list(tail, lines, index, end)
            return


def _attached(lines: Sequence[Line], index: int) -> re.Match[str] | None:
    """附件：…, 附件1：…; and 附件1.… where it names a file or more follow: else an annex begins."""
    text = lines[index].text.strip(EDGE)
    found = ATTACHED.fullmatch(text) if len(text) < LONGEST else None
    if found and found["m"] and not is_file_name(text):
        after = lines[index + 1].text.strip(EDGE) if index + 1 < len(lines) else ""
        return found if ATTACHED.fullmatch(after) else None
    return found


def _plausible(lines: Sequence[Line], index: int, end: int, found: re.Match[str]) -> bool:
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
        tail.told.append(_mark(lines[index], item.title))
        index += 1


def _mark(line: Line, title: str) -> str:
    """What stands before the title: 附件：1."""
    words = squeeze(line.printed)
    return words[: len(words) - len(title)] if words.endswith(title) else ""


def _entry(line: Line, expected: int, opening: bool) -> DocumentAttachment | None:
    text = line.printed.strip(EDGE)
    found = ATTACHED.fullmatch(text)
    rest = found["rest"].strip(EDGE) if found else text
    numbered = NUMBERED.fullmatch(rest)
    if found and not opening and not (found["n"] or found["m"]) and not numbered:
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
