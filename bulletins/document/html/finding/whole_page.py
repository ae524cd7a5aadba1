"""A whole page: its article, and what is said of it around. The steps in order."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace

from lxml.html import HtmlElement

from bulletins.document.blocks import Clue, Source
from bulletins.document.html.finding import clues, outside
from bulletins.document.html.finding.anchors import anchors, with_holders
from bulletins.document.html.finding.article import find_article
from bulletins.document.html.finding.attachments import gather
from bulletins.document.html.finding.belief import disbelieve
from bulletins.document.html.finding.fact_tables import pair_clues, take_facts
from bulletins.document.html.finding.headline import find_headline, told
from bulletins.document.html.finding.joining import join
from bulletins.document.html.finding.left_out import LeftOut
from bulletins.document.html.finding.page_words import is_sentence
from bulletins.document.html.finding.related import drop_related
from bulletins.document.html.lines.leaf import Leaf
from bulletins.document.html.lines.leaf_blocks import source_of
from bulletins.document.html.lines.leaves import leaves
from bulletins.document.html.lines.styles import Sizes, mark_bold
from bulletins.document.html.opening.tree import rooted
from bulletins.document.plain import squeeze


def read_page(root: HtmlElement, pictures: Mapping[str, bytes]) -> Source:
    """Blocks of the article and clues around it; pictures: those that came with the page."""
    page = _Page(root)
    lines, notices = drop_related(page.lines)
    lines, page.around = gather(lines, page.around)
    lines = join(lines, page.around, page.headline, page.left_out)
    source = source_of(lines, pictures, Sizes(page.article))
    notices = (*notices, *page.left_out.notices(), *source.notices)
    return replace(source, clues=page.clues, notices=notices)


class _Page:
    """What is found in a page before its lines are judged; each step leaves what the next needs."""

    def __init__(self, root: HtmlElement) -> None:
        mark_bold(root)
        heads = clues.head_clues(root)
        titles = anchors(root, told(heads))
        self.left_out = LeftOut()
        self.article = find_article(root, disbelieve(root, titles), titles)
        titled = any(self.article in (title, *title.iterancestors()) for title in titles)
        self.around = outside.take_out(root, self.article)
        pairs = pair_clues(root) if self.article.getparent() is None else ()
        self.headline = None if titled else find_headline(self.around, heads)
        self.lines, facts = self._lines(titles if titled else ())
        beside = clues.line_clues(self.around, self.lines, self.headline)
        self.clues = (*heads, *pairs, *facts, *beside)

    def _lines(self, titles: Collection[HtmlElement]) -> tuple[list[Leaf], list[Clue]]:
        """The article's lines from its title on, and the facts of the table over them."""
        lines = list(leaves(rooted(self.article)))
        begun = _before_title(lines, titles)
        self.left_out.far += [leaf.text for leaf in lines[:begun] if is_sentence(leaf.text)]
        self.left_out.leave([leaf for leaf in lines[begun:] if leaf.named])
        kept, facts, left = take_facts([leaf for leaf in lines[begun:] if not leaf.named])
        self.left_out.near += left
        return kept, facts


def _before_title(lines: Sequence[Leaf], titles: Collection[HtmlElement]) -> int:
    """How many lines up to the last sentence before the title: they are none of the article."""
    holders = with_holders(titles)
    words = {squeeze(" ".join(title.itertext())) for title in titles}
    said = 0
    for at, leaf in enumerate(lines if titles else ()):
        if leaf.element in holders or leaf.text in words:
            return said
        said = at + 1 if is_sentence(leaf.text) else said
    return 0
