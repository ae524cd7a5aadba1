"""The form above a paper: 索引号：011/2024-00031 and its like in a table, label beside value."""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from lxml.html import HtmlElement

from bulletins.document import body, plain
from bulletins.document.blocks import Block, Clue
from bulletins.document.parsing.top.label_kinds import kind_of

NEAR = 12  # blocks from the top
LONGEST = 2_000  # characters of a form; a longer table holds data
FEWEST = 2  # labels we know; one alone is the head of a column


def form_clues(blocks: Sequence[Block]) -> Iterator[Clue]:
    """What the tables near the top say of the paper, as labels and values."""
    for block in blocks[:NEAR]:
        if block.html.startswith("<table") and len(block.text) <= LONGEST:
            found = list(_pairs(body.parse_fragment(block.html)))
            if len(found) >= FEWEST:
                yield from (Clue(label, value, True, block.line) for label, value in found)


def _pairs(table: HtmlElement) -> Iterator[tuple[str, str]]:
    """A label that we know, and the cell after it that holds no label itself."""
    for row in table.iter("tr"):
        texts = [plain.squeeze(cell.text_content()) for cell in row.iter("td", "th")]
        for label, value in pairwise(texts):
            if value and kind_of(label) and not kind_of(value):
                yield label, value
