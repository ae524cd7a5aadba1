"""A whole bulletin at a glance: its subjects, who speaks of each, and who says nothing."""

from collections.abc import Sequence
from typing import NamedTuple

from bulletins.document.matching import Subject
from bulletins.public.comparing.table import gathered, names_of
from bulletins.public.comparing.voices import Voice

COMMON = 2  # regions that must speak of it, or it is one region's own


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


def glance(voices: Sequence[Voice]) -> Glance:
    """Raises Busy."""
    subjects = gathered(voices, again=False)
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


def _line(name: str, subject: Subject, voices: Sequence[Voice]) -> Line:
    mentions = tuple(
        Mention(voices[part], voices[part].place(topic), topic.name)
        for part in sorted(subject.cells)
        for topic in [voices[part].topics[subject.cells[part][0].topic]]
    )
    silent = tuple(voice for at, voice in enumerate(voices) if at not in subject.cells)
    return Line(name, mentions, silent)
