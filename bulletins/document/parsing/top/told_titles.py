"""Titles that a page tells: in a label, in a heading over the article, in its tags."""

import re
from collections.abc import Iterator, Sequence

from bulletins.document.blocks import Clue
from bulletins.document.parsing.top.label_kinds import kind_of
from bulletins.document.plain import bare, narrow, squeeze

CONFIRMED = 8  # characters; shorter ones may be the name of a site or a column
# Most trusted first.
RANKS = {"headline": 0, "标题": 0, "h1": 1, "ArticleTitle": 2, "og:title": 3, "above": 4}
# "标题 - 栏目 - 站名"
SUFFIX = re.compile(r"\s*[-_|–—－]+\s*[^-_|–—－]*$|\s*>>.*$")


def told(clues: Sequence[Clue]) -> Iterator[str]:
    """Titles the page tells, most trusted first; <title> last and without the site's name."""
    known = [clue for clue in clues if kind_of(clue.name) == "title" or clue.name in RANKS]
    for clue in sorted(known, key=lambda clue: RANKS.get(clue.name, 0 if clue.visible else 2)):
        if squeeze(clue.value):
            yield squeeze(clue.value)
    for clue in clues:
        if clue.name == "title":
            yield from _cuts(squeeze(clue.value))


def _cuts(value: str) -> Iterator[str]:
    """ "标题-栏目-站名" → each shorter form; one that is too short to be a title is no witness."""
    shorter, cut = value, SUFFIX.sub("", value)
    forms = [value]
    while cut != shorter and len(cut) >= 6:
        forms.append(cut)
        shorter, cut = cut, SUFFIX.sub("", cut)
    if len(forms) > 1 or not SUFFIX.search(value):  # "通知公告_某某大学" names a column, no title
        yield from forms[::-1]


def confirmed(clues: Sequence[Clue]) -> str:
    """The headline over the article, or a heading there that the page's own title confirms."""
    if headline := next((clue.value for clue in clues if clue.name == "headline"), ""):
        return squeeze(headline)
    hidden = [same(clue.value) for clue in clues if clue.name in ("title", "og:title")]
    for clue in clues:
        seen = squeeze(clue.value)
        shown = clue.visible and clue.name == "h1" and len(seen) >= CONFIRMED
        if shown and any(title.startswith(same(seen)) for title in hidden):
            return seen
    return ""


def same(text: str) -> str:
    """For comparing titles: without spaces, in one width."""
    return narrow(bare(text))
