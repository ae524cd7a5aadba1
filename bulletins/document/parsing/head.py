"""The top of an article: page furniture, title, metadata lines, document number."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from bulletins.document import plain
from bulletins.document.blocks import Clue
from bulletins.document.notices import Notice
from bulletins.document.parsing import titles
from bulletins.document.parsing.facts import (
    MEDIA,
    NUMBER,
    Known,
    bare_moment,
    document_number,
    from_clues,
    numbers_in,
)
from bulletins.document.parsing.furniture import is_breadcrumb, is_furniture
from bulletins.document.parsing.labels import Facts, has_label, read_facts
from bulletins.document.parsing.lines import Line
from bulletins.document.plain import EDGE, squeeze

LONGEST = 120  # characters of a title or a line of metadata
REACH = 14  # lines from the top within which metadata may stand
NOTE_CALL = re.compile(r"〔注\d{1,3}〕")  # a footnote hangs on the title; the note itself stays
MASTHEAD = re.compile(r"(?!.*关于).{2,60}(?:文件|纪要|简报|快报|专报|动态|通讯)")
ISSUE = re.compile(
    r"[(（]?(?:(?:19|20)\d\d年)?第?[\d一二三四五六七八九十百〇]{1,4}期|〔\d{4}〕\d+号$"
)
IMPRINT = re.compile(r".{2,30}(?:编印?|主办|编发)(?:\d{4}年\d{1,2}月\d{1,2}日)?")
WRAPPED = re.compile(
    rf"(?P<number>{NUMBER.pattern})\s*《(?P<title>.+)》"
)  # 鲁政发〔2014〕20号《…意见》


@dataclass(slots=True)
class Head:
    """title, subtitle, what is known, the lines that were used up, and words that found no
    place.
    """

    title: str = ""
    subtitle: str = ""
    known: Known = field(default_factory=Known)
    used: set[int] = field(default_factory=set)
    unplaced: list[tuple[int, str]] = field(default_factory=list)
    notices: list[Notice] = field(default_factory=list)


def read_head(lines: Sequence[Line], clues: Sequence[Clue]) -> Head:
    """Find what stands before the text proper; every line it uses is named in used."""
    head = Head(known=from_clues(clues))
    top = _skip_furniture(head, lines)
    masthead = _masthead(lines, top)
    start = masthead.stop if masthead else top
    metas = _metadata(head, lines, start)
    found = titles.find(lines, start, min(metas, default=None), clues)
    if masthead and not found.used:  # it is the only title there is
        found = titles.Title(squeeze(lines[masthead.start].text), used=frozenset({masthead.start}))
    elif masthead:
        head.used.add(masthead.start)
        head.unplaced.append((masthead.start, squeeze(lines[masthead.start].text)))
    if found.used & set(metas):  # a line of facts is no title, even where it is all there is
        found = titles.Title()
    head.title, head.subtitle = NOTE_CALL.sub("", found.title), found.subtitle
    head.used |= found.used
    _above(head, lines, top, found.used, metas)
    _again(head, lines)
    _numbers(head, lines, clues)
    _source_beside(head, lines, metas)
    return head


def _masthead(lines: Sequence[Line], start: int) -> range | None:
    """市人民政府文件 over a document number names the office, 工作简报 over 第3期 the series."""
    for index, line in enumerate(lines[start : start + 4], start):
        if MASTHEAD.fullmatch(plain.bare(line.text)):
            for below in range(index + 1, min(index + 4, len(lines))):
                if numbers_in(lines[below].text) or ISSUE.match(plain.bare(lines[below].text)):
                    return range(index, below + 1 + _imprint(lines, below + 1))
    return None


def _imprint(lines: Sequence[Line], at: int) -> bool:
    """某某办公室编　2024年3月1日 goes on with the masthead."""
    return at < len(lines) and bool(IMPRINT.fullmatch(plain.bare(lines[at].text)))


def _skip_furniture(head: Head, lines: Sequence[Line]) -> int:
    """Everything down to the breadcrumb, or the furniture lines at the very top; says so."""
    top = lines[:REACH]
    crumbs = [i for i, line in enumerate(top) if line.prose and is_breadcrumb(line.text)]
    start = crumbs[-1] + 1 if crumbs and all(len(x.text) < 60 for x in top[: crumbs[-1]]) else 0
    while start < len(top) and top[start].prose and _top_furniture(top[start].text):
        start += 1
    head.used |= set(range(start))
    if start:
        words = "／".join(squeeze(line.text) for line in lines[:start])
        head.notices.append(Notice(lines[0].number, "furniture.top", f"已略去网页页眉：{words}"))
    return start


def _top_furniture(text: str) -> bool:
    return is_furniture(text) or not any(char.isalnum() for char in text)


def _metadata(head: Head, lines: Sequence[Line], start: int) -> list[int]:
    """Lines near the top that hold only labelled facts or a date; several may follow each other."""
    found: list[int] = []
    index = start
    while index < min(start + REACH + 2 * len(found), len(lines)):
        line = lines[index]
        facts = _facts(lines, index)
        near = not found or index - found[-1] <= 2
        if near and line.prose and _is_metadata(facts, line.text) and not line.marker:
            _take(head, index, facts)
            found.append(index)
            if facts.spans_two:
                index += 1
                head.used.add(index)
                found.append(index)
        elif _is_text(line):
            break
        index += 1
    return found


def _facts(lines: Sequence[Line], index: int) -> Facts:
    """The facts of a line; a label alone on its line is read with the value on the next."""
    text = lines[index].text
    if len(text) > 200:
        return Facts()
    facts = read_facts(text)
    empty = [kind for kind, value in facts.values.items() if not value]
    if len(empty) == 1 == len(facts.values) and not facts.rest and index + 1 < len(lines):
        below = squeeze(lines[index + 1].text)
        if _can_be_value(empty[0], below):
            both = read_facts(f"{text} {below}")
            return facts if both.rest else replace(both, spans_two=True)
    return facts


def _can_be_value(kind: str, text: str) -> bool:
    if kind in ("ignored", "byline"):
        return text.isdigit()
    short = 0 < len(text) <= 40 and text[-1] not in "。；：:，"
    return short and not read_facts(text).values and not is_furniture(text)


def _is_text(line: Line) -> bool:
    """The text proper has begun: a long line, a sentence, a number mark, an addressee."""
    text = squeeze(line.text)
    if not line.prose or line.marker or len(text) > LONGEST:
        return True
    return text[-1:] in ("。", "；") or (text[-1:] in ("：", ":") and not has_label(text))


def _is_metadata(facts: Facts, text: str) -> bool:
    rest = len("".join(facts.rest.split()))
    if facts.moment and not bare_moment(facts) and "发表于" not in text:
        return False
    if not (set(facts.values) - {"maybe_published", "title", "byline"} or facts.moment):
        return bool(facts.values.get("title")) and text.startswith("标")
    if rest > 24 or (rest > 12 and not facts.values):
        return False
    return not any(char in facts.rest for char in "。；！？")


def _take(head: Head, index: int, facts: Facts) -> None:
    head.used.add(index)
    head.known.take(facts)
    head.known.publish_loose(facts)
    rest = [_media(head, facts.rest) if facts.moment else facts.rest]
    rest += [value for kind, value in facts.values.items() if not head.known.holds(kind, value)]
    head.unplaced += [(index, words) for words in rest if words]
    _left_out(head, index, facts)


def _left_out(head: Head, index: int, facts: Facts) -> None:
    """Counters and switches of the page are no part of the text; say which were left out."""
    words = [v for k, v in facts.values.items() if k in ("ignored", "updated") and v]
    if words:
        text = f"已略去网页上的计数等信息：{'、'.join(words)}"
        head.notices.append(Notice(0, "furniture.counter", text))


def _media(head: Head, rest: str) -> str:
    """Beside the date, a lone publisher's name is the source ("2021-03-15 北京日报")."""
    if "source" not in head.known.texts and MEDIA.fullmatch(rest):
        head.known.text("source", rest)
        return ""
    return rest


