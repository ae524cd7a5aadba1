"""A file of ours comes back after somebody worked on it in Word: what was typed counts."""

import io
from collections.abc import Callable
from copy import deepcopy
from datetime import date, time

import docx
import pytest
from docx.document import Document as WordFile
from docx.oxml.ns import qn
from docx.text.paragraph import Paragraph

from bulletins.document.docx import read_docx, write_docx
from bulletins.document.docx.cleaning.trees import remove
from bulletins.document.marked import document_of
from bulletins.document.tree import Document, DocumentPart, DocumentSection

ID, VALUE = qn("w:numId"), qn("w:val")
SECTIONS = (
    DocumentSection(1, "总体要求", "<p>正文一。</p>", key="a00001"),
    DocumentSection(2, "指导思想", "<p>正文二。</p>", run_in="。", key="a00002"),
    DocumentSection(1, "加强巡查", "<p>正文三。</p>", value=5, key="a00003"),
    DocumentSection(1, None, "<p>一条。</p>", key="a00004"),
)
PART = DocumentPart("120000", "天 津", "<p>引言。</p>", SECTIONS, key="p00001")
NOTICE = Document(
    title="关于巡查的通知",
    published_date=date(2021, 3, 15),
    published_time=time(9, 13, 27),
    source="网信天津",
    source_address="https://example.org/",
    parts=(PART,),
    tags=("巡查",),
)


def edited(change: Callable[[WordFile], None], document: Document = NOTICE) -> Document:
    """The document after a person changed its file and saved it."""
    word = docx.Document(io.BytesIO(write_docx(document)))
    change(word)
    out = io.BytesIO()
    word.save(out)
    return document_of(read_docx(out.getvalue()).blocks)


def find(word: WordFile, text: str) -> Paragraph:
    return next(one for one in word.paragraphs if text in one.text)


def test_nothing_changes_where_nobody_changed_anything() -> None:
    assert edited(lambda word: None) == NOTICE


def test_a_title_typed_anew_is_the_title() -> None:
    def change(word: WordFile) -> None:
        find(word, "关于巡查").runs[0].text = "关于停电的通知"

    assert edited(change).title == "关于停电的通知"


def test_a_date_typed_over_the_printed_one_wins_over_the_stored_one() -> None:
    def change(word: WordFile) -> None:
        find(word, "发布时间").runs[-1].text = "2021年4月2日 8:30"

    found = edited(change)
    assert (found.published_date, found.published_time) == (date(2021, 4, 2), time(8, 30))


def test_a_date_nobody_can_read_is_text_and_no_date() -> None:
    def change(word: WordFile) -> None:
        find(word, "发布时间").runs[-1].text = "下周"

    found = edited(change)
    assert found.published_date is None
    assert "下周" in found.lead


def test_a_section_keeps_its_key_when_its_words_change() -> None:
    def change(word: WordFile) -> None:
        find(word, "总体要求").runs[-1].text = "工作要求"

    section = edited(change).parts[0].sections[0]
    assert (section.heading, section.key, section.level) == ("工作要求", "a00001", 1)


def test_a_section_moved_up_brings_its_key_and_is_counted_anew() -> None:
    def change(word: WordFile) -> None:
        moved = [find(word, text)._p for text in ("一、总体要求", "正文一。")]
        for element in reversed(moved):
            find(word, "正文三。")._p.addnext(element)

    found = edited(change).parts[0].sections
    assert [(one.heading, one.key) for one in found[:3]] == [
        ("指导思想", "a00002"),
        ("加强巡查", "a00003"),
        ("总体要求", "a00001"),
    ]


def test_a_number_typed_over_no_longer_carries_the_old_departure() -> None:
    def change(word: WordFile) -> None:
        find(word, "加强巡查").runs[0].text = "二、"

    assert edited(change).parts[0].sections[2].value is None


def test_a_section_typed_in_our_style_is_a_section_without_key() -> None:
    def change(word: WordFile) -> None:
        last = find(word, "正文三。")
        last.insert_paragraph_before("六、保障措施", style="Lantai Section 1")

    section = edited(change).parts[0].sections[3]
    assert (section.heading, section.level, section.key) == ("保障措施", 1, "")


