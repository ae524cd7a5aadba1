"""Where a numbered line's heading ends: own line, run-in, or no heading at all (a clause).

One line alone does not tell; lines of one level in one part are written alike, so they are judged
together (GB/T 9704-2012, 7.3.3: an own-line heading has no 。, a run-in heading ends with it).
"""

from collections.abc import Sequence
from dataclasses import dataclass

from bulletins.document.markers import lone_number
from bulletins.document.parsing.cutting.lines import Line
from bulletins.document.parsing.sections.leads import (
    LEAD,
    OWN_LINE,
    Cut,
    is_bold,
    is_heading_like,
    lead_of,
    start_of,
)
from bulletins.document.plain import EDGE

LONG_LEAD = 60  # what a run-in heading may have where its siblings are run-in too
STOPS = "。；;！!？?…"


@dataclass(frozen=True, slots=True)
class Numbered:
    """A numbered line and whether unnumbered text follows it."""

    line: Line
    followed: bool


def cuts(group: Sequence[Numbered]) -> list[Cut | None]:
    """For each numbered line of one level in one part: where its heading ends, None for a
    clause.
    """
    leads = [lead_of(item.line) for item in group]
    bold = [is_bold(item.line, lead) for item, lead in zip(group, leads, strict=True)]
    voters = [(i, lead) for i, lead in enumerate(leads) if not _own_line(group[i])]
    likely = sum(1 for i, lead in voters if bold[i] or is_heading_like(group[i].line, lead))
    run_in = bool(voters) and likely * 10 >= len(voters) * 6
    only_bold = any(bold) and sum(bold) * 10 >= len(voters) * 6
    return [
        _cut(item, lead, its, run_in and (its or not only_bold))
        for item, lead, its in zip(group, leads, bold, strict=True)
    ]


def _cut(item: Numbered, lead: Cut | None, in_bold: bool, run_in: bool) -> Cut | None:
    line = item.line
    if _own_line(item):
        return Cut(len(line.text), len(line.text))
    if lead is None:
        return None
    length = lead.end - start_of(line)
    if lead.rest >= len(line.text):  # one sentence that fills the line
        own = _ornamented(line) or in_bold or (run_in and item.followed and length <= LEAD)
        return Cut(len(line.text), len(line.text)) if own else None
    return lead if in_bold or (run_in and length <= LONG_LEAD) else None


def _ornamented(line: Line) -> bool:
    """The number stood on a line of its own, above a heading that is a whole sentence."""
    alone = line.marker and lone_number(line.marker.found) is not None
    return bool(alone) and len(line.said) <= OWN_LINE


def _own_line(item: Numbered) -> bool:
    """The whole line is a heading: short and without a closing mark."""
    text = item.line.said.rstrip(EDGE)
    question = item.followed and text[-1:] in ("？", "?")  # 政策解读: 一、什么是……？
    if not text or len(text) > OWN_LINE or "。" in text or (text[-1] in STOPS and not question):
        return False
    if item.line.heading:
        return True
    lead = lead_of(item.line)
    if lead is None or lead.rest >= len(item.line.text):
        return True
    if text[-1] in "：:" and lead.run_in in ("：", ":"):  # 报名方式：……联系人见附件：
        return False
    return item.followed or lead.run_in not in ("：", ":") or lead.end - start_of(item.line) > 10
