"""Whether a candidate says what is sought, and how well: the index knows pairs of characters only.

A word of two characters is a token; a longer one is looked for in the text. Weights are tuned on
the judged set (docs/search.md).
"""

from collections.abc import Sequence
from functools import lru_cache
from math import log2
from typing import NamedTuple

from bulletins.document.folding.characters import STOP
from bulletins.document.pinyin import find_run
from bulletins.indexing.cutting import uncut
from bulletins.indexing.engines.candidates import Candidate
from bulletins.search.finding.asking import Sought

HEADING = 30.0  # of a kind that is not below
HEADS = {"t": 60.0, "n": 26.0, "s": 30.0, "i": 26.0, "f": 24.0}
BODIES = {"t": 16.0, "l": 17.0, "i": 17.0, "s": 10.0, "c": 6.0, "f": 8.0}
AROUND = 2.0  # the title above
REGION = 26.0  # the region it is said of
WHOLE_WORD = 3.0  # 北京 as a word
BY_CHANCE = 0.4  # 北京 in 东北京剧
COVERS = 12.0  # how much of a heading the words are
TOGETHER = 8.0  # all that was typed, in a row
AGAIN = 1.5


class Judged(NamedTuple):
    """A passage that says it. why: in words, for staff."""

    candidate: Candidate
    score: float
    why: str


class Reading(NamedTuple):
    """A candidate's text as it is read."""

    head: str
    body: str
    words: str
    context: str


def judge(
    candidate: Candidate, sought: Sequence[Sought], whole: str, unwanted: Sequence[str]
) -> Judged | None:
    """None if it does not say every word, or one that is unwanted."""
    reading = read(candidate)
    if not _is_said(reading, sought, unwanted):
        return None
    found = [place_of(candidate.kind, reading, one) for one in sought]
    base = sum(found) / len(found)
    more = _covers(reading, sought) + _together(reading, whole) + _again(reading, sought)
    return Judged(candidate, base + more, f"位置 {base:.1f}，贴合 {more:.1f}")


def is_said(candidate: Candidate, sought: Sequence[Sought], unwanted: Sequence[str]) -> bool:
    """Whether ``judge`` would find something."""
    return _is_said(read(candidate), sought, unwanted)


def _is_said(reading: Reading, sought: Sequence[Sought], unwanted: Sequence[str]) -> bool:
    """It says every word, or stands under it; not under all of them; and none that is unwanted."""
    if _is_excluded(reading, unwanted):
        return False
    missing = [one for one in sought if not says(reading, one)]
    return all(_is_around(reading, one) for one in missing) and (
        len(missing) < len(sought) or any(_is_region(reading, one) for one in missing)
    )


def is_excluded(candidate: Candidate, unwanted: Sequence[str]) -> bool:
    return _is_excluded(read(candidate), unwanted)


def _is_excluded(reading: Reading, unwanted: Sequence[str]) -> bool:
    """Whether it says what is unwanted, or stands under it."""
    texts = (reading.head, reading.body, reading.context)
    return any(one in text for one in unwanted for text in texts)


def read(candidate: Candidate) -> Reading:
    """Its heading and body without gaps, and the words they were cut into."""
    return Reading(*uncut(candidate.words), candidate.words, candidate.context)


def parted(words: str) -> str:
    """The words of a row, each between spaces."""
    return f" {words} ".replace("\n", " ")


def place_of(kind: str, reading: Reading, sought: Sought) -> float:
    """What it is worth where the word stands; 0 where it does not."""
    for text in sought.texts:
        if text in reading.head:
            return _worth(HEADS.get(kind, HEADING), reading, text)
        if len(text) > 1 and text in reading.body:
            return _worth(BODIES.get(kind, 10.0), reading, text)
    if sought.initials and run_in(reading.head, sought.initials):
        return HEADS.get(kind, HEADING)
    if _is_region(reading, sought):
        return REGION
    return AROUND if _is_around(reading, sought) else 0.0


def says(reading: Reading, sought: Sought) -> bool:
    """Itself, not what it stands under."""
    for text in sought.texts:
        if text in reading.head or (len(text) > 1 and text in reading.body):
            return True
    return bool(sought.initials and run_in(reading.head, sought.initials))


@lru_cache(maxsize=4_096)
def run_in(head: str, typed: str) -> tuple[int, int] | None:
    """Where a heading sounds as was typed; a page of answers asks so of the same ones."""
    return find_run(head, typed)


def _is_around(reading: Reading, sought: Sought) -> bool:
    """In the title above, or the region's name."""
    return any(text in said for said in reading.context.split(STOP * 2, 1) for text in sought.texts)


def _is_region(reading: Reading, sought: Sought) -> bool:
    _, _, region = reading.context.partition(STOP * 2)
    return any(text in region for text in sought.texts)


def _worth(score: float, reading: Reading, text: str) -> float:
    """A pair of characters that is no word there stands so by chance, mostly."""
    said = parted(reading.words)
    if f" {text}" in said or f"{text} " in said:
        return score + WHOLE_WORD
    return BY_CHANCE * score if len(text) == 2 and not text.isascii() else score


def _covers(reading: Reading, sought: Sequence[Sought]) -> float:
    """The shorter the heading beside what was asked, the more it is about that."""
    if not reading.head:
        return 0.0
    said = sum(_length_in(reading.head, one) for one in sought)
    return COVERS * min(said / len(reading.head), 1.0)


def _length_in(head: str, sought: Sought) -> int:
    said = max((len(text) for text in sought.texts if text in head), default=0)
    if not said and sought.initials and (run := run_in(head, sought.initials)):
        return run[1] - run[0]
    return said


def _together(reading: Reading, whole: str) -> float:
    if len(whole) < 3:
        return 0.0
    return TOGETHER if whole in reading.head or whole in reading.body else 0.0


def _again(reading: Reading, sought: Sequence[Sought]) -> float:
    """Said again and again; less and less does it count."""
    times = sum(reading.body.count(text) for one in sought for text in one.texts)
    return AGAIN * log2(1 + min(times, 7))
