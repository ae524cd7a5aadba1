"""The top of an article: page furniture, title, metadata lines, document number."""

import re
from collections.abc import Sequence

from bulletins.document.blocks import Clue
from bulletins.document.notices import Notice
from bulletins.document.parsing.cutting.lines import Line
from bulletins.document.parsing.top import titles
from bulletins.document.parsing.top.beside import (
    document_numbers,
    source_above,
    source_beside,
    title_again,
)
from bulletins.document.parsing.top.facts import (
    document_number,
    from_clues,
)
from bulletins.document.parsing.top.masthead import masthead
from bulletins.document.parsing.top.metadata import Metadata, find_metadata
from bulletins.document.parsing.top.metadata_words import joints, settle
from bulletins.document.parsing.top.opening import Head
from bulletins.document.parsing.top.page_top import skip_furniture
from bulletins.document.plain import bare, squeeze

NOTE_CALL = re.compile(r"〔注\d{1,3}〕")  # a footnote hangs on the title; the note itself stays


def read_head(lines: Sequence[Line], clues: Sequence[Clue]) -> Head:
    """Find what stands before the text proper; every line it uses is named in used."""
    head = Head(known=from_clues(clues))
    top = skip_furniture(head, lines)
    above = masthead(lines, top)
    start = above.stop if above else top
    metas = find_metadata(lines, start, head.known)
    _find_title(head, lines, start, metas, clues)
    if above:
        _take_masthead(head, lines, above)
    _above(head, lines, top)
    title_again(head, lines)
    document_numbers(head, lines, clues)
    source_above(head, lines, metas)
    source_beside(head, lines, metas)
    for meta in metas:
        _settle(head, lines, meta)
    if metas and metas[-1].facts.moment and metas[-1].facts.moment.clock:
        head.posted = metas[-1].lines[-1] + 1
    return head


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


def _settle(head: Head, lines: Sequence[Line], meta: Metadata) -> None:
    told, kept, notices = settle(lines[meta.index].number, meta.facts, head.known, head.title)
    head.told += [*told, *joints([lines[index] for index in meta.lines])]
    head.notices += notices
    if kept:
        head.kept.append((meta.index, kept))
