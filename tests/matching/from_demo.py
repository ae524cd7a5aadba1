"""The demo's texts: sections of one heading are on one subject there, and no others are."""

from collections.abc import Iterator
from datetime import date
from itertools import combinations

from bulletins.demo.documents import reading_of
from bulletins.demo.scripts import scripts
from bulletins.document.matching import topics
from regions.names import Gazetteer
from tests.matching.labelled import Case, Part, case

PLANS = ("plans-before-last", "plans-last-year", "plans-this-year")
OTHERS = ("libraries", "elderly-classes", "zunyi-bijie", "county-libraries", "week-before")
SINCE = date(2026, 6, 1)


def demo_cases() -> list[Case]:
    """Every two regions of a text, and every two years of a region."""
    parts = list(_parts())
    return [
        case(one, other)
        for one, other in combinations(parts, 2)
        if one.bulletin == other.bulletin
        or (one.region == other.region and {one.bulletin, other.bulletin} <= set(PLANS))
    ]


def _parts() -> Iterator[Part]:
    gazetteer = Gazetteer.packaged()
    for script in scripts():
        if script.name in PLANS + OTHERS:
            for part in reading_of(script, SINCE, gazetteer).document.parts:
                found = tuple(topics(part))
                marks = tuple(frozenset([topic.heading]) for topic in found)
                yield Part(script.name, part.region or "", "", found, marks)
