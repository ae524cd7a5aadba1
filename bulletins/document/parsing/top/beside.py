"""Facts beside title and metadata: a title printed again, document numbers, a lone publisher."""

import re
from collections.abc import Sequence

from bulletins.document.blocks import Clue
from bulletins.document.parsing.cutting.lines import Line
from bulletins.document.parsing.top.facts import MEDIA, NUMBER, document_number, numbers_in
from bulletins.document.parsing.top.metadata import REACH, Metadata
from bulletins.document.parsing.top.opening import Head
from bulletins.document.parsing.top.told_titles import same
from bulletins.document.plain import EDGE

WRAPPED = re.compile(
    rf"(?P<number>{NUMBER.pattern})\s*《(?P<title>.+)》"
)  # 鲁政发〔2014〕20号《…意见》
AGAIN = 4  # lines under the metadata in which a title is printed once more


def title_again(head: Head, lines: Sequence[Line]) -> None:
    """Many pages print the title twice, over the metadata and over the text; one is enough."""
    wrapped = WRAPPED.fullmatch(head.title)
    wanted = same(wrapped["title"] if wrapped else head.title)
    last = max(head.used, default=-1)
    for index in range(last + 1, min(last + AGAIN, len(lines)) if wanted else 0):
        if same(lines[index].text).strip("《》") == wanted.strip("《》"):
            head.use(lines, index)
            after = lines[index + 1].text if index + 1 < len(lines) else ""
            if head.subtitle and same(after) == same(head.subtitle):
                head.use(lines, index + 1)
            if wrapped:
                head.title = wrapped["title"]
                head.told += ["《》", wrapped["number"]]
                head.known.text("document_number", wrapped["number"])
            return


def document_numbers(head: Head, lines: Sequence[Line], clues: Sequence[Clue]) -> None:
    """A document number on a line of its own near the top, perhaps several times, else in the
    head of the page.
    """
    for index, line in enumerate(lines[:REACH]):
        if index not in head.used and (found := numbers_in(line.text)):
            head.known.text("document_number", found[0])
            alone = line.prose and document_number(line.text)
            if alone and head.known.holds("document_number", found[0]):
                head.use(lines, index)
    for clue in clues:
        if clue.name == "header" and (found := numbers_in(clue.value)):
            head.known.text("document_number", found[0])


def source_above(head: Head, lines: Sequence[Line], metas: list[Metadata]) -> None:
    """ "示范日报客户端 | 记者 小林" between title and date: believed, and left in the text."""
    index = metas[0].index - 1 if metas else -1
    if index > max(head.titled, default=len(lines)) and "source" not in head.known.texts:
        name = re.split("[|｜丨]", lines[index].text)[0].strip(EDGE)
        if MEDIA.fullmatch(name):
            head.known.text("source", name)
            if name == lines[index].text.strip(EDGE):
                head.use(lines, index)


def source_beside(head: Head, lines: Sequence[Line], metas: list[Metadata]) -> None:
    """ "• 北京日报" on the line after "• 2021-01-15": the same, set as a list."""
    last = metas[-1].lines[-1] if metas else len(lines)
    if last + 1 < len(lines) and last + 1 not in head.used and "source" not in head.known.texts:
        text = lines[last + 1].text
        bulleted = text[:1] in "•·●" and lines[last].text[:1] == text[:1]
        if bulleted and MEDIA.fullmatch(text.strip("•·● " + EDGE)):
            head.known.text("source", text.strip("•·● " + EDGE))
            head.use(lines, last + 1)
