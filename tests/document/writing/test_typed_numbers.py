"""A number that an editor types or pastes makes a section; a number that is only words does not."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bulletins.document.html.part_form import read_part_html, write_part_html
from bulletins.document.tree import DocumentPart, DocumentSection
from tests.document.lean import lean
from tests.document.strategies import documents

SAY = "各单位要高度重视此项工作，明确专人负责，认真组织实施，确保按时完成。"
TWO = DocumentPart(
    "120000",
    "天 津",
    "<p>安排如下。</p>",
    (
        DocumentSection(1, "总体要求", f"<p>{SAY}</p>", key="k2345a"),
        DocumentSection(1, "主要任务", f"<p>{SAY}</p>", key="k2345b"),
    ),
    "p2345a",
)


def typed(html: str, part: DocumentPart = TWO) -> tuple[DocumentSection, ...]:
    """The sections after an editor added this at the end of the part."""
    return read_part_html(write_part_html(part) + html, part).sections[len(part.sections) :]


def test_a_typed_heading_is_a_section_as_if_chosen_from_the_format_menu() -> None:
    assert typed(f"<p>三、加强巡查</p><p>{SAY}</p>") == (
        DocumentSection(1, "加强巡查", f"<p>{SAY}</p>"),
    )


def test_its_number_is_kept_only_where_it_departs_from_the_count() -> None:
    (five,) = typed("<p>五、加强巡查</p>")
    assert (five.heading, five.value) == ("加强巡查", 5)
    first = read_part_html(f"<p>一、加强巡查</p>{write_part_html(TWO)}", TWO).sections
    assert [section.value for section in first] == [None, None, None]
    assert [section.key for section in first] == ["", "k2345a", "k2345b"]


@pytest.mark.parametrize(
    ("said", "heading", "value"),
    [
        ("三、加强巡查", "加强巡查", None),
        ("五、加强巡查", "加强巡查", 5),
        ("（一）加强巡查", "加强巡查", None),
        ("2.5公里步道", "2.5公里步道", None),
        ("三、", "三、", None),
    ],
)
def test_a_number_typed_into_a_heading_is_not_printed_twice(
    said: str, heading: str, value: int | None
) -> None:
    (found,) = typed(f"<h3>{said}</h3>")
    assert (found.level, found.heading, found.value) == (1, heading, value)


def test_what_stood_in_a_heading_before_stays_there() -> None:
    part = DocumentPart(sections=(DocumentSection(1, "三、四号楼改造", "", key="k2345a"),))
    html = write_part_html(part)
    assert read_part_html(html, part) == part
    (found,) = read_part_html(html.replace(">三、四号楼", ">三、改"), part).sections
    assert found.heading == "改改造"


def test_levels_are_those_of_the_marks() -> None:
    html = "<p>三、加强巡查</p><p>（一）巡查范围</p><p>1.城区</p><p>（1）主干道</p><p>四、报送</p>"
    assert [(s.level, s.heading, s.value) for s in typed(html)] == [
        (1, "加强巡查", None),
        (2, "巡查范围", None),
        (3, "城区", None),
        (4, "主干道", None),
        (1, "报送", None),
    ]


def test_a_heading_that_shares_its_line_runs_in() -> None:
    html = "<p>（一）指导思想。全面贯彻落实上级部署，坚持问题导向，务求实效。</p>"
    assert typed(html) == (
        DocumentSection(
            2, "指导思想", "<p>全面贯彻落实上级部署，坚持问题导向，务求实效。</p>", run_in="。"
        ),
    )


@pytest.mark.parametrize(
    "html",
    [
        "<p>3.5公里主干道已完成改造</p>",
        f"<p>三、{SAY}{SAY}</p>",
        "<p>1.身份证件原件；</p><p>2.学历证书；</p><p>3.成绩单</p>",
        "<p>注：1.数据截至上月底。</p><p>2.不含代管区</p>",
        "<p>三、</p>",
        "<table><tr><td>一、合计</td></tr></table>",
        "<ul><li>一、合计</li></ul>",
    ],
)
def test_what_is_not_clearly_a_heading_stays_text(html: str) -> None:
    found = read_part_html(write_part_html(TWO) + html, TWO).sections
    assert [section.heading for section in found] == ["总体要求", "主要任务"]
    assert found[-1].body.startswith(f"<p>{SAY}</p><")


def test_a_typed_clause_is_one_among_clauses() -> None:
    rules = DocumentPart(None, "", "", (DocumentSection(1, None, f"<p>{SAY}</p>", key="k2345a"),))
    assert typed(f"<p>二、{SAY}</p>", rules) == (DocumentSection(1, None, f"<p>{SAY}</p>"),)


NUMBERED = DocumentPart(
    None,
    "",
    "<p>一、甲方乙方</p>",
    (DocumentSection(1, "附注", "<p>二、丙方丁方签字</p><p>完</p>"),),
)


def test_a_stored_paragraph_with_a_number_stays_text_also_when_its_end_is_changed() -> None:
    html = write_part_html(NUMBERED)
    assert read_part_html(html, NUMBERED) == NUMBERED
    changed = read_part_html(html.replace("签字", "签字盖章"), NUMBERED)
    assert changed.sections[0].body == "<p>二、丙方丁方签字盖章</p><p>完</p>"
    assert len(changed.sections) == 1


def test_a_new_paragraph_that_the_editor_made_from_such_a_one_is_judged_afresh() -> None:
    """Pressing Enter copies the attributes of the paragraph before."""
    mark = write_part_html(NUMBERED).split("data-text=")[1].split(">")[0]
    html = f"<p data-text={mark}>一、甲方乙方</p><p data-text={mark}>一、签署要求</p>"
    read = read_part_html(html, NUMBERED)
    assert read.intro == "<p>一、甲方乙方</p>"
    assert [section.heading for section in read.sections] == ["签署要求"]


@lean
@given(documents(), st.sampled_from(["一、", "（二）", "3.", "（4）", "三、加强巡查", "1.身份证"]))
def test_parts_whose_paragraphs_begin_with_numbers_come_back_unchanged(
    document: object, words: str
) -> None:
    body = f"<p>{words}</p><p>{words}{SAY}</p>"
    for part in getattr(document, "parts", ()):
        sections = tuple(
            DocumentSection(s.level, s.heading, s.body + body, s.value, "", s.key)
            for s in part.sections
        )
        numbered = DocumentPart(part.region, part.heading, part.intro + body, sections, part.key)
        assert read_part_html(write_part_html(numbered), numbered) == numbered


PIECES = st.sampled_from(
    [
        *("<p>", "</p>", "<h3 data-number='²'>", "<h4 data-key=k2345a>", "</h4>", "<br>", "<div>"),
        *(
            "<p data-clause=1>",
            "<p data-clause=9 data-number=0>",
            "<p data-text='一、'>",
            "<table>",
        ),
        *(
            "一、",
            "（二）",
            "3.",
            "加强巡查",
            SAY,
            "：",
            "。",
            "<ul><li>",
            "一、二年级",
            "第一章 总则",
        ),
    ]
)


@lean
@given(st.lists(PIECES, max_size=12).map("".join))
def test_whatever_an_editor_sends_is_read_and_reads_back_the_same(html: str) -> None:
    once = read_part_html(html, TWO)
    assert read_part_html(write_part_html(once), once) == once
