"""A page without a site around its text: what somebody saved there is the text, all of it.

Its head tells no title and nothing leads away from it. A box that is called the text's may hold
nothing but the line with the date; whatever the boxes are called, nothing may be lost.
"""

from collections.abc import Collection, Iterator
from itertools import islice

from lxml.html import HtmlElement

from bulletins.document import plain
from bulletins.document.html.finding.attachments import is_file_line
from bulletins.document.html.finding.clues import head_clues
from bulletins.document.html.finding.fact_tables import is_fact_table
from bulletins.document.html.finding.left_out import is_credit
from bulletins.document.html.finding.outside import Outside
from bulletins.document.html.finding.page_parts import is_page_part
from bulletins.document.html.finding.page_words import is_metadata
from bulletins.document.html.lines.leaf import Leaf
from bulletins.document.html.opening.furniture import forget, is_furniture, is_sure
from bulletins.document.html.opening.links import is_attachment

FEW = 3  # links; a site's pages have dozens
WORDS = 2  # characters of a link that one can follow


def is_bare(root: HtmlElement) -> bool:
    """No title in its head; no menu, no column of news, no way back."""
    if next(head_clues(root), None):
        return False
    leading = (link for link in root.iter("a") if _leads(link))
    return len(list(islice(leading, FEW))) < FEW


def forget_columns(root: HtmlElement) -> None:
    """There is nothing beside the text: only menus and footers keep their names."""
    for element in root.iterdescendants():
        if is_furniture(element) and not is_sure(element):
            forget(element)


def says_more(outside: Outside, taken: Collection[str]) -> bool:
    """Words stand outside that are in nothing taken, and are neither facts nor of the page."""
    known = {plain.bare(words) for words in taken}
    return any(plain.bare(leaf.text) not in known for leaf in _words(outside))


def _words(outside: Outside) -> Iterator[Leaf]:
    for leaf in outside.all():
        if leaf.named == "sure" or is_page_part(leaf) or is_file_line(leaf):
            continue
        if not _is_facts(leaf):
            yield leaf


def _is_facts(leaf: Leaf) -> bool:
    """One line of them: behind a break in it, other words may stand."""
    one_line = leaf.element.find(".//br") is None
    return is_fact_table(leaf) or (one_line and (is_credit(leaf) or is_metadata(leaf.text)))


def _leads(link: HtmlElement) -> bool:
    words = len(plain.bare("".join(link.itertext()))) >= WORDS
    return words and bool(link.get("href")) and not is_attachment(link)