def _source_beside(head: Head, lines: Sequence[Line], metas: list[int]) -> None:
    """ "• 北京日报" on the line after "• 2021-01-15": the same, set as a list."""
    index = metas[-1] + 1 if metas else len(lines)
    if index < len(lines) and index not in head.used and "source" not in head.known.texts:
        text = lines[index].text
        bulleted = text[:1] in "•·●" and lines[metas[-1]].text[:1] == text[:1]
        if bulleted and MEDIA.fullmatch(text.strip("•·● " + EDGE)):
            head.known.text("source", text.strip("•·● " + EDGE))
            head.used.add(index)


def _above(
    head: Head, lines: Sequence[Line], start: int, title: frozenset[int], metas: list[int]
) -> None:
    """Lines over the title are kept, and pointed at: a masthead, perhaps, but who knows."""
    first = min(title, default=start)
    for index in range(start, first):
        if index not in head.used:
            message = f"标题之前的文字「{squeeze(lines[index].text)[:20]}」保留在正文开头，请核对"
            head.notices.append(Notice(lines[index].number, "head.above-title", message))


def _again(head: Head, lines: Sequence[Line]) -> None:
    """Many pages print the title twice, over the metadata and over the text; one is enough."""
    if not head.title:
        return
    same = plain.narrow(plain.bare(head.title))
    if wrapped := WRAPPED.fullmatch(head.title):
        same = plain.narrow(plain.bare(wrapped["title"]))
    last = max(head.used, default=-1)
    for index in range(last + 1, min(last + 4, len(lines))):
        if plain.narrow(plain.bare(lines[index].text)) == same:
            head.used.add(index)
            if wrapped:
                head.title = wrapped["title"]
                head.known.text("document_number", wrapped["number"])
            return


def _numbers(head: Head, lines: Sequence[Line], clues: Sequence[Clue]) -> None:
    """A document number on a line of its own near the top, else in the head of the page."""
    for index, line in enumerate(lines[:REACH]):
        if index not in head.used and (found := numbers_in(line.text)):
            head.known.text("document_number", found[0])
            if line.prose and document_number(line.text):
                head.used.add(index)
            return
    for clue in clues:
        if clue.name == "header" and (found := numbers_in(clue.value)):
            head.known.text("document_number", found[0])
