"""Words near the article that are its own: a summary above its box, a signature below it.

What is neither the article's nor furniture by a clear rule is named in a notice, not dropped.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field

from bulletins.document import plain
from bulletins.document.html.fact_tables import is_fact_table, unknown_facts
from bulletins.document.html.leaves import Leaf
from bulletins.document.html.outside import Outside
from bulletins.document.html.page_words import (
    is_address,
    is_box_title,
    is_metadata,
    is_page_part,
    is_sentence,
    is_signature,
)
from bulletins.document.notices import Notice
from bulletins.document.parsing.top.facts import document_number
from bulletins.document.parsing.top.labels import has_label, read_facts
from bulletins.document.parsing.top.title_lines import DASH

SHOWN = 24  # characters of each line in a notice
WORD = 5  # characters of a button or of the name of a column
MOST = 8  # lines in a notice
FEW = 20  # lines that are looked for in all the text
FAR = 15  # characters of a sentence far from the article that is worth a word


@dataclass(slots=True)
class Joined:
    """The article's lines with those from around it; left: words beside it that found no place;
    far: sentences elsewhere in the page.
    """

    lines: list[Leaf]
    left: list[str] = field(default_factory=list)
    far: list[str] = field(default_factory=list)

    def leave(self, lines: Sequence[Leaf]) -> None:
        """These are not taken; what they say is named, unless they are surely furniture."""
        for leaf in lines:
            if leaf.named == "sure" or is_page_part(leaf):
                continue
            if _is_credit(leaf):
                self.left += _unsaid(leaf.text)
            elif len(leaf.text) > WORD:
                self.left.append(leaf.text)

    def notices(self) -> tuple[Notice, ...]:
        """One remark for words beside the article, one for sentences elsewhere in the page."""
        near = _notice("outside.left", "正文之外还有文字未取用，请核对", self.left)
        return (*near, *_notice("outside.far", "网页其他位置另有文字未取用", self.far))


def join(lines: Sequence[Leaf], outside: Outside, headline: str | None) -> Joined:
    """Add to the article's lines what stands near it and is text.

    headline: over the article, "" if there is none, None if it is among the article's lines.
    """
    joined = Joined([])
    titled = headline is None
    below_title = len(outside.above) if titled else _from_headline(outside.above, headline or "")
    above = _above(outside.above[below_title:], joined.left)
    below = _below(outside.below)
    joined.leave(outside.below[len(below) :])
    joined.lines = [*_new(above, lines), *lines, *_new(below, lines)]
    far = (*outside.far_above, *outside.above[:below_title], *outside.far_below)
    joined.far = [leaf.text for leaf in far if _is_far_sentence(leaf)]
    return joined


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
            left += _unsaid(text)
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
    run = _until(below, lambda leaf: _is_apart(leaf) or _is_credit(leaf) or is_box_title(leaf))
    ends = [i for i, leaf in enumerate(run, 1) if is_sentence(leaf.text) or is_signature(leaf)]
    return list(run[: ends[-1]]) if ends else []


def _until(lines: Sequence[Leaf], ends: Callable[[Leaf], bool]) -> Sequence[Leaf]:
    return lines[: next((i for i, leaf in enumerate(lines) if ends(leaf)), len(lines))]


def _is_credit(leaf: Leaf) -> bool:
    """责任编辑：…, 供稿：… 审核：…"""
    text = leaf.text.strip("()（）【】[]")
    return len(text) <= 80 and (has_label(text) or "byline" in read_facts(text).values)


def _unsaid(text: str) -> list[str]:
    """Words of a line of facts that have no field: 供稿：办公室, and what is no fact at all."""
    facts = read_facts(text)
    people = [said.words for said in facts.said if said.kind == "byline" and said.value]
    return [words for words in (*people, facts.rest) if len(plain.bare(words)) > 1]


def _is_far_sentence(leaf: Leaf) -> bool:
    text = leaf.text
    said = len(text) >= FAR and "。" in text
    return said and not leaf.named and not is_page_part(leaf)


def _notice(code: str, sentence: str, words: Sequence[str]) -> tuple[Notice, ...]:
    if not words:
        return ()
    shown = "".join(
        f"「{text[:SHOWN]}{'…' if len(text) > SHOWN else ''}」" for text in words[:MOST]
    )
    more = f"等 {len(words)} 处" if len(words) > MOST else ""
    return (Notice(0, code, f"{sentence}：{shown}{more}"),)