def test_a_paragraph_in_any_other_style_becomes_text_where_it_stands() -> None:
    def change(word: WordFile) -> None:
        find(word, "正文三。").insert_paragraph_before("补充一句。", style="Normal")

    assert edited(change).parts[0].sections[2].body == "<p>补充一句。</p><p>正文三。</p>"


def test_a_heading_pasted_twice_keeps_its_key_once() -> None:
    def change(word: WordFile) -> None:
        first = find(word, "总体要求")._p
        copied = docx.oxml.parser.parse_xml(docx.oxml.xmlchemy.serialize_for_reading(first))
        find(word, "正文三。")._p.addnext(copied)

    keys = [section.key for section in edited(change).parts[0].sections]
    assert keys == ["a00001", "a00002", "a00003", "", "a00004"]


def test_without_its_facts_a_file_still_reads_sensibly() -> None:
    def change(word: WordFile) -> None:
        relations = word.part.rels
        for identity in [key for key, one in relations.items() if "customXml" in one.reltype]:
            del relations[identity]

    found = edited(change)
    assert found.title == NOTICE.title
    assert (found.source, found.source_address) == ("网信天津", "https://example.org/")
    assert (found.published_date, found.published_time) == (date(2021, 3, 15), time(9, 13))
    assert [one.heading for one in found.parts[0].sections] == [
        "总体要求",
        "指导思想",
        "加强巡查",
        None,
    ]
    assert [one.run_in for one in found.parts[0].sections] == ["", "。", "", ""]


@pytest.mark.parametrize("style", ["Lantai Quote", "Lantai Cell"])
def test_our_inner_styles_outside_their_frames_are_text(style: str) -> None:
    def change(word: WordFile) -> None:
        find(word, "正文三。").insert_paragraph_before("挪出来的话。", style=style)

    assert "挪出来的话。" in edited(change).parts[0].sections[2].body


QUOTING = Document(
    title="通知", lead="<p>前。</p><blockquote><p>引文。</p></blockquote><p>后。</p>"
)


def test_text_typed_beside_a_quotation_is_kept() -> None:
    def change(word: WordFile) -> None:
        border = next(
            one for one in word.paragraphs if one.style and one.style.name == "Lantai Lead Close"
        )
        border.add_run("补一句。")

    lead = "<p>前。</p><blockquote><p>引文。</p></blockquote><p>补一句。</p><p>后。</p>"
    assert edited(change, QUOTING).lead == lead


@pytest.mark.parametrize("style", ["Lantai Lead Open", "Lantai Lead Close"])
def test_a_quotation_that_lost_a_border_is_still_one(style: str) -> None:
    def change(word: WordFile) -> None:
        border = next(one for one in word.paragraphs if one.style and one.style.name == style)._p
        remove(border)

    found = edited(change, QUOTING)
    assert "<blockquote><p>引文。</p></blockquote>" in found.lead + found.parts[0].intro


def test_a_list_stays_one_where_a_program_numbers_its_first_item_apart() -> None:
    """LibreOffice restarts a list by a w:num for the first item and another for all others."""
    html = "<ol><li>登记</li><li>放水</li></ol><ol><li>清淤</li><li>护坡</li></ol>"

    def change(word: WordFile) -> None:
        items = [one for one in word.paragraphs if one.style and one.style.name.endswith("List")]
        numbering = word.part.numbering_part.element
        for item in items[1::2]:
            (number,) = item._p.iter(ID)
            plain = deepcopy(next(one for one in numbering if one.get(ID) == number.get(VALUE)))
            plain.remove(plain.find(qn("w:lvlOverride")))
            plain.set(ID, str(len(numbering) + 1))
            number.set(VALUE, str(len(numbering) + 1))
            numbering.append(plain)

    part = DocumentPart(None, "", html)
    assert edited(change, Document(title="通知", parts=(part,))).parts[0].intro == html
