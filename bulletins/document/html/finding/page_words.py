"""What a line near an article says: a sentence, a fact, an address, a signature."""

import re

from bulletins.document.html.lines.leaf import Leaf
from bulletins.document.markers import read_marker
from bulletins.document.parsing.dates import TODAY, find_moment, only_date
from bulletins.document.parsing.top.labels import has_label, read_facts

SENTENCE = 10  # characters of the shortest sentence
ENDS = ("。", "！", "？", "；", "：", "”", "）")
DATELINE = 60
LONGEST = 120


def is_metadata(text: str) -> bool:
    """发布时间：2024-03-01 来源：示范日报, or a short line with a date; not today's."""
    values = read_facts(text).values if len(text) <= 2 * LONGEST else {}
    if has_label(text) or len(values) > 1:
        return True
    if TODAY.search(text):
        return bool(set(values) - {"maybe_published"})
    return len(text) <= DATELINE and find_moment(text) is not None


def is_box_title(leaf: Leaf) -> bool:
    """A heading without a number under a text begins something else: 关于我们."""
    return leaf.heading is not None and not read_marker(leaf.text)


def is_sentence(text: str) -> bool:
    """Running text, or a numbered line."""
    if read_marker(text):
        return len(text) > SENTENCE / 2
    ended = text.endswith(ENDS) and not read_facts(text).values
    return len(text) >= SENTENCE and ("。" in text or ended)


def is_address(text: str) -> bool:
    """The line under a title that says to whom: 各单位："""
    return 2 < len(text) <= LONGEST and text[-1] in "：:" and not read_facts(text).values


def is_signature(leaf: Leaf) -> bool:
    """A date alone, or a short line set to the right."""
    text = leaf.text
    short = leaf.align == "right" and len(text) <= 40 and not re.search("[。，；：]", text)
    return only_date(text) is not None or short
