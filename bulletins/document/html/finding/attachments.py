"""Files that go with the text, wherever a site lists them: set at the end as offices set them.

附件：1. 任务分工表.docx, one a line (GB/T 9704-2012, 7.3.4); there ``parsing.end`` reads them.
"""

import re
from collections.abc import Iterable, Sequence

from lxml.html import HtmlElement

from bulletins.document import plain
from bulletins.document.html.finding.file_entries import (
    BESIDE,
    listed_files,
    number_of,
    title_of,
    without_buttons,
)
from bulletins.document.html.finding.outside import Outside
from bulletins.document.html.finding.page_parts import is_page_part
from bulletins.document.html.lines.leaf import Leaf
from bulletins.document.html.opening.links import is_attachment
from bulletins.document.plain import squeeze

MOST = 30  # more links to files than this beside a text are a download page
ENDING = re.compile(r"\.[A-Za-z0-9]{2,4}$")
LISTED = re.compile(r"\s*(?:附\s*件|\d{1,2}\s*[.．、])")
REACH = 60  # lines from the end among which the text lists its files
STEM = 4  # characters of a name that can be told from others


def gather(lines: Sequence[Leaf], outside: Outside) -> tuple[list[Leaf], Outside]:
    """The article's lines, after them its files as 附件：1. …; what else stands outside."""
    kept, own, foot = _parted([without_buttons(leaf) for leaf in lines])
    beside = [leaf for leaf in (*outside.above, *outside.below) if leaf.named != "sure"]
    links = [*_links(beside), *_links(own)]
    if not links or len(links) > MOST:
        return list(lines), outside
    rest = outside.without(lambda leaf: is_file_line(leaf) or _is_label(leaf))
    listed = [_listed(link, kept) for link in links]
    new = [link for link, at in zip(links, listed, strict=True) if at is None]
    last = max((at for at in listed if at is not None), default=None)
    if last is None:
        return [*kept, *listed_files(new, 1), *foot], rest
    more = listed_files(new, number_of(kept[last].text) + 1)
    return [*kept[: last + 1], *more, *kept[last + 1 :], *foot], rest


def is_file_line(leaf: Leaf) -> bool:
    """Nothing but files: links to them, and what a site writes beside."""
    links = [link for link in leaf.element.iter("a") if is_attachment(link)]
    if not links:
        return False
    words = leaf.text
    for link in links:
        words = words.replace(squeeze(" ".join(link.itertext())), "", 1)
    return len(BESIDE.sub("", words)) <= 2


def _parted(lines: Sequence[Leaf]) -> tuple[list[Leaf], list[Leaf], list[Leaf]]:
    """The text, the files at its end with the words over them, the page's foot."""
    last = len(lines)
    while last and is_page_part(lines[last - 1]):
        last -= 1
    first = last
    while first > 1 and is_file_line(lines[first - 1]):
        first -= 1
    files = list(lines[first:last])
    if files and first > 1 and _is_label(lines[first - 1]):
        first -= 1
    return list(lines[:first]), files, list(lines[last:])


def _is_label(leaf: Leaf) -> bool:
    """相关附件：, 附件下载"""
    return "附" in leaf.text and not BESIDE.sub("", leaf.text)


def _links(lines: Iterable[Leaf]) -> list[HtmlElement]:
    return [link for leaf in lines for link in leaf.element.iter("a") if is_attachment(link)]


def _listed(link: HtmlElement, lines: Sequence[Leaf]) -> int | None:
    """The line of the text that lists this file: it gets the link; the name is not said twice."""
    stem = plain.bare(ENDING.sub("", title_of(link)))
    last = len(lines) - 1
    for at in range(last, max(-1, last - REACH), -1) if len(stem) >= STEM else ():
        words = plain.bare(lines[at].text)
        if len(words) <= len(stem) + 8 and words.endswith(stem) and LISTED.match(lines[at].text):
            _give_link(lines[at].element, link.get("href", ""))
            return at
    return None


def _give_link(line: HtmlElement, href: str) -> None:
    if line.find(".//a") is not None:
        return
    link = line.makeelement("a", {"href": href})
    link.text, line.text = line.text, None
    for inner in list(line):
        link.append(inner)
    line.append(link)
