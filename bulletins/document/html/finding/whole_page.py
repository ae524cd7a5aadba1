"""A whole page: its article, and what is said of it around. The steps in order."""

from collections.abc import Collection, Mapping, Sequence
from copy import deepcopy
from dataclasses import replace

from lxml.html import HtmlElement

from bulletins.document.blocks import Clue, Source
from bulletins.document.html.finding import clues, outside
from bulletins.document.html.finding.anchors import anchors, with_holders
from bulletins.document.html.finding.article import body_of, find_article
from bulletins.document.html.finding.attachments import gather
from bulletins.document.html.finding.bare_pages import forget_columns, is_bare, says_more
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
    if not is_bare(root):
        return _source(_Page(root), pictures)
    forget_columns(root)
    whole = deepcopy(root)
    page = _Page(root)
    source = _source(page, pictures)
    return _source(_Page(whole, whole=True), pictures) if page.leaves_words() else source


def _source(page: "_Page", pictures: Mapping[str, bytes]) -> Source:
    lines, notices = drop_related(page.lines)
    lines, page.around = gather(lines, page.around)
    page.taken = lines = join(lines, page.around, page.headline, page.left_out)
    source = source_of(lines, pictures, Sizes(page.article))
    notices = (*notices, *page.left_out.notices(), *source.notices)
    return replace(source, clues=page.clues, notices=notices)


class _Page:
    """What is found in a page before its lines are judged; each step leaves what the next needs.

    whole: all of it is the article, whatever its boxes are called.
    """

    def __init__(self, root: HtmlElement, *, whole: bool = False) -> None:
        mark_bold(root)
        heads = list(clues.head_clues(root))
        titles = () if whole else anchors(root, told(heads))
        self.left_out = LeftOut()
        prose = disbelieve(root, titles)
        self.article = body_of(root) if whole else find_article(root, prose, titles)
        titled = any(self.article in (title, *title.iterancestors()) for title in titles)
        self.around = outside.take_out(root, self.article)
        pairs = pair_clues(root) if self.article.getparent() is None else ()
        self.headline = None if titled or whole else find_headline(self.around, heads)
        self.lines, facts = self._lines(titles if titled else ())
        beside = clues.line_clues(self.around, self.lines, self.headline)
        self.clues = (*heads, *pairs, *facts, *beside)
        self.taken: Sequence[Leaf] = ()

    def leaves_words(self) -> bool:
        """Something is said outside what was taken."""
        taken = {self.headline or "", *(leaf.text for leaf in self.taken)}
        return bool(self.left_out.far) or says_more(self.around, taken)

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
    """How many lines up to the last sentence before the title: they are none of the article.

    Where they say as much as what follows, they are the article: its facts stand at its end.
    """
    holders = with_holders(titles)
    words = {squeeze(" ".join(title.itertext())) for title in titles}
    said = [len(leaf.text) * is_sentence(leaf.text) for leaf in lines] if titles else []
    named = (
        at for at in range(len(said)) if lines[at].element in holders or lines[at].text in words
    )
    title = next(named, 0)
    if sum(said[:title]) >= sum(said[title:]):
        return 0
    return max((at + 1 for at in range(title) if said[at]), default=0)
