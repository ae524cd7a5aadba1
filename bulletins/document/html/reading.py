"""A saved page or a clipboard fragment into blocks and clues."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace

from lxml.html import HtmlElement

from bulletins.document.blocks import Source
from bulletins.document.html import clues, joining, outside
from bulletins.document.html.anchors import anchors, with_holders
from bulletins.document.html.article import find_article
from bulletins.document.html.attachments import gather
from bulletins.document.html.belief import disbelieve, forget_names
from bulletins.document.html.charset import decode
from bulletins.document.html.fact_tables import pair_clues, take_facts
from bulletins.document.html.headline import find_headline, told
from bulletins.document.html.leaf_blocks import source_of
from bulletins.document.html.leaves import Leaf, leaves
from bulletins.document.html.links import page_address, resolve
from bulletins.document.html.marked_blocks import read_marked
from bulletins.document.html.page_words import is_sentence
from bulletins.document.html.related import drop_related
from bulletins.document.html.styles import Sizes, mark_bold
from bulletins.document.html.tree import box, parse_page
from bulletins.document.html.unseen import drop_unseen
from bulletins.document.html.web_archive import SavedPage, saved_page
from bulletins.document.notices import Unreadable
from bulletins.document.plain import squeeze

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
    address = page_address(root, text, page.address)
    resolve(root, address or page.address)
    source = _page(root, page.pictures) if whole else _fragment(root)
    if not source.blocks:
        raise Unreadable("网页中没有可读取的正文：框架页或空白页请改为复制正文后「粘贴」导入")
    return replace(source, notices=(*notices, *source.notices), address=address)


def _page(root: HtmlElement, pictures: Mapping[str, bytes]) -> Source:
    """A whole page: the article, and what is said of it around."""
    mark_bold(root)
    heads = clues.head_clues(root)
    said_at = anchors(root, told(heads))
    found = find_article(root, disbelieve(root, said_at), said_at)
    titled = any(anchor is found or found in anchor.iterancestors() for anchor in said_at)
    around = outside.take_out(root, found)
    pairs = tuple(pair_clues(root)) if found.getparent() is None else ()
    headline = None if titled else find_headline(around, heads)
    inside = list(leaves(_rooted(found)))
    begun = _before_title(inside, said_at) if titled else 0
    lines, facts, left = take_facts([leaf for leaf in inside[begun:] if not leaf.named])
    said = (*heads, *pairs, *facts, *clues.line_clues(around, lines, headline))
    lines, notices = drop_related(lines)
    lines, around = gather(lines, around)
    joined = joining.join(lines, around, headline)
    joined.leave([leaf for leaf in inside[begun:] if leaf.named])
    joined.far += [leaf.text for leaf in inside[:begun] if is_sentence(leaf.text)]
    joined.left += left
    source = source_of(joined.lines, pictures, Sizes(found))
    notices = (*notices, *joined.notices(), *source.notices)
    return replace(source, clues=said, notices=notices)


def _before_title(lines: Sequence[Leaf], titles: Collection[HtmlElement]) -> int:
    """How many lines up to the last sentence before the title: they are none of the article."""
    holders = with_holders(titles)
    words = {squeeze(" ".join(title.itertext())) for title in titles}
    said = 0
    for at, leaf in enumerate(lines):
        if leaf.element in holders or leaf.text in words:
            return said
        said = at + 1 if is_sentence(leaf.text) else said
    return 0


def _fragment(root: HtmlElement) -> Source:
    mark_bold(root)
    forget_names(root)
    inside = root.find("body")
    found = root if inside is None else inside
    return source_of(list(leaves(_rooted(found))), {}, Sizes(found))


def _rooted(element: HtmlElement) -> HtmlElement:
    if element.getparent() is None:
        box().append(element)
    return element
