"""Saved pages as content systems write them (their markup real, their words invented).

In ``pages/`` the words that are the article's stand between ⟦ and ⟧; truths.json says the rest.
"named": credits that are in a field, in the text, or in a notice.
"""

import json
import re
from html import unescape
from pathlib import Path
from typing import Any

import pytest

from bulletins.document.markers import read_marker
from bulletins.document.outline import published
from bulletins.document.parse import Reading, parse
from bulletins.document.parsing.loss import texts
from bulletins.document.plain import bare
from bulletins.document.reading import read_file
from regions.names import Gazetteer

PAGES = Path(__file__).parent / "pages"
TRUTHS: dict[str, dict[str, Any]] = json.loads((PAGES / "truths.json").read_text(encoding="utf-8"))
EACH = pytest.mark.parametrize("name", sorted(TRUTHS))
PLACE = re.compile("【图片未取用：[^】]*】")


@pytest.fixture(scope="module")
def readings() -> dict[str, Reading]:
    gazetteer = Gazetteer.packaged()
    return {name: parse(read_file(_data(name), f"{name}.html"), gazetteer) for name in TRUTHS}


def _html(name: str) -> str:
    return (PAGES / f"{name}.html").read_text(encoding="utf-8")


def _data(name: str) -> bytes:
    return re.sub("[⟦⟧]", "", _html(name)).encode(TRUTHS[name].get("encoding", "utf-8"))


def _marked(name: str) -> list[str]:
    """What is between the marks, longest first: without tags and without its number."""
    found = re.findall("⟦(.*?)⟧", _html(name), re.DOTALL)
    lines = [unescape(re.sub("<[^>]*>", "", words)).strip(" \u3000\u00a0\n") for words in found]
    ends = [marker.end if (marker := read_marker(line)) else 0 for line in lines]
    words = [bare(line[end:]) for line, end in zip(lines, ends, strict=True)]
    return sorted(words, key=len, reverse=True)


def _said(reading: Reading) -> str:
    return PLACE.sub("", "".join(bare(text) for text in texts(reading.document)))


def test_there_are_many_kinds_of_pages() -> None:
    assert len(TRUTHS) >= 30
    assert {path.stem for path in PAGES.glob("*.html")} == set(TRUTHS)


@EACH
def test_title_time_and_source(name: str, readings: dict[str, Reading]) -> None:
    document, truth = readings[name].document, TRUTHS[name]
    assert (document.title or None) == truth["title"]
    assert published(document) == truth["published"]
    assert (document.source or None) == truth["source"]
    written = document.written_date.isoformat() if document.written_date else None
    assert written == truth.get("written")


@EACH
def test_headings_regions_and_attachments(name: str, readings: dict[str, Reading]) -> None:
    document, truth = readings[name].document, TRUTHS[name]
    sections = [s for part in document.parts for s in part.sections if s.level == 1]
    assert [section.heading for section in sections] == truth["headings"]
    assert [p.region for p in document.parts if p.region] == truth.get("regions", [])
    files = [[item.title, item.address] for item in document.attachments]
    assert files == truth.get("attachments", [])


@EACH
def test_the_whole_article_and_nothing_of_the_page(name: str, readings: dict[str, Reading]) -> None:
    reading, truth = readings[name], TRUTHS[name]
    left = _said(reading)
    for words in (reading.document.title, reading.document.document_number):
        left = left.replace(bare(words), "", 1)
    for words in _marked(name):
        for piece in [words] if words in left else re.split("(?<=[。：])", words):
            assert piece in left
            left = left.replace(piece, "", 1)
    for words in [title for title, _ in truth.get("attachments", [])] + truth.get("named", []):
        left = left.replace(bare(words), "", 1)
    assert left == ""
    assert reading.lost == ""


@EACH
def test_credits_beside_the_text_are_kept_or_named(name: str, readings: dict[str, Reading]) -> None:
    reading = readings[name]
    document = reading.document
    fields = f"{document.source} {document.responsible_editor}"
    notices = "".join(notice.message for notice in reading.notices)
    for words in TRUTHS[name].get("named", []):
        assert words in _said(reading) + fields + notices
