"""Regions side by side: a row for each subject, a cell for each region, gaps where it is silent."""

from collections.abc import Sequence
from typing import NamedTuple

from bulletins.document.matching import Subject, Topic, gather
from bulletins.public.comparing.kept import kept
from bulletins.public.comparing.voices import Voice

SHORT = 220  # characters of a text that stand open
LONGEST = 4_000  # that are printed; the rest is a press away


class Passage(NamedTuple):
    """One section in a cell. percent: how near it is to what the others say; None where alone."""

    label: str
    heading: str
    text: str
    address: str
    percent: int | None = None
    cut: bool = False

    @property
    def is_long(self) -> bool:
        return len(self.text) > SHORT

    @property
    def beginning(self) -> str:
        return self.text[:SHORT]


class Cell(NamedTuple):
    voice: Voice
    passages: tuple[Passage, ...]


class Row(NamedTuple):
    """One subject. name: the shortest heading under which it is spoken of."""

    number: int
    name: str
    cells: tuple[Cell, ...]

    @property
    def silent(self) -> list[Voice]:
        """Who says nothing on it."""
        return [cell.voice for cell in self.cells if not cell.passages]

    @property
    def spoken(self) -> int:
        return len(self.cells) - len(self.silent)


def side_by_side(voices: Sequence[Voice]) -> list[Row]:
    """In the order in which the subjects come on average."""
    found = gathered(voices)
    names = names_of(found, voices)
    return [
        Row(number, name, tuple(_cell(at, voice, subject) for at, voice in enumerate(voices)))
        for number, (name, subject) in enumerate(zip(names, found, strict=True), start=1)
    ]


def gathered(voices: Sequence[Voice], again: bool = True) -> tuple[Subject, ...]:
    """Which places belong together. Raises Busy."""

    def work_out() -> tuple[Subject, ...]:
        found = gather([voice.topics for voice in voices], again)
        return tuple(Subject(subject.cells) for subject in found)  # without what was read

    return kept((again, *(voice.identity for voice in voices)), work_out)


def with_gaps(rows: Sequence[Row]) -> list[Row]:
    """The subjects on which somebody says nothing."""
    return [row for row in rows if row.silent]


def names_of(subjects: Sequence[Subject], voices: Sequence[Voice]) -> list[str]:
    """Of each the shortest heading; of a section in two rows only where there is no other."""
    times: dict[tuple[int, int], int] = {}
    for subject in subjects:
        for place in subject.places():
            times[place] = times.get(place, 0) + 1
    return [
        min(
            (
                (times[part, topic] > 1, len(name), name)
                for part, topic in subject.places()
                for name in [voices[part].topics[topic].name]
            ),
        )[2]
        for subject in subjects
    ]


def passage(voice: Voice, topic: Topic, score: float | None = None) -> Passage:
    text = topic.text[:LONGEST]
    cut = len(topic.text) > LONGEST
    return Passage(topic.label, topic.heading, text, voice.place(topic), percent(score), cut)


def percent(score: float | None) -> int | None:
    """86; never 100, for nothing is quite certain."""
    return None if score is None else min(round(score * 100), 99)


def _cell(at: int, voice: Voice, subject: Subject) -> Cell:
    cells = subject.cells.get(at, [])
    return Cell(voice, tuple(passage(voice, voice.topics[one.topic], one.score) for one in cells))
