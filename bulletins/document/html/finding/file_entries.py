"""One file of a list: its name among buttons and numbers, and its line 附件：1. 名称."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from lxml.html import HtmlElement

from bulletins.document.html.lines.leaf import Leaf
from bulletins.document.html.opening.links import is_attachment
from bulletins.document.html.opening.tree import box
from bulletins.document.plain import EDGE, squeeze

NUMBER = re.compile(r"(?:附\s*件\s*)?[（(]?\d{0,2}[)）]?\s*[.．、:：]\s*|附\s*件\s*\d{0,2}\s*")
# What stands beside the names of files: 附件【…】已下载12次, 相关附件下载：
BESIDE = re.compile(
    r"(?:相关|文件|点击|此处|立即|查看|下载)*(?:附\s*件|下载|文档)+(?:列表|下载|地址)*|"
    r"已?(?:下载|浏览)\s*\d*\s*次|次数|点击|文件大小|\d+(?:\.\d+)?\s*[KM]B?|[\W\d_]",
    re.IGNORECASE,
)
LABEL = re.compile(r"(?:附\s*件\s*\d{0,2}\s*[:：]\s*)?(?:\d{1,2}\s*[.．、]\s*)?")
BRACKETS = EDGE + "()（）【】[]"
LINE = 100  # characters of a line that names one file


def without_buttons(leaf: Leaf) -> Leaf:
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


def number_of(line: str) -> int:
    """The number of an entry; 附件：名称 is the first."""
    found = re.search(r"\d+", line[:8])
    return int(found[0]) if found else 1


def listed_files(links: Sequence[HtmlElement], first: int) -> Iterator[Leaf]:
    for number, link in enumerate(links, start=first):
        line = box()
        line.tag = "p"
        line.text = f"{'附件：' if number == 1 else ''}{number}. "
        title = title_of(link)
        for inner in list(link):
            link.remove(inner)
        link.text, link.tail = title, None
        line.append(link)
        yield Leaf(line)


def title_of(link: HtmlElement) -> str:
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
