"""Which line of a page is the headline: told by its head, marked by its name, or by its place."""

from collections.abc import Iterator, Sequence

from bulletins.document import plain
from bulletins.document.blocks import Clue
from bulletins.document.html.finding.outside import Outside
from bulletins.document.html.finding.page_parts import is_page_part
from bulletins.document.html.finding.page_words import is_metadata
from bulletins.document.html.lines.leaf import Leaf
from bulletins.document.html.lines.styles import is_strong
from bulletins.document.parsing.top.told_titles import SUFFIX

SHORTEST, LONGEST = 4, 100
SURELY = 6  # characters of a title that the page's head tells only in part
TOGETHER = 3  # lines of a headline


def find_headline(outside: Outside, heads: Sequence[Clue]) -> str:
    """The headline over the article, "" where none is certain. Ask in turn for the nearest line

    1. that is a title the page's head tells,
    2. that is most of such a title,
    3. that is set as a heading, in a box named as a title, or near the article and bold in the
       middle.
    """
    titles = told(heads)
    lines = [leaf for leaf in (*outside.far_above, *outside.above) if can_be_headline(leaf)][::-1]
    near = [leaf for leaf in outside.above if can_be_headline(leaf)][::-1]
    return (
        _exact(lines, titles)
        or next((leaf.text for leaf in lines if _is_part(leaf.text, titles)), "")
        or next((leaf.text for leaf in near if _stands_out(leaf) or _is_set_as_title(leaf)), "")
        or next((leaf.text for leaf in lines if _is_set_as_title(leaf)), "")
    )


def _exact(nearest: Sequence[Leaf], titles: Sequence[str]) -> str:
    spelt = {_same(title): title for title in reversed(titles)}
    for last in range(len(nearest)):
        for count in range(1, TOGETHER + 1):
            words = " ".join(leaf.text for leaf in nearest[last : last + count][::-1])
            if (title := spelt.get(_same(words))) is not None:
                broken = count > 1 or nearest[last].element.find(".//br") is not None
                return title if broken else words
    return ""


def can_be_headline(leaf: Leaf) -> bool:
    """Short, no sentence, no fact, no part of the page."""
    text = leaf.text
    if not SHORTEST <= len(text) <= LONGEST or text[-1] in "。；，、：:;,":
        return False
    return leaf.named != "sure" and not is_page_part(leaf) and not is_metadata(text)


def _is_set_as_title(leaf: Leaf) -> bool:
    """In a box that the site calls a title, or an h1 to h3 outside its bars and columns."""
    return leaf.titled or (not leaf.named and leaf.heading is not None and leaf.heading <= 3)


def _stands_out(leaf: Leaf) -> bool:
    return leaf.align == "center" and is_strong(leaf.element, leaf.strong)


def told(heads: Sequence[Clue]) -> list[str]:
    """Titles in the page's head: as they are, and without the names of column and site."""
    return list(_told(heads))


def _told(heads: Sequence[Clue]) -> Iterator[str]:
    for clue in heads:
        yield clue.value
        if clue.name == "title":
            cut = SUFFIX.sub("", clue.value)
            while cut and cut != clue.value:
                yield cut
                shorter = SUFFIX.sub("", cut)
                if shorter == cut:
                    break
                cut = shorter


def _is_part(words: str, titles: Sequence[str]) -> bool:
    same = _same(words)
    wanted = [_same(title) for title in titles]
    return len(same) >= SURELY and any(t.startswith(same) or t.endswith(same) for t in wanted)


def _same(text: str) -> str:
    return plain.narrow(plain.bare(text))
