"""Words near the article that are its own: a summary above its box, a signature below it.

What is neither the article's nor furniture by a clear rule is named in a notice, not dropped.
"""

from collections.abc import Callable, Iterator, Sequence

from bulletins.document import plain
from bulletins.document.html.finding.fact_tables import is_fact_table, unknown_facts
from bulletins.document.html.finding.left_out import (
    FAR,
    LeftOut,
    is_credit,
    is_far_line,
    is_far_sentence,
    unsaid,
)
from bulletins.document.html.finding.outside import Outside
from bulletins.document.html.finding.page_parts import is_page_part
from bulletins.document.html.finding.page_words import (
    is_address,
    is_box_title,
    is_metadata,
    is_sentence,
    is_signature,
)
from bulletins.document.html.lines.leaf import Leaf
from bulletins.document.parsing.top.facts import document_number
from bulletins.document.parsing.top.title_lines import DASH

SMALL = 100  # characters; of a page with so short a text the shortest line elsewhere is named
FEW = 20  # lines that are looked for in all the text


def join(
    lines: Sequence[Leaf], outside: Outside, headline: str | None, left_out: LeftOut
) -> list[Leaf]:
    """The article's lines with what stands near it and is text; all else goes to left_out.

    headline: over the article, "" if there is none, None if it is among the article's lines.
    """
    titled = headline is None
    below_title = len(outside.above) if titled else _from_headline(outside.above, headline or "")
    above = _above(outside.above[below_title:], left_out.near)
    below = _below(outside.below)
    left_out.leave(outside.below[len(below) :])
    far = (*outside.far_above, *outside.above[:below_title], *outside.far_below)
    worth = is_far_line if sum(len(leaf.text) for leaf in lines) < SMALL else is_far_sentence
    left_out.far += [leaf.text for leaf in far if leaf.text != headline and worth(leaf)]
    return [*_new(above, lines), *lines, *_new(below, lines)]


def _new(found: Sequence[Leaf], lines: Sequence[Leaf]) -> Iterator[Leaf]:
    """Lines that do not repeat the article: a summary is often its first words."""
    said = {plain.bare(leaf.text) for leaf in lines} if found else set()
    inside = "\n".join(said) if len(found) <= FEW else ""
    for leaf in found:
        words = plain.bare(leaf.text)
        if len(words) < FAR or (words not in said and words not in inside):
            yield leaf


def _from_headline(above: Sequence[Leaf], headline: str) -> int:
    """Where the lines under the headline begin; without it, after the last part of the page."""
    for ends in (lambda leaf: _is_headline(leaf.text, headline), _is_apart):
        for at in range(len(above), 0, -1):
            if ends(above[at - 1]):
                return at
    return 0


def _is_apart(leaf: Leaf) -> bool:
    return bool(leaf.named) or is_page_part(leaf)


def _above(above: Sequence[Leaf], left: list[str]) -> list[Leaf]:
    """Sentences between the headline and the article, and a document number or subtitle."""
    found: list[Leaf] = []
    for leaf in above:
        text = leaf.text
        if _is_apart(leaf):
            continue
        if is_fact_table(leaf):
            left += unknown_facts(leaf)
        elif is_metadata(text) and not is_sentence(text):
            left += unsaid(text)
        elif is_sentence(text) or is_address(text) or document_number(text) or DASH.match(text):
            found.append(leaf)
        else:
            left.append(text)
    return found


def _is_headline(text: str, headline: str) -> bool:
    """The line, or a good piece of it, or with facts beside it."""
    title, words = plain.bare(headline), plain.bare(text)
    piece = 2 * len(words) >= len(title) and words in title
    return bool(title) and (piece or words.startswith(title))


def _below(below: Sequence[Leaf]) -> list[Leaf]:
    """The lines right after the article up to the last one that is text."""
    run = _until(below, lambda leaf: _is_apart(leaf) or is_credit(leaf) or is_box_title(leaf))
    ends = [i for i, leaf in enumerate(run, 1) if is_sentence(leaf.text) or is_signature(leaf)]
    return list(run[: ends[-1]]) if ends else []


def _until(lines: Sequence[Leaf], ends: Callable[[Leaf], bool]) -> Sequence[Leaf]:
    return lines[: next((i for i, leaf in enumerate(lines) if ends(leaf)), len(lines))]
