"""What a page says of its article outside the text: tags, labels, lines above and below."""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from lxml.html import HtmlElement

from bulletins.document import plain
from bulletins.document.blocks import Clue
from bulletins.document.elements import name
from bulletins.document.html.finding.headline import can_be_headline
from bulletins.document.html.finding.outside import Outside
from bulletins.document.html.finding.page_parts import is_page_part
from bulletins.document.html.finding.page_words import is_metadata, is_sentence
from bulletins.document.html.lines.leaf import Leaf
from bulletins.document.parsing.dates import find_moment
from bulletins.document.parsing.furniture import is_breadcrumb
from bulletins.document.parsing.top.label_kinds import kind_of
from bulletins.document.parsing.top.labels import Facts, read_facts

NEAR = 25  # lines above the article in which its metadata are looked for
FIRST = 12  # lines of the article among which its title may stand
BELOW = 8
LONGEST = 100
ADDRESS = re.compile(r"https?://\S+")
TITLED = 4  # characters from which a line can be a title
SOON = 12  # characters before the date in a line that says when


def head_clues(root: HtmlElement) -> Iterator[Clue]:
    """Tags in the page's head."""
    for meta in root.iter("meta"):
        label = meta.get("name") or meta.get("property") or ""
        value = plain.squeeze(meta.get("content", ""))
        if value and (kind_of(label) or label == "og:title"):
            yield Clue(label, value, visible=False)
    title = root.find(".//title")
    if title is not None and plain.squeeze(title.text_content()):
        yield Clue("title", plain.squeeze(title.text_content()), visible=False)


def line_clues(outside: Outside, lines: Sequence[Leaf], headline: str | None) -> Iterator[Clue]:
    """The headline, lines of metadata above the article, credits right below it.

    headline: None if it is among the article's lines; then no line above is a title.
    """
    if headline:
        yield Clue("headline", headline, visible=True)
    above = [leaf for leaf in (*outside.far_above, *outside.above) if not _is_path(leaf)][-NEAR:]
    before = ""
    for leaf in above:
        metadata = is_metadata(leaf.text)
        if metadata and before and headline == "":
            yield Clue("above", before, visible=True)
        titled = TITLED < len(leaf.text) <= LONGEST and not leaf.named and not is_page_part(leaf)
        before = leaf.text if titled and not metadata else ""
        if metadata:
            yield from _metadata(leaf)
        elif headline is not None and _is_heading(leaf):
            yield Clue("h1", leaf.text, visible=True)
    yield from _dateline(outside.above, headline or "")
    yield from () if headline else _titles_inside(lines)
    yield from _credits(outside.below)


def _is_heading(leaf: Leaf) -> bool:
    """A sentence set as a heading is text, and is joined to it."""
    headed = leaf.heading is not None and leaf.heading <= 3
    return headed and not leaf.named and not is_sentence(leaf.text)


def _is_path(leaf: Leaf) -> bool:
    return len(leaf.text) > 2 * LONGEST or is_breadcrumb(leaf.text)


def _metadata(leaf: Leaf) -> Iterator[Clue]:
    """The pieces of a line that say something by themselves, then the whole line:
    <span>2024-03-01</span><span>来源：示范日报</span><a>打印</a>
    """
    for piece in () if name(leaf.element) == "table" else leaf.element:
        words = plain.squeeze(" ".join(piece.itertext()))
        if words and words != leaf.text and is_metadata(words) and _says(read_facts(words)):
            yield Clue("line", words, visible=True)
    yield Clue("line", ADDRESS.sub("", leaf.text), visible=True)


def _says(facts: Facts) -> bool:
    """A label alone says nothing: its value is the next piece."""
    return all(facts.values.values()) if facts.values else facts.moment is not None


def _dateline(above: Sequence[Leaf], headline: str) -> Iterator[Clue]:
    """ "2024-03-01 团委" between headline and text says when, though no label says of what."""
    at = next((i for i, leaf in enumerate(above) if leaf.text == headline), len(above))
    for leaf in above[at + 1 :]:
        text = leaf.text
        moment = find_moment(text) if len(text) <= LONGEST and "。" not in text else None
        if moment and moment.start <= SOON and not set("：:") & set(text[: moment.start]):
            yield Clue("line", text[moment.start : moment.end], visible=True)


def _titles_inside(lines: Sequence[Leaf]) -> Iterator[Clue]:
    """A line of the article that is named as its title, or stands right above its metadata."""
    for leaf, after in pairwise(lines[:FIRST]):
        if is_sentence(leaf.text):
            return
        titled = leaf.titled or (is_metadata(after.text) and not is_sentence(after.text))
        if can_be_headline(leaf) and titled:
            yield Clue("above", leaf.text, visible=True)


def _credits(below: Sequence[Leaf]) -> Iterator[Clue]:
    """Right under the article: who edited it, where it is from, when it was published."""
    for leaf in below[:BELOW]:
        facts = read_facts(leaf.text) if len(leaf.text) <= LONGEST else Facts()
        told = set(facts.values) & {"source", "editor", "published"}
        if told and not facts.moment and "。" not in leaf.text:
            yield Clue("line", leaf.text.strip("()（）【】[]"), visible=True)
