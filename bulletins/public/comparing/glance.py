"""A whole bulletin at a glance: its subjects, who speaks of each, and who says nothing."""

from collections.abc import Sequence
from typing import NamedTuple

from bulletins.document.matching import Subject, gather
from bulletins.public.comparing.table import names_of
from bulletins.public.comparing.voices import Voice

COMMON = 2  # regions that must speak of it, or it is one region's own
MOST_KEPT = 128
KEPT: dict[tuple[int, tuple[int, ...]], tuple[Subject, ...]] = {}


class Mention(NamedTuple):
    voice: Voice
    address: str
    heading: str


class Line(NamedTuple):
    """One subject: where each region speaks of it, and the regions that do not."""

    name: str
    mentions: tuple[Mention, ...]
    silent: tuple[Voice, ...]


class Glance(NamedTuple):
    """shared: subjects of several regions, those with most first. own: those of one alone."""

    shared: tuple[Line, ...]
    own: tuple[Line, ...]


def glance(edition: int, voices: Sequence[Voice]) -> Glance:
    """edition: its key. What belongs together is kept for it: a released text never changes."""
    subjects = _gathered(edition, voices)
    names = names_of(subjects, voices)
    lines = [_line(name, one, voices) for name, one in zip(names, subjects, strict=True)]
    return Glance(
        tuple(
            sorted(
                (one for one in lines if len(voices) - len(one.silent) >= COMMON),
                key=lambda line: len(line.silent),
            )
        ),
        tuple(one for one in lines if len(voices) - len(one.silent) < COMMON),
    )


def _gathered(edition: int, voices: Sequence[Voice]) -> tuple[Subject, ...]:
    """Which places belong together; no word of any text is kept, so nothing outlives an erasing."""
    key = edition, tuple(len(voice.topics) for voice in voices)
    if key not in KEPT:
        found = gather([voice.topics for voice in voices], again=False)
        while len(KEPT) >= MOST_KEPT:
            KEPT.pop(next(iter(KEPT), key), None)
        KEPT[key] = tuple(Subject(subject.cells) for subject in found)
    return KEPT[key]


def _line(name: str, subject: Subject, voices: Sequence[Voice]) -> Line:
    mentions = tuple(
        Mention(voices[part], voices[part].place(topic), topic.name)
        for part in sorted(subject.cells)
        for topic in [voices[part].topics[subject.cells[part][0].topic]]
    )
    silent = tuple(voice for at, voice in enumerate(voices) if at not in subject.cells)
    return Line(name, mentions, silent)
