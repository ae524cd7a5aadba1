"""Many regions' sections gathered by subject: rows of a table, gaps included.

1. The part with the most sections is read first, so that a section on two subjects meets both.
2. Every next part is matched with the subjects found so far; what fits none begins one.
3. Each part is taken out once more and matched with what the others say: that gives the scores.
"""

from collections import Counter
from collections.abc import Iterable, Sequence, Set
from dataclasses import dataclass, field
from heapq import nlargest
from math import sqrt

from bulletins.document.matching.index import Vector
from bulletins.document.matching.pairing import Match, likelihoods, matches
from bulletins.document.matching.profiles import Profile, View, profiles
from bulletins.document.matching.topics import Topic

MOST_KEYS = 300  # of what many sections say together

Place = tuple[int, int]  # which part, which of its topics


@dataclass(frozen=True, slots=True)
class Cell:
    """One topic in a row. score: how surely it belongs to what the other regions say, 0 to 1;
    None where nobody else says anything on the subject."""

    topic: int
    score: float | None


@dataclass(slots=True)
class Subject:
    """What is said on one subject: of each part (by its place) the topics, in reading order."""

    cells: dict[int, list[Cell]] = field(default_factory=dict)
    _middle: tuple[list[Place], Profile] | None = None

    def middle(self, known: Sequence[Sequence[Profile]], shared: Set[Place]) -> Profile:
        """The subject as one section: what those on it say on average, best those on it alone."""
        own = [place for place in self.places() if place not in shared] or self.places()
        if self._middle is None or self._middle[0] != own:
            self._middle = own, _merged([known[part][topic] for part, topic in own])
        return self._middle[1]

    def places(self) -> list[Place]:
        return [(part, cell.topic) for part, cells in self.cells.items() for cell in cells]


def gather(parts: Sequence[Sequence[Topic]], again: bool = True) -> list[Subject]:
    """All topics of all parts, each in one row, or in two; in the order of their places.

    again: with step 3, which takes as long as the others together.
    """
    known = _known(parts)
    found: list[Subject] = []
    for part in sorted(range(len(parts)), key=lambda at: (-len(parts[at]), at)):
        _read(part, known, found)
    if again:
        for part in range(len(parts)):
            for subject in found:
                subject.cells.pop(part, None)
            found = _once(subject for subject in found if subject.cells)
            _read(part, known, found)
        _score_first(found, known)
    return sorted(found, key=lambda subject: _order(subject, parts))


def _once(found: Iterable[Subject]) -> list[Subject]:
    """Rows with the same in them are one."""
    return list({tuple(sorted(subject.places())): subject for subject in found}.values())


def _known(parts: Sequence[Sequence[Topic]]) -> list[list[Profile]]:
    waiting = iter(profiles([topic for part in parts for topic in part]))
    return [[next(waiting) for _ in part] for part in parts]


def _read(part: int, known: Sequence[Sequence[Profile]], found: list[Subject]) -> None:
    """Every topic of a part joins the subjects it is on, or begins one."""
    said = known[part]
    shared = _shared(found)
    alike = _matched(said, [subject.middle(known, shared) for subject in found])
    leaning = {at for at, subject in enumerate(found) if shared.issuperset(subject.places())}
    alike = [one for one in alike if not _better_elsewhere(one, alike, leaning)]
    for one in alike:
        found[one.other].cells.setdefault(part, []).append(Cell(one.one, one.score))
    for at in sorted(set(range(len(said))) - {one.one for one in alike}):
        found.append(Subject({part: [Cell(at, None)]}))


def _better_elsewhere(one: Match, alike: Sequence[Match], leaning: Set[int]) -> bool:
    """In a row of nothing but sections that stand in another, too, it says nothing to be there."""
    return one.other in leaning and any(
        other.one == one.one and other.score > one.score for other in alike
    )


def _shared(found: Iterable[Subject]) -> set[Place]:
    """Those that stand in two rows."""
    times = Counter(place for subject in found for place in subject.places())
    return {place for place, count in times.items() if count > 1}


def _matched(said: Sequence[Profile], subjects: Sequence[Profile]) -> list[Match]:
    return matches(likelihoods(said, subjects)) if said and subjects else []


def _score_first(found: Sequence[Subject], known: Sequence[Sequence[Profile]]) -> None:
    """Who began a subject has no score yet: it is as near to the others as they are to it."""
    for subject in found:
        for part, cells in subject.cells.items():
            others = [
                cell.score
                for other, those in subject.cells.items()
                if other != part
                for cell in those
                if cell.score is not None
            ]
            subject.cells[part] = [
                Cell(cell.topic, max(others, default=None) if cell.score is None else cell.score)
                if len(subject.cells) > 1
                else Cell(cell.topic, None)
                for cell in cells
            ]


def _order(subject: Subject, parts: Sequence[Sequence[Topic]]) -> tuple[float, Place]:
    """Where it stands on average, then by its first place."""
    places = subject.places()
    mean = sum((topic + 0.5) / len(parts[part]) for part, topic in places) / len(places)
    return mean, min(places)


def _merged(members: Sequence[Profile]) -> Profile:
    if len(members) == 1:
        return members[0]
    return Profile(
        _middle(member.whole for member in members),
        _middle(member.heading for member in members),
        (),
        sum(member.richness for member in members) / len(members),
    )


def _middle(views: Iterable[View]) -> View:
    some = list(views)
    return View(
        *(
            _mean([getattr(view, name) for view in some])
            for name in ("pairs", "all_pairs", "characters", "themes")
        )
    )


def _mean(vectors: Sequence[Vector]) -> Vector:
    total: Vector = {}
    for vector in vectors:
        for key, value in vector.items():
            total[key] = total.get(key, 0.0) + value
    if len(total) > MOST_KEYS:
        total = dict(nlargest(MOST_KEYS, total.items(), key=lambda one: (one[1], one[0])))
    length = sqrt(sum(value * value for value in total.values()))
    return {key: value / length for key, value in total.items()} if length else {}
