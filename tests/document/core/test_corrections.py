"""A line may be made something else; none is ever dropped."""

from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bulletins.document.body import text_of
from bulletins.document.corrections import CLAUSE, PART, TEXT, Choice, corrected, items
from bulletins.document.numbering import labels
from bulletins.document.plain import bare
from bulletins.document.tree import Document, DocumentPart, DocumentSection
from tests.document.lean import lean
from tests.document.strategies import documents

PLAN = Document(
    parts=(
        DocumentPart(
            "120000",
            "天 津",
            "<p>导语。</p>",
            (
                DocumentSection(1, "宣传", "<p>甲。</p>"),
                DocumentSection(1, "队伍", "<p>抓好培训。</p>", run_in="。"),
                DocumentSection(1, None, "<p>条文。</p><p>续。</p>"),
            ),
        ),
        DocumentPart("520000", "贵 州", "", (DocumentSection(1, "能力", "<p>乙。</p>"),)),
    )
)


def at(text: str) -> int:
    return next(item.index for item in items(PLAN) if item.text.startswith(text))


def changed(text: str, kind: str, region: str | None = None) -> tuple[DocumentPart, ...]:
    return corrected(PLAN, {at(text): Choice(kind, region)}).parts


@lean
@given(documents())
def test_without_a_choice_nothing_changes(document: Document) -> None:
    assert corrected(document, {}).parts == document.parts


def words(document: Document) -> Counter[str]:
    """Every character a reader is shown of the parts, lead and closing, numbers included."""
    texts = [text_of(document.lead), text_of(document.closing)]
    for part in document.parts:
        texts += [part.heading, text_of(part.intro), *labels(part)]
        for section in part.sections:
            texts += [section.heading or "", section.run_in, text_of(section.body)]
    return Counter(bare("".join(texts)))


@lean
@given(documents(), st.data())
def test_whatever_is_chosen_no_word_is_lost(document: Document, data: st.DataObject) -> None:
    found = items(document)
    kinds = st.sampled_from([TEXT, PART, "0", "1", "2", "3", "4"])
    chosen = data.draw(st.dictionaries(st.sampled_from(found), kinds, max_size=4)) if found else {}
    choices = {item.index: Choice(kind, item.region) for item, kind in chosen.items()}
    lost = words(document) - words(corrected(document, choices))
    # Numbers are counted afresh, and their marks with them; words are words.
    assert not {
        char for char in lost if char.isalpha() and char not in "一二三四五六七八九十百千零"
    }


def test_a_heading_that_is_none_becomes_text_with_its_number() -> None:
    (first, _) = changed("宣传", TEXT)
    assert first.intro == "<p>导语。</p><p>一、宣传</p><p>甲。</p>"


def test_a_run_in_heading_that_is_none_begins_its_paragraph() -> None:
    (first, _) = changed("队伍", TEXT)
    assert first.sections[0].body == "<p>甲。</p><p>二、队伍。抓好培训。</p>"


def test_numbers_after_it_stay_as_the_author_wrote_them() -> None:
    (first, _) = changed("队伍", TEXT)
    assert labels(first) == ("一、", "三、")
    assert first.sections[1].value == 3


def test_a_heading_goes_to_another_level() -> None:
    (first, _) = changed("队伍", "2")
    assert labels(first) == ("一、", "（二）", "三、")


def test_a_clause_becomes_a_heading_or_text() -> None:
    (first, _) = changed("条文", "1")
    assert (first.sections[2].heading, first.sections[2].body) == ("条文。", "<p>续。</p>")
    (first, _) = changed("条文", TEXT)
    assert first.sections[1].body == "<p>抓好培训。</p><p>三、条文。</p><p>续。</p>"


def test_a_line_becomes_a_region_and_takes_what_follows() -> None:
    _, second, third = changed("甲", PART, "110000")
    assert (second.region, second.heading) == ("110000", "甲。")
    assert [section.heading for section in second.sections] == ["队伍", None]
    assert third.region == "520000"


def test_a_region_that_is_none_becomes_text_or_a_heading() -> None:
    (only,) = changed("贵 州", TEXT)
    assert only.sections[2].body.endswith("<p>贵 州</p>")
    (only,) = changed("贵 州", "0")
    assert [section.heading for section in only.sections][3:] == ["贵 州", "能力"]


def test_a_region_is_another_one() -> None:
    _, second = changed("贵 州", PART, "530000")
    assert second.region == "530000"


@pytest.mark.parametrize(
    ("line", "heading", "value", "body"),
    [
        ("一、加强巡查", "加强巡查", None, ""),
        ("五、加强巡查", "加强巡查", 5, ""),
        ("加强巡查", "加强巡查", None, ""),
        ("（二）指导思想。全面贯彻落实各项要求。", "指导思想", 2, "<p>全面贯彻落实各项要求。</p>"),
    ],
)
def test_a_paragraph_becomes_a_heading(
    line: str, heading: str, value: int | None, body: str
) -> None:
    document = Document(parts=(DocumentPart("120000", "天 津", f"<p>{line}</p>"),))
    index = items(document)[1].index
    (section,) = corrected(document, {index: Choice("1")}).parts[0].sections
    assert (section.heading, section.value, section.body) == (heading, value, body)


def test_a_clause_is_shown_with_its_words() -> None:
    clause = next(item for item in items(PLAN) if item.kind == CLAUSE)
    assert (clause.label, clause.text) == ("三、", "条文。")
