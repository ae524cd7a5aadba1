"""A saved page or a clipboard fragment into blocks and clues."""

from dataclasses import replace

from lxml.html import HtmlElement

from bulletins.document.blocks import Source
from bulletins.document.html.finding.belief import forget_names
from bulletins.document.html.finding.whole_page import read_page
from bulletins.document.html.lines.leaf_blocks import source_of
from bulletins.document.html.lines.leaves import leaves
from bulletins.document.html.lines.styles import Sizes, mark_bold
from bulletins.document.html.lines.word_lists import make_lists
from bulletins.document.html.marked_blocks import read_marked
from bulletins.document.html.opening.charset import decode
from bulletins.document.html.opening.links import page_address, resolve
from bulletins.document.html.opening.tree import parse_page, rooted
from bulletins.document.html.opening.unseen import drop_unseen
from bulletins.document.html.opening.web_archive import SavedPage, saved_page
from bulletins.document.notices import Unreadable

LONGEST = 20_000_000


def read_html(data: bytes | str) -> Source:
    """Blocks of the article in reading order (Block.line counts them from 1), and clues around it.

    Raises Unreadable with a sentence in Chinese. Fetches nothing.
    """
    if len(data) > LONGEST:
        raise Unreadable("网页文件过大，未读取：请复制正文后用「粘贴」导入")
    page = saved_page(data) if isinstance(data, bytes) else SavedPage(b"")
    text, notices = decode(page.data) if isinstance(data, bytes) else (data, ())
    root, whole = parse_page(text, saved=isinstance(data, bytes))
    notices += drop_unseen(root)
    ours = root.xpath("//article[@data-lantai]")
    if ours:
        return Source(read_marked(ours[0]))
    make_lists(root)
    address = page_address(root, text, page.address)
    resolve(root, address or page.address)
    source = read_page(root, page.pictures) if whole else _fragment(root)
    if not source.blocks:
        raise Unreadable("网页中没有可读取的正文：框架页或空白页请改为复制正文后「粘贴」导入")
    return replace(source, notices=(*notices, *source.notices), address=address)


def _fragment(root: HtmlElement) -> Source:
    mark_bold(root)
    forget_names(root)
    inside = root.find("body")
    found = root if inside is None else inside
    return source_of(list(leaves(rooted(found))), {}, Sizes(found))
