"""The date under a cover note: what is passed on under it is dated where the note is signed."""

from collections.abc import Sequence
from datetime import date
from itertools import pairwise

from bulletins.document.parsing.cutting.lines import Line
from bulletins.document.parsing.end.closing import is_office, signing_day
from bulletins.document.parsing.sections.segments import Segment


def signed_inside(lines: Sequence[Line], cut: Sequence[Segment]) -> date | None:
    """The date at the end of the first part that is signed before another one begins; else the
    first date that stands under an office's name.
    """
    for segment in cut[:-1]:
        for index in segment.content[-2:] if len(segment.content) > 2 else ():
            if day := signing_day(lines[index]):
                return day
    return next((day for segment in cut if (day := _under_office(lines, segment.content))), None)


def _under_office(lines: Sequence[Line], content: Sequence[int]) -> date | None:
    for above, index in pairwise(content):
        if (day := signing_day(lines[index])) and is_office(lines[above]):
            return day
    return None
