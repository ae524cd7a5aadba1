"""Whole texts as people paste them, against what a person read out of them beforehand.

All are invented; each is a kind of text that offices publish (``pastes/``, ``pastes/truths.json``).
"""

import json
from pathlib import Path
from typing import Any

import pytest

from bulletins.document.numbering import numbers
from bulletins.document.outline import published
from bulletins.document.parse import Reading
from bulletins.document.plain import bare, narrow
from bulletins.document.tree import DocumentSection
from tests.document.parsing.conftest import Read

PASTES = Path(__file__).parent / "pastes"
TRUTHS: dict[str, dict[str, Any]] = json.loads((PASTES / "truths.json").read_text("utf-8"))
EACH = pytest.mark.parametrize("name", TRUTHS)


@pytest.fixture(scope="module")
def readings(read: Read) -> dict[str, Reading]:
    return {name: read((PASTES / f"{name}.txt").read_text("utf-8")) for name in TRUTHS}


def same(text: str | None) -> str:
    return narrow(bare(text or "")).strip("。：:")


@EACH
def test_title_dates_and_source(name: str, readings: dict[str, Reading]) -> None:
    document, truth = readings[name].document, TRUTHS[name]
    written = document.written_date.isoformat() if document.written_date else None
    assert same(document.title) == same(truth["title"])
    assert (published(document), written) == (truth["published"], truth["written"])
    assert (document.source or None) == truth["source"]


@EACH
def test_regions(name: str, readings: dict[str, Reading]) -> None:
    parts = readings[name].document.parts
    assert [part.region for part in parts if part.region] == TRUTHS[name]["regions"]


@EACH
def test_sections_of_the_first_level(name: str, readings: dict[str, Reading]) -> None:
    found = [
        (number, section)
        for part in readings[name].document.parts
        for section, number in zip(part.sections, numbers(part.sections), strict=True)
        if section.level == 1
    ]
    wanted = TRUTHS[name]["sections"]
    assert [number for number, _ in found] == [number for number, _ in wanted]
    for (_, section), (_, words) in zip(found, wanted, strict=True):
        assert opening(section).startswith(same(words))


def opening(section: DocumentSection) -> str:
    return same(section.heading) if section.heading else same(section.body.removeprefix("<p>"))


@EACH
def test_attachments_and_nothing_lost(name: str, readings: dict[str, Reading]) -> None:
    reading, truth = readings[name], TRUTHS[name]
    assert reading.lost == ""
    if "attachments" in truth:
        assert [item.title for item in reading.document.attachments] == truth["attachments"]
