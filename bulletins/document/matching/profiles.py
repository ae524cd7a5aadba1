"""Sections as numbers: what each says, weighed by how seldom it is said in the same collection.

Four views of a text, each a vector of length one: its pairs of characters without officialese,
all its pairs of characters, its characters, and its themes. A section has them of the whole, of its
heading, and of its units: sentences, and the halves of 「……和……」, by which a section that speaks
of two subjects is recognised.
"""

import re
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from math import log, sqrt

from bulletins.document.matching.index import Vector
from bulletins.document.matching.lexicon import lexicon
from bulletins.document.matching.topics import Topic
from bulletins.document.plain import narrow

LONGEST = 1_500  # characters of a section that are looked at
MOST = 120_000  # of all sections of a collection together
MOST_UNITS = 10
SENTENCE = re.compile(r"[^。；！？\n]+[。；！？]?")
JOINTS = re.compile(r"[和与、，,及]")
RUN = re.compile(r"\w+")
HEADING_TWICE = 2
RICH = 4  # words of themes: from here on themes can be relied on

Counts = Mapping[str, float]


@dataclass(frozen=True, slots=True)
class View:
    """One text, seen four ways."""

    pairs: Vector
    all_pairs: Vector
    characters: Vector
    themes: Vector


@dataclass(frozen=True, slots=True)
class Profile:
    """richness: 0 to 1, how many words of themes it has."""

    whole: View
    heading: View
    units: tuple[View, ...]
    richness: float


Counted = tuple[Counts, Counts, Counts, Counts]


def profiles(sections: Sequence[Topic]) -> list[Profile]:
    """Of all sections of a collection; the more of them, the better is known what is common."""
    most = min(LONGEST, MOST // max(len(sections), 1))
    sections = [replace(section, text=section.text[:most]) for section in sections]
    counted = [_counted_whole(section) for section in sections]
    weights = [_rarity([counts[view] for counts in counted]) for view in range(4)]

    def view(counts: Counted) -> View:
        return View(
            *(_vector(*both, at) for at, both in enumerate(zip(counts, weights, strict=True)))
        )

    return [
        Profile(
            view(whole),
            view(_counted(narrow(section.heading))),
            tuple(view(_counted(unit)) for unit in _units(section)),
            min(len(lexicon().words(_text(section))), RICH) / RICH,
        )
        for section, whole in zip(sections, counted, strict=True)
    ]


def _text(section: Topic) -> str:
    return narrow(f"{section.heading}。{section.text}"[:LONGEST])


def _units(section: Topic) -> list[str]:
    """Where there is more than one of them: its longer sentences, the pieces of its heading."""
    found: list[str] = []
    sentences = [one for one in SENTENCE.findall(narrow(section.text[:LONGEST])) if len(one) > 7]
    pieces = [one for one in JOINTS.split(narrow(section.heading)) if len(one) > 1]
    for some in (sentences, pieces):
        found += some if len(some) > 1 else []
    return found[:MOST_UNITS]


def _counted_whole(section: Topic) -> Counted:
    """The heading counts twice."""
    whole, heading = _counted(_text(section)), _counted(narrow(section.heading))
    pairs, all_pairs, characters, themes = (
        {key: counts.get(key, 0) + more.get(key, 0) for key in {**counts, **more}}
        for counts, more in zip(whole, heading, strict=True)
    )
    return pairs, all_pairs, characters, themes


def _counted(text: str) -> Counted:
    plain = lexicon().without_officialese(text)
    pairs: Counter[str] = Counter()
    for run in RUN.findall(plain):
        pairs.update(run[at : at + 2] for at in range(len(run) - 1))
    bare = "".join(RUN.findall(text))
    all_pairs = Counter(bare[at : at + 2] for at in range(len(bare) - 1))
    characters = Counter("".join(RUN.findall(plain)))
    return pairs, all_pairs, characters, lexicon().told(lexicon().words(text))


def _rarity(collection: Sequence[Counts]) -> Callable[[str], float]:
    """1 for what everybody says, more for what few do."""
    having: Counter[str] = Counter()
    for counts in collection:
        having.update(counts.keys())
    return lambda key: log((1 + len(collection)) / (1 + having[key])) + 1


def _vector(counts: Counts, rarity: Callable[[str], float], view: int) -> Vector:
    is_theme = view == 3
    raw = {
        key: (sqrt(count) if is_theme else 1 + log(count)) * rarity(key)
        for key, count in counts.items()
    }
    length = sqrt(sum(value * value for value in raw.values()))
    return {key: value / length for key, value in raw.items()} if length else {}
