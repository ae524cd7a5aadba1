"""Tables over a text that say what it is: 索引号, 发文机关, 成文日期 and their values."""

from collections.abc import Iterator, Sequence

from lxml.html import HtmlElement

from bulletins.document.blocks import Clue
from bulletins.document.elements import name
from bulletins.document.html.finding.page_words import is_sentence
from bulletins.document.html.lines.leaf import Leaf
from bulletins.document.parsing.top.label_kinds import kind_of
from bulletins.document.plain import bare, squeeze

FIRST = 12  # lines from the top in which such a table stands
LEAST = 2  # labels that we know
LONGEST = 10  # characters of a label


def pair_clues(root: HtmlElement) -> Iterator[Clue]:
    """Cells and terms that hold nothing but a label we know, and the one after them."""
    for label, value in _pairs(root):
        if kind_of(label):
            yield Clue(label, value, visible=True)


def is_fact_table(leaf: Leaf) -> bool:
    """A table of labels and values, most of them known."""
    if name(leaf.element) != "table":
        return False
    labels = [label for label, _ in _pairs(leaf.element)]
    known = sum(kind_of(label) is not None for label in labels)
    return known >= LEAST and 2 * known >= len(labels)


def take_facts(lines: Sequence[Leaf]) -> tuple[list[Leaf], list[Clue], list[str]]:
    """The lines without the table of facts before the text; its facts; what else it says."""
    top = next((at for at, leaf in enumerate(lines[:FIRST]) if _begins(leaf)), FIRST)
    tables = [leaf for leaf in lines[:top] if is_fact_table(leaf)]
    clues = [clue for leaf in tables for clue in pair_clues(leaf.element)]
    left = [words for leaf in tables for words in unknown_facts(leaf)]
    return [leaf for leaf in lines if leaf not in tables], clues, left


def unknown_facts(leaf: Leaf) -> Iterator[str]:
    """What such a table says that has no field: 信息类别：体育"""
    for label, value in _pairs(leaf.element):
        if value and not kind_of(label):
            yield f"{label}：{value}"


def _begins(leaf: Leaf) -> bool:
    """The text begins."""
    return name(leaf.element) != "table" and is_sentence(leaf.text)


def _pairs(root: HtmlElement) -> Iterator[tuple[str, str]]:
    for cell in root.iter("td", "th", "dt"):
        words = bare("".join(cell.itertext()))
        label = words.strip("：:【】")
        after = cell.getnext()
        told = words.endswith(("：", ":", "】")) or kind_of(label) is not None
        if after is not None and told and 0 < len(label) <= LONGEST:
            yield label, squeeze(" ".join(after.itertext()))
