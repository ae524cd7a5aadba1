"""Real bulletins against what a person read out of them (../shared/cases; skipped where absent)."""

from typing import Any

import pytest

from bulletins.document.numbering import numbers
from bulletins.document.outline import published
from bulletins.document.parse import Reading
from bulletins.document.parsing.loss import texts
from bulletins.document.plain import bare, narrow
from bulletins.document.tree import DocumentSection
from regions.names import Gazetteer
from tests.document.parsing.conftest import CASES, case_names, load_case

pytestmark = pytest.mark.skipif(
    not CASES.is_dir(), reason="the real cases (../shared/cases) are absent"
)
EACH = pytest.mark.parametrize("name", case_names())


def same(text: str | None) -> str:
    return narrow(bare(text or "")).strip("。：:")


def truths(truth: dict[str, Any]) -> list[tuple[int, str]]:
    blocks = truth.get("region_blocks") or []
    listed = [s for block in blocks for s in block.get("sections", [])] or truth["sections"]
    return [(s["n"], same(s["heading"])) for s in listed]


def opening(section: DocumentSection) -> str:
    return same(section.heading) if section.heading else same(section.body)


def level_one(reading: Reading) -> list[tuple[int, str]]:
    return [
        (number, opening(section))
        for part in reading.document.parts
        for section, number in zip(part.sections, numbers(part.sections), strict=True)
        if section.level == 1
    ]


def hits(found: list[tuple[int, str]], wanted: list[tuple[int, str]]) -> int:
    left, count = list(wanted), 0
    for number, text in found:
        match = next((w for w in left if w[0] == number and _agree(text, w[1])), None)
        if match:
            left.remove(match)
            count += 1
    return count


def _agree(found: str, wanted: str) -> bool:
    clause = found.removeprefix("<p>")
    return found == wanted or clause.startswith(wanted)


def test_level_one_headings_are_found_and_none_invented() -> None:
    found = wanted = right = 0
    for name in case_names():
        reading, truth = load_case(name)
        ours, theirs = level_one(reading), truths(truth)
        found, wanted, right = found + len(ours), wanted + len(theirs), right + hits(ours, theirs)
    assert wanted > 100
    assert right / found >= 0.98
    assert right / wanted >= 0.98


@EACH
def test_no_wrong_title_date_or_source(name: str) -> None:
    reading, truth = load_case(name)
    document = reading.document
    assert same(document.title) in ("", same(truth["title"]))
    if document.published_date:
        assert (published(document) or "").startswith(truth["date"])
    if document.written_date and truth.get("written_date"):
        assert document.written_date.isoformat() == truth["written_date"]
    if document.source:
        assert document.source == truth["source"]
    if document.document_number:
        assert document.document_number == truth["doc_number"]


@EACH
def test_regions_are_those_of_the_page(name: str) -> None:
    reading, truth = load_case(name)
    gazetteer = Gazetteer.packaged()
    ours = [part.region for part in reading.document.parts if part.region]
    assert ours == [gazetteer.resolve(region).code for region in truth.get("regions", [])]


@EACH
def test_nothing_is_lost_and_the_order_is_kept(name: str) -> None:
    reading, _ = load_case(name)
    assert reading.lost == ""
    assert len("".join(map(bare, texts(reading.document)))) > 100


def test_the_bulletin_that_began_it_all_is_read_exactly() -> None:
    reading, truth = load_case("000")
    document = reading.document
    assert document.title == truth["title"]
    assert published(document) == "2021-03-15 09:13"
    assert document.source == "网信天津"
    assert [part.heading for part in document.parts] == ["天 津", "贵 州", "四 川", "湖 南"]
    assert [part.region for part in document.parts] == ["120000", "520000", "510000", "430000"]
    assert level_one(reading) == truths(truth)
    assert sum(len(part.sections) for part in document.parts) == 22
    assert all(part.intro and not s.run_in for part in document.parts for s in part.sections)
    assert document.lead.startswith("<p>2021年是")
