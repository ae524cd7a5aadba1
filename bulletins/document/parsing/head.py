"""The top of an article: page furniture, title, metadata lines, document number."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from bulletins.document.blocks import Clue
from bulletins.document.notices import Notice
from bulletins.document.parsing import titles
from bulletins.document.parsing.facts import (
    MEDIA,
    NUMBER,
    document_number,
    from_clues,
    numbers_in,
)
from bulletins.document.parsing.furniture import is_breadcrumb, is_furniture
from bulletins.document.parsing.known import Known
from bulletins.document.parsing.lines import Line
from bulletins.document.parsing.masthead import masthead
from bulletins.document.parsing.metadata import REACH, Metadata, find_metadata
from bulletins.document.parsing.metadata_words import joints, settle
from bulletins.document.parsing.told_titles import same
from bulletins.document.plain import EDGE, bare, squeeze

WRAPPED = re.compile(
    rf"(?P<number>{NUMBER.pattern})\s*《(?P<title>.+)》"
)  # 鲁政发〔2014〕20号《…意见》
NOTE_CALL = re.compile(r"〔注\d{1,3}〕")  # a footnote hangs on the title; the note itself stays
AGAIN = 4  # lines under the metadata in which a title is printed once more


@dataclass(slots=True)
class Head:
    """What stood at the top.

    titled: the lines of the title; used: lines that are no part of the text; told: their words that
    were stored or that a notice names; kept: words that go into the text, by line; posted: the line
    under a time of day, where WeChat prints from where an article was posted.
    """

    title: str = ""
    subtitle: str = ""
    known: Known = field(default_factory=Known)
    titled: frozenset[int] = frozenset()
    used: set[int] = field(default_factory=set)
    told: list[str] = field(default_factory=list)
    kept: list[tuple[int, str]] = field(default_factory=list)
    posted: int | None = None
    notices: list[Notice] = field(default_factory=list)


def read_head(lines: Sequence[Line], clues: Sequence[Clue]) -> Head:
    """Find what stands before the text proper; every line it uses is named in used."""
    head = Head(known=from_clues(clues))
    top = _skip_furniture(head, lines)
    above = masthead(lines, top)
    start = above.stop if above else top
    metas = find_metadata(lines, start, head.known)
    _find_title(head, lines, start, metas, clues)
    if above:
        _take_masthead(head, lines, above)
    _above(head, lines, top)
    _again(head, lines)
    _numbers(head, lines, clues)
    _source_beside(head, lines, metas)
    for meta in metas:
        _settle(head, lines, meta)
    if metas and metas[-1].facts.moment and metas[-1].facts.moment.clock:
        head.posted = metas[-1].lines[-1] + 1
    return head


def _skip_furniture(head: Head, lines: Sequence[Line]) -> int:
    """Everything down to the breadcrumb, or the furniture lines at the very top; says so."""
    top = lines[:REACH]
    crumbs = [i for i, line in enumerate(top) if line.prose and is_breadcrumb(line.text)]
    start = crumbs[-1] + 1 if crumbs and all(len(x.text) < 60 for x in top[: crumbs[-1]]) else 0
    while start < len(top) and _top_furniture(top[start]):
        start += 1
    head.used |= set(range(start))
    head.told += [line.printed for line in lines[:start]]
    if start:
        words = "／".join(squeeze(line.text) for line in lines[:start])
        head.notices.append(Notice(lines[0].number, "furniture.top", f"已略去网页页眉：{words}"))
    return start


def _top_furniture(line: Line) -> bool:
    if not line.prose or line.pictured:
        return False
    return is_furniture(line.text) or not any(char.isalnum() for char in line.text)


def _find_title(
    head: Head, lines: Sequence[Line], start: int, metas: list[Metadata], clues: Sequence[Clue]
) -> None:
    at = [index for meta in metas for index in meta.lines]
    labels = [meta.facts.values.get("title", "") for meta in metas]
    found = titles.find(lines, start, at, clues, next(filter(None, labels), ""))
    if found.used & set(at):  # a line of facts is no title, even where it is all there is
        found = titles.Title()
    head.title, head.subtitle = NOTE_CALL.sub("", found.title), found.subtitle
    head.titled = found.used
    head.used |= found.used | set(at)
    printed = "".join(lines[index].printed for index in sorted(found.used))
    if bare(printed) != bare(head.title + head.subtitle):  # told in another width
        head.told.append(printed)


def _take_masthead(head: Head, lines: Sequence[Line], above: range) -> None:
    """It is the title where there is no other; else it is kept in the text."""
    words = squeeze(lines[above.start].text)
    head.used.add(above.start)
    if head.titled:
        head.kept.append((above.start, words))
    else:
        head.title, head.titled = words, frozenset({above.start})


def _above(head: Head, lines: Sequence[Line], top: int) -> None:
    """Lines over the title are kept, and pointed at: a site's name, perhaps, but who knows."""
    for index in range(top, min(head.titled, default=top)):
        if index not in head.used and not document_number(lines[index].text):
            message = f"标题之前的文字「{squeeze(lines[index].text)[:20]}」保留在正文开头，请核对"
            head.notices.append(Notice(lines[index].number, "head.above-title", message))


