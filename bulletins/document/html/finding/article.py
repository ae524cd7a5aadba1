"""Where in a page the article is: the smallest element that holds nearly all of its prose.

Names that sites give to their furniture and to their text are only hints.
"""

from collections.abc import Collection
from operator import itemgetter

from lxml.html import HtmlElement

from bulletins.document.elements import IN_LINE, is_block, name
from bulletins.document.html.finding.anchors import with_holders
from bulletins.document.html.finding.prose import Prose
from bulletins.document.html.lines.layout import is_layout
from bulletins.document.html.opening.furniture import is_furniture, is_text
from bulletins.document.parsing.furniture import is_furniture as is_page_line
from bulletins.document.parsing.top.labels import has_label
from bulletins.document.plain import EDGE

MOST = 0.85  # a child with this share of the prose is the article's box
OUTSIDE = 300  # more prose than this beside the box belongs to the article too
HINTED = 0.5  # with a telling name, less is enough
TITLED = 0.25  # with the page's title over it, too
TEXTS = frozenset("p ul ol h1 h2 h3 h4 h5 h6 pre blockquote dl".split())


def find_article(root: HtmlElement, prose: Prose, anchors: Collection[HtmlElement]) -> HtmlElement:
    """The element that holds the article; the body itself where no part of it stands out.

    anchors: where the page says the article's title (see ``anchors``).
    """
    here = body_of(root)
    hinted = with_holders(e for e in here.iter() if is_text(e) and prose.of(e).free)
    titled = with_holders(anchors)
    while prose.of(here).free and (inner := _inner(here, prose, hinted, titled)) is not None:
        here = inner
    return here


def body_of(root: HtmlElement) -> HtmlElement:
    body = root.find("body")
    return root if body is None else body


def _inner(
    here: HtmlElement, prose: Prose, hinted: set[HtmlElement], titled: set[HtmlElement]
) -> HtmlElement | None:
    """The one box inside that holds nearly everything, or enough under a telling name or the
    page's title; None when the text begins to spread.
    """
    whole = prose.of(here).free
    boxes = [(prose.of(box).free / whole, box) for box in here if _is_box(box)]
    for share, box in boxes:
        if (share >= HINTED and box in hinted) or (share >= TITLED and box in titled):
            return box
    share, box = max(boxes, key=itemgetter(0), default=(0.0, here))
    alone = share >= MOST and whole - share * whole <= OUTSIDE
    return box if alone and not _has_text_beside(here) else None


def _is_box(child: HtmlElement) -> bool:
    """It may hold the article: no paragraph, no table of data, no part of a line."""
    tag = name(child)
    if not tag or tag in TEXTS or is_furniture(child):
        return False
    if tag == "table":
        return is_layout(child)
    lines = any(is_block(inner) or name(inner) == "br" for inner in child)
    return lines or (tag not in IN_LINE and is_text(child)) or tag == "td"


def _has_text_beside(here: HtmlElement) -> bool:
    """Paragraphs next to the boxes: the first words of a text whose rest stands in a box."""
    lines = ["".join(p.itertext()).strip(EDGE) for p in here if name(p) == "p" and not _links(p)]
    return any(
        line.endswith(("。", "：", "；")) and not is_page_line(line) and not has_label(line)
        for line in lines
    )


def _links(element: HtmlElement) -> bool:
    return next(element.iter("a"), None) is not None
