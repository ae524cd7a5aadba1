"""A saved page or a clipboard fragment into blocks and clues."""

import email
import email.policy
from collections.abc import Iterator
from dataclasses import replace

from lxml.html import HtmlElement

from bulletins.document import body
from bulletins.document.blocks import Block, Source
from bulletins.document.elements import name
from bulletins.document.html import article
from bulletins.document.html.charset import decode
from bulletins.document.html.clues import file_links, page_clues
from bulletins.document.html.furniture import disbelieve, forget_names
from bulletins.document.html.leaves import Leaf, leaves
from bulletins.document.html.links import resolve
from bulletins.document.html.marked_blocks import read_marked
from bulletins.document.html.pictures import Pictures
from bulletins.document.html.styles import Sizes, is_strong, mark_bold
from bulletins.document.html.tree import box, drop_unseen, parse_page
from bulletins.document.notices import Unreadable
from bulletins.document.respelling import blocks

LONGEST = 20_000_000
ARCHIVE = (b"From: <Saved by", b"MIME-Version:", b"Subject:", b"From:")


def read_html(data: bytes | str) -> Source:
    """Blocks of the article in reading order (Block.line counts them from 1), and clues around it.

    Raises Unreadable with a sentence in Chinese. Fetches nothing.
    """
    if len(data) > LONGEST:
        raise Unreadable("网页文件过大，未读取：请复制正文后用「粘贴」导入")
    text, notices = decode(_page(data)) if isinstance(data, bytes) else (data, ())
    root, whole = parse_page(text, saved=isinstance(data, bytes))
    drop_unseen(root)
    ours = root.xpath("//article[@data-lantai]")
    if ours:
        return Source(read_marked(ours[0]))
    resolve(root, text)
    source = _read(root, whole)
    if not source.blocks:
        raise Unreadable("网页中没有可读取的正文：框架页或空白页请改为复制正文后「粘贴」导入")
    return replace(source, notices=(*notices, *source.notices))


def _page(data: bytes) -> bytes:
    """The page inside a .mht archive; other data as it is."""
    if not data.lstrip().startswith(ARCHIVE):
        return data
    message = email.message_from_bytes(data.lstrip(), policy=email.policy.default)
    for part in message.walk():
        if part.get_content_type() == "text/html":
            inner = part.get_payload(decode=True)
            return inner if isinstance(inner, bytes) else data
    return data


def _read(root: HtmlElement, whole: bool) -> Source:
    mark_bold(root)
    disbelieve(root) if whole else forget_names(root)
    found = article.find_article(root) if whole else _fragment(root)
    if whole:
        _bring_files(found)
    clues = page_clues(root, found) if whole else ()
    if found.getparent() is None:
        box().append(found)
    pictures, sizes = Pictures(), Sizes(found)
    parts = (_blocks(leaf, pictures, sizes) for leaf in leaves(found))
    numbered = (
        replace(block, line=line)
        for line, block in enumerate((block for part in parts for block in part), start=1)
    )
    return Source(tuple(numbered), clues, pictures.files, pictures.notices())


def _bring_files(article: HtmlElement) -> None:
    """Attachments that a site lists below the text belong to it: 附件：…, one a line."""
    if name(article) == "body" or "附件" in article.text_content()[-400:]:
        return
    for number, link in enumerate(file_links(article)):
        line = article.makeelement("p")
        line.text = "" if number else "附件："
        link.tail = None
        line.append(link)
        article.append(line)


def _fragment(root: HtmlElement) -> HtmlElement:
    inside = root.find("body")
    return root if inside is None else inside


def _blocks(leaf: Leaf, pictures: Pictures, sizes: Sizes) -> Iterator[Block]:
    """One leaf's block, or a table with its caption, then the places of missing pictures."""
    element = leaf.element
    large = sizes.large(element)
    strong = large or is_strong(element, leaf.strong)
    marks = pictures.treat(element)
    if name(element) not in ("ul", "ol", "table"):
        element.tag = "p"
        element.set("class", leaf.align)
    holder = box()
    holder.append(element)
    for html in blocks(holder):
        if html:
            text = body.text_of(html)
            yield Block(html, text, 0, leaf.heading, leaf.align, strong, leaf.label)
    for mark in marks:
        html = body.paragraph(mark, "placeholder")
        yield Block(html, body.text_of(html), 0)