def _again(head: Head, lines: Sequence[Line]) -> None:
    """Many pages print the title twice, over the metadata and over the text; one is enough."""
    wrapped = WRAPPED.fullmatch(head.title)
    wanted = same(wrapped["title"] if wrapped else head.title)
    last = max(head.used, default=-1)
    for index in range(last + 1, min(last + AGAIN, len(lines)) if wanted else 0):
        if same(lines[index].text).strip("《》") == wanted.strip("《》"):
            _use(head, lines, index)
            after = lines[index + 1].text if index + 1 < len(lines) else ""
            if head.subtitle and same(after) == same(head.subtitle):
                _use(head, lines, index + 1)
            if wrapped:
                head.title = wrapped["title"]
                head.told += ["《》", wrapped["number"]]
                head.known.text("document_number", wrapped["number"])
            return


def _numbers(head: Head, lines: Sequence[Line], clues: Sequence[Clue]) -> None:
    """A document number on a line of its own near the top, perhaps several times, else in the
    head of the page.
    """
    for index, line in enumerate(lines[:REACH]):
        if index not in head.used and (found := numbers_in(line.text)):
            head.known.text("document_number", found[0])
            alone = line.prose and document_number(line.text)
            if alone and head.known.holds("document_number", found[0]):
                _use(head, lines, index)
    for clue in clues:
        if clue.name == "header" and (found := numbers_in(clue.value)):
            head.known.text("document_number", found[0])


def _source_beside(head: Head, lines: Sequence[Line], metas: list[Metadata]) -> None:
    """ "• 北京日报" on the line after "• 2021-01-15": the same, set as a list."""
    last = metas[-1].lines[-1] if metas else len(lines)
    if last + 1 < len(lines) and last + 1 not in head.used and "source" not in head.known.texts:
        text = lines[last + 1].text
        bulleted = text[:1] in "•·●" and lines[last].text[:1] == text[:1]
        if bulleted and MEDIA.fullmatch(text.strip("•·● " + EDGE)):
            head.known.text("source", text.strip("•·● " + EDGE))
            _use(head, lines, last + 1)


def _use(head: Head, lines: Sequence[Line], index: int) -> None:
    head.used.add(index)
    head.told.append(lines[index].printed)


def _settle(head: Head, lines: Sequence[Line], meta: Metadata) -> None:
    told, kept, notices = settle(lines[meta.index].number, meta.facts, head.known, head.title)
    head.told += [*told, *joints([lines[index] for index in meta.lines])]
    head.notices += notices
    if kept:
        head.kept.append((meta.index, kept))
