"""Word's automatic numbers: what is printed before each paragraph (ECMA-376, 17.9)."""

import re
from dataclasses import dataclass, field

from bulletins.document.docx.names import number, value
from bulletins.document.docx.numbers.numerals import spell
from bulletins.document.docx.numbers.schemes import LEVELS, Level, Scheme
from bulletins.document.docx.properties import Holding

LONGEST_LABEL = 100
REFERENCE = re.compile(r"%([1-9])")


@dataclass(frozen=True, slots=True)
class Place:
    """Where a paragraph stands in a list."""

    scheme: str
    level: int


@dataclass(slots=True)
class Numbering:
    """The schemes of one file, and how far each has counted."""

    schemes: dict[str, Scheme]
    _counts: dict[str, list[int | None]] = field(default_factory=dict)
    _started: set[tuple[str, int]] = field(default_factory=set)
    _lists: dict[tuple[str, int], int] = field(default_factory=dict)
    _latest: dict[tuple[str, int], int] = field(default_factory=dict)

    def place(self, holding: Holding) -> Place | None:
        """The list a paragraph is in, by itself or through its style; None where it is in none."""
        scheme = level = None
        for layer in holding.layers:
            if (said := layer.get("w:numPr")) is not None:
                scheme = scheme or value(said, "w:numId")
                level = value(said, "w:ilvl") if level is None else level
            if scheme is not None:
                break
        if scheme is None or scheme not in self.schemes:
            return None
        at = self._level_of(scheme, holding.style) if level is None else number(level)
        return Place(scheme, max(0, min(at, LEVELS - 1)))

    def _level_of(self, scheme: str, style: str) -> int:
        levels = self.schemes[scheme].levels
        return next((at for at, level in enumerate(levels) if style and level.style == style), 0)

    def level(self, place: Place) -> Level:
        return self.schemes[place.scheme].levels[place.level]

    def start(self, place: Place) -> int:
        """Where that list begins to count."""
        return self.schemes[place.scheme].start(place.level)

    def list_of(self, place: Place) -> str:
        """Which list an item belongs to: a new one wherever a count starts over.

        LibreOffice gives the first item a w:num of its own, and the others one without a start.
        """
        scheme = self.schemes[place.scheme]
        if scheme.levels[place.level].form == "bullet":
            return place.scheme
        own, shared = (place.scheme, place.level), (scheme.count, place.level)
        if place.level not in scheme.starts:
            return f"{shared}:{self._latest.setdefault(shared, 0)}"
        if own not in self._lists:
            self._lists[own] = self._latest[shared] = len(self._lists) + 1
        return f"{shared}:{self._lists[own]}"

    def count(self, place: Place) -> str:
        """Count one paragraph and give its printed label: "一、", "（二）", "2.1"."""
        scheme = self.schemes[place.scheme]
        counts = self._counts.setdefault(scheme.count, [None] * LEVELS)
        now = counts[place.level]
        starts_over = place.level in scheme.starts and self._first_use(place)
        counts[place.level] = scheme.start(place.level) if now is None or starts_over else now + 1
        _start_below_afresh(scheme, counts, place.level)
        return _label(scheme, counts, place.level)

    def _first_use(self, place: Place) -> bool:
        key = (place.scheme, place.level)
        first = key not in self._started
        self._started.add(key)
        return first


def _start_below_afresh(scheme: Scheme, counts: list[int | None], at: int) -> None:
    for below in range(at + 1, LEVELS):
        restart = scheme.levels[below].restart
        if restart is None or 0 < at + 1 <= restart:
            counts[below] = None


def _label(scheme: Scheme, counts: list[int | None], at: int) -> str:
    own = scheme.levels[at]

    def printed(found: re.Match[str]) -> str:
        index = int(found[1]) - 1
        counted = counts[index]
        if counted is None:  # a level above that no paragraph has used yet counts as begun
            counted = counts[index] = scheme.start(index)
        return spell(counted, "decimal" if own.plain_digits else scheme.levels[index].form)

    return REFERENCE.sub(printed, own.text)[:LONGEST_LABEL].strip()
