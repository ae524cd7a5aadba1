"""From blocks to the lines that everything after judges: marks joined, contents left out."""

from collections.abc import Sequence

from bulletins.document.blocks import Block
from bulletins.document.parsing.cutting.contents import without_contents
from bulletins.document.parsing.cutting.decimals import numbered_by_decimals
from bulletins.document.parsing.cutting.lines import Line, lines_of
from bulletins.document.parsing.cutting.lone_marks import joined
from bulletins.document.parsing.regions.gazetteer import Find


def cut_lines(blocks: Sequence[Block], find: Find) -> list[Line]:
    """find: the region that a whole line names, or None."""
    return without_contents(numbered_by_decimals(joined(lines_of(blocks, find))))
