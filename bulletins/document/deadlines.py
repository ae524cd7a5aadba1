"""The day until which a notice asks for something, as its text says it; never a guess.

"报名时间：2021年3月1日至3月15日" → 15 March 2021. A day without a year is no date, and
"截至2021年3月15日，共收到……" tells of the past: neither is a deadline.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from bulletins.document.parsing.dates import find_moment
from bulletins.document.plain import narrow

# What a notice waits for; a sentence without one of these words sets nobody a term.
ASKS = re.compile(
    "报名|征求意见|征集|意见反馈|反馈意见|提出意见|公示|申报|申请|报送|提交|投稿|应聘|缴费|受理|截止|有效期"
)
BEFORE = re.compile(r"(?:截止(?:时间|日期|日)?|有效期)\s*(?:为|是|至|到|于|在)?\s*[:：]?\s*$")
UNTIL = re.compile(r"(?:至|到|—+|－|-|～|~)\s*$")
AFTER = re.compile(
    r"\s*(?:[(（][^()（）]{1,6}[)）])?\s*(?:\d{1,2}(?:[:：]\d{2}|[时点](?:\d{1,2}分)?))?"
    r"\s*(?:前|之前|以前|止|截止|为止)"
)
# The end of "2021年3月1日至3月15日" has its year from the beginning.
REST = re.compile(
    r"\s*(?:[(（][^()（）]{1,6}[)）])?\s*(?:至|到|—+|－|-|～|~)\s*(?P<m>\d{1,2})月(?P<d>\d{1,2})日"
)
SENTENCE = re.compile(r"[^。；;！!？?\n]+")
LONGEST = 20_000  # characters that are looked at
CLOSE = 24  # how far before a day what it asks for may begin to count as beside it


@dataclass(frozen=True, slots=True)
class Deadline:
    """words: the sentence that says so."""

    day: date
    words: str


def last_deadline(text: str) -> Deadline | None:
    """The latest of them: until then something is still open."""
    return max(deadlines(text), key=lambda one: one.day, default=None)


def deadlines(text: str) -> Iterator[Deadline]:
    """Each in the order of the text."""
    for sentence in SENTENCE.findall(narrow(text[:LONGEST])):
        if ASKS.search(sentence):
            yield from (Deadline(day, sentence.strip()) for day in _days(sentence))


def _days(sentence: str) -> Iterator[date]:
    start = 0
    while found := find_moment(sentence[start:]):
        before, after = sentence[: start + found.start], sentence[start + found.end :]
        if rest := REST.match(after):
            yield from _ending(found.day, int(rest["m"]), int(rest["d"]))
        elif AFTER.match(after) or BEFORE.search(before) or _ends_a_span(before):
            yield found.day
        start += found.end


def _ends_a_span(before: str) -> bool:
    """Whether the day closes "2021年3月1日至……"; a lone 截至 does not."""
    return (
        bool(UNTIL.search(before))
        and not before.rstrip().endswith("截至")
        and (find_moment(before[-CLOSE:]) is not None)
    )


def _ending(begins: date, month: int, day: int) -> Iterator[date]:
    """The end of a span within one year; one that would end before it began is not understood."""
    try:
        ends = date(begins.year, month, day)
    except ValueError:
        return
    if ends >= begins:
        yield ends
