"""Tracked changes count as accepted, comments are left out, and the editor is told."""

import time

from tests.document.docx.odd_files import labels, numbered, p, r, read, said, texts
from tests.document.docx.test_numbers import OFFICIAL
from tests.document.docx.test_tables import cell, row, table

BY = 'w:id="1" w:author="某人" w:date="2021-03-15T09:13:00Z"'


def inserted(text: str) -> str:
    return f"<w:ins {BY}>{r(text)}</w:ins>"


def deleted(text: str) -> str:
    return f"<w:del {BY}><w:r><w:delText>{text}</w:delText></w:r></w:del>"


def test_insertions_stay_and_deletions_go() -> None:
    assert texts(p(inner=r("全面") + inserted("加强") + deleted("推进") + r("巡查"))) == [
        "全面加强巡查"
    ]


def test_what_was_moved_stands_only_where_it_is_now() -> None:
    moved = f"<w:moveFrom {BY}>{r('此句')}</w:moveFrom>"
    there = f"<w:moveTo {BY}>{r('此句')}</w:moveTo>"
    assert texts(p(inner=r("前") + moved) + p(inner=r("后") + there)) == ["前", "后此句"]


def test_a_deleted_paragraph_mark_joins_two_paragraphs() -> None:
    joined = (
        p("前半", f"<w:rPr><w:del {BY}/></w:rPr>") + p("后半", '<w:jc w:val="center"/>') + p("另段")
    )
    assert texts(joined) == ["前半后半", "另段"]


def test_a_number_whose_paragraph_was_deleted_before_a_table_is_not_counted() -> None:
    numbers = '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>'
    gone = p(inner=deleted("旧事"), properties=f"{numbers}<w:rPr><w:del {BY}/></w:rPr>")
    body = numbered("甲事") + gone + table(row(cell("表"))) + numbered("乙事")
    assert [label for label in labels(body, OFFICIAL) if label] == ["一、", "二、"]


def test_thirty_thousand_deleted_marks_are_joined_without_delay() -> None:
    marked = (p(f"{at:05}", f"<w:rPr><w:del {BY}/></w:rPr>") for at in range(30_000))
    body = "".join(marked) + p("后")
    began = time.process_time()
    assert len(texts(body)[0]) == 150_001
    assert time.process_time() - began < 8


def test_deleted_rows_go_and_new_rows_stay() -> None:
    rows = (
        row(cell("旧"), properties=f"<w:del {BY}/>"),
        row(cell("新"), properties=f"<w:ins {BY}/>"),
    )
    assert texts(table(*rows)) == ["新"]
    assert texts(p("文") + table(rows[0])) == ["文"]


def test_a_former_look_is_not_the_present_one() -> None:
    former = f'<w:jc w:val="right"/><w:pPrChange {BY}><w:pPr><w:jc w:val="center"/></w:pPr></w:pPrChange>'
    assert read(p("落款", former)).blocks[0].align == "right"


COMMENT = '<w:comment w:id="1"><w:p><w:r><w:t>请核实</w:t></w:r></w:p></w:comment>'


def test_the_editor_hears_how_many_changes_and_comments_there_were() -> None:
    called = r("正文") + '<w:r><w:commentReference w:id="1"/></w:r>'
    body = p(inner=inserted("甲") + deleted("乙") + called)
    assert (
        said(read(body, comments=COMMENT * 3))["docx.revisions"]
        == "含 2 处修订、3 条批注，已按接受、忽略处理"
    )
    assert said(read(body))["docx.revisions"] == "含 2 处修订、1 条批注，已按接受、忽略处理"
    assert said(read(p(inner=inserted("甲"))))["docx.revisions"] == "含 1 处修订，已按接受处理"
    assert said(read(p(inner=called), comments=COMMENT))["docx.revisions"] == "含 1 条批注，已忽略"
    assert said(read(p("正文"))) == {}


def test_comments_are_in_no_text() -> None:
    assert "请核实" not in "".join(texts(p("正文"), comments=COMMENT))
