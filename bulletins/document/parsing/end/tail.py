"""The end of an article, read from the last line upwards as far as lines explain themselves."""

from collections.abc import Sequence

from bulletins.document.notices import Notice
from bulletins.document.parsing.cutting.lines import Line
from bulletins.document.parsing.end.attached import take_attachments
from bulletins.document.parsing.end.closing import is_imprint, take_closing
from bulletins.document.parsing.end.credit_lines import read_credit, source_line
from bulletins.document.parsing.end.ending import Tail
from bulletins.document.parsing.end.footers import footer, is_foot
from bulletins.document.parsing.top.known import Known
from bulletins.document.plain import squeeze

NEAR = 8  # lines over the last words of a text among which its source may stand


def read_tail(lines: Sequence[Line], start: int, known: Known) -> Tail:
    """Footers and credits, then attachments, then signature and date."""
    tail = Tail()
    foot = footer(lines, start)
    dropped = list(range(foot, len(lines)))
    end = _under_text(tail, lines, range(start, foot), known, dropped)
    _drop(tail, lines, sorted(dropped))
    _source_above(lines, range(max(start, end - NEAR), end), known)
    take_attachments(tail, lines, start, end)
    take_closing(tail, lines, start, end, known)
    return tail


def _under_text(
    tail: Tail, lines: Sequence[Line], body: range, known: Known, dropped: list[int]
) -> int:
    """Where the text ends: under it stand, in any order, who it is from, who made it, to whom
    it was sent, and switches of the page.
    """
    for index in reversed(body):
        line = lines[index]
        if not line.prose or line.marker or line.pictured:
            return index + 1
        if is_foot(line.text):
            dropped.append(index)
        elif is_imprint(line):
            tail.closing.insert(0, index)
        elif (credit := read_credit(line, known)) is None:
            return index + 1
        elif credit.kept:
            tail.closing.insert(0, index)
        else:
            tail.used.add(index)
            tail.told.append(line.printed)
            tail.notices += credit.notices
    return body.start


def _source_above(lines: Sequence[Line], near: range, known: Known) -> None:
    """ "来源：示范日报" among other last words: believed, and left where it stands."""
    for index in reversed(near):
        line = lines[index]
        if line.prose and not line.marker and (source := source_line(line.text)):
            known.text("source", source)


def _drop(tail: Tail, lines: Sequence[Line], dropped: Sequence[int]) -> None:
    if dropped:
        words = "／".join(squeeze(lines[index].text) for index in dropped)
        text = f"已略去网页页脚：{words}"
        tail.notices.append(Notice(lines[dropped[0]].number, "furniture.bottom", text))
        tail.used |= set(dropped)
        tail.told += [lines[index].printed for index in dropped]
