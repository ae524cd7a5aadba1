"""Files that go with the text, wherever a site lists them: set at the end as offices set them.

附件：1. 任务分工表.docx, one a line (GB/T 9704-2012, 7.3.4); there ``parsing.end`` reads them.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from lxml.html import HtmlElement

from bulletins.document import plain
from bulletins.document.html.leaves import Leaf
from bulletins.document.html.links import is_attachment
from bulletins.document.html.outside import Outside
from bulletins.document.html.page_words import is_page_part
from bulletins.document.html.tree import box
from bulletins.document.plain import EDGE, squeeze

MOST = 30  # more links to files than this beside a text are a download page
NUMBER = re.compile(r"(?:附\s*件\s*)?[（(]?\d{0,2}[)）]?\s*[.．、:：]\s*|附\s*件\s*\d{0,2}\s*")
# What stands beside the names of files: 附件【…】已下载12次, 相关附件下载：
BESIDE = re.compile(
    r"(?:相关|文件|点击|此处|立即|查看|下载)*(?:附\s*件|下载|文档)+(?:列表|下载|地址)*|"
    r"已?(?:下载|浏览)\s*\d*\s*次|次数|点击|文件大小|\d+(?:\.\d+)?\s*[KM]B?|[\W\d_]",
    re.IGNORECASE,
)
ENDING = re.compile(r"\.[A-Za-z0-9]{2,4}$")
LISTED = re.compile(r"\s*(?:附\s*件|\d{1,2}\s*[.．、])")
LABEL = re.compile(r"(?:附\s*件\s*\d{0,2}\s*[:：]\s*)?(?:\d{1,2}\s*[.．、]\s*)?")
BRACKETS = EDGE + "()（）【】[]"
LINE = 100  # characters of a line that names one file
REACH = 60  # lines from the end among which the text lists its files
STEM = 4  # characters of a name that can be told from others


def gather(lines: Sequence[Leaf], outside: Outside) -> tuple[list[Leaf], Outside]:
    """The article's lines, after them its files as 附件：1. …; what else stands outside."""
    kept, own, foot = _parted([_without_buttons(leaf) for leaf in lines])
    beside = [leaf for leaf in (*outside.above, *outside.below) if leaf.named != "sure"]
    links = [*_links(beside), *_links(own)]
    if not links or len(links) > MOST:
        return list(lines), outside
    rest = outside.without(lambda leaf: is_file_line(leaf) or _is_label(leaf))
    listed = [_listed(link, kept) for link in links]
    new = [link for link, at in zip(links, listed, strict=True) if at is None]
    last = max((at for at in listed if at is not None), default=None)
    if last is None:
        return [*kept, *_list(new, 1), *foot], rest
    more = _list(new, _number(kept[last].text) + 1)
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


def _without_buttons(leaf: Leaf) -> Leaf:
    """ "岗位表（点击下载）": the link goes to the name of the file."""
    links = [a for a in leaf.element.iter("a") if is_attachment(a)] if len(leaf.text) < LINE else []
    if len(links) != 1 or BESIDE.sub("", squeeze(links[0].text_content())):
        return leaf
    before, _, after = leaf.text.partition(squeeze(links[0].text_content()))
    name = f"{before.strip(BRACKETS)} {after.strip(BRACKETS)}".strip()
    if len(BESIDE.sub("", name)) < 2:
        return leaf
    line = box()
    line.tag = "p"
    label = LABEL.match(name)
    line.text = label[0] if label else None
    link = line.makeelement("a", {"href": links[0].get("href", "")})
    link.text = name[label.end() :] if label else name
    line.append(link)
    return replace(leaf, element=line)


def _number(line: str) -> int:
    """The number of an entry; 附件：名称 is the first."""
    found = re.search(r"\d+", line[:8])
    return int(found[0]) if found else 1


def _list(links: Sequence[HtmlElement], first: int) -> Iterator[Leaf]:
    for number, link in enumerate(links, start=first):
        line = box()
        line.tag = "p"
        line.text = f"{'附件：' if number == 1 else ''}{number}. "
        title = _title(link)
        for inner in list(link):
            link.remove(inner)
        link.text, link.tail = title, None
        line.append(link)
        yield Leaf(line)


def _title(link: HtmlElement) -> str:
    """The name of the file: the link's words, or what stands beside a mere "下载"."""
    words = squeeze("".join(link.itertext()))
    named = NUMBER.sub("", words, count=1) if NUMBER.match(words) else words
    if len(BESIDE.sub("", named)) > 1:
        return named.strip(EDGE)
    parent = link.getparent()
    around = squeeze("".join(parent.itertext())) if parent is not None else ""
    return _title_beside(around, words) or squeeze(link.get("title", "")) or words


def _title_beside(around: str, words: str) -> str:
    rest = around.replace(words, "", 1).strip(EDGE + "()（）【】[]:：")
    rest = NUMBER.sub("", rest, count=1) if NUMBER.match(rest) else rest
    return rest if 1 < len(rest) <= 100 else ""


def _listed(link: HtmlElement, lines: Sequence[Leaf]) -> int | None:
    """The line of the text that lists this file: it gets the link; the name is not said twice."""
    stem = plain.bare(ENDING.sub("", _title(link)))
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
