"""Our own files say what each block is; what somebody typed into them since is kept where it stands."""

import pytest
from hypothesis import given

from bulletins.document.blocks import Block, Mark
from bulletins.document.body import paragraph
from bulletins.document.marked import document_of
from bulletins.document.marks import marked_blocks
from bulletins.document.tree import Document, DocumentPart, DocumentSection
from tests.document.lean import lean
from tests.document.strategies import documents

BULLETIN = Document(
    title="通知",
    lead="<p>各单位：</p>",
    parts=(
        DocumentPart(
            "120000", "天 津", "<p>安排如下。</p>", (DocumentSection(1, "要求", "<p>抓紧。</p>"),)
        ),
    ),
    closing='<p class="right">办公室</p>',
)


def typed(text: str, label: str = "") -> Block:
    return Block(paragraph(text), text, 1, label=label)


def marked(kind: str, text: str = "", **facts: str) -> Block:
    return Block(paragraph(text), text, 1, mark=Mark(kind, facts))


@lean
@given(documents())
def test_marked_blocks_are_the_document_they_came_from(document: Document) -> None:
    assert document_of(tuple(marked_blocks(document))) == document


def test_a_paragraph_typed_in_word_stays_where_it_was_typed() -> None:
    """Behind each block of the file in turn: lead, lead, intro, intro, body, body, closing."""
    blocks = list(marked_blocks(BULLETIN))
    places = []
    for at in range(1, len(blocks) + 1):
        with_new = document_of([*blocks[:at], typed("新添一句。"), *blocks[at:]])
        part = with_new.parts[0]
        texts = (with_new.lead, part.intro, part.sections[0].body, with_new.closing)
        names = ("lead", "intro", "body", "closing")
        places += [name for name, html in zip(names, texts, strict=True) if "新添一句。" in html]
    assert places == ["lead", "lead", "intro", "intro", "body", "body", "closing"]


def test_a_number_that_word_counted_is_spelt_out_before_it_is_lost() -> None:
    document = document_of([marked("section", "要求", level="1"), typed("先查后改。", "1.")])
    assert document.parts[0].sections[0].body == "<p>1.先查后改。</p>"


def test_a_heading_whose_words_were_deleted_leaves_its_text_to_the_section_before() -> None:
    blocks = [
        marked("section", "要求", level="1"),
        marked("section", "", level="1"),
        marked("body", "抓紧。"),
    ]
    assert document_of(blocks).parts == (
        DocumentPart(sections=(DocumentSection(1, "要求", "<p>抓紧。</p>"),)),
    )


def test_a_heading_cannot_run_into_a_table() -> None:
    table = Block("<table><tbody><tr><td>表</td></tr></tbody></table>", "表", 2, mark=Mark("body"))
    document = document_of([marked("section", "名单", level="2", run_in="："), table])
    assert document.parts[0].sections[0].run_in == ""


def test_a_text_moved_behind_a_heading_is_read_behind_it() -> None:
    blocks = [marked("section", "要求", level="1"), marked("intro", "安排如下。")]
    assert document_of(blocks).parts[0].sections[0].body == "<p>安排如下。</p>"


@pytest.mark.parametrize(
    "block",
    [
        marked("published", "三月中旬", value="2021-02-31"),
        marked("closes_at", "月底前", value="2021-03-31T24:00"),
        marked("written_date", "近日"),
        marked("something-of-tomorrow", "未来的字段"),
    ],
)
def test_a_mark_that_makes_no_sense_loses_no_words(block: Block) -> None:
    assert document_of([marked("title", "通知"), block]).lead == paragraph(block.text)


@pytest.mark.parametrize("level", ["9", "-1", "x", "", "１", "99999999999"])
def test_facts_from_a_tampered_file_are_not_believed(level: str) -> None:
    blocks = [
        marked("part", "天 津", region="../../etc", key="<script>"),
        marked("section", "要求", level=level, number=level, key="x" * 99),
    ]
    part = document_of(blocks).parts[0]
    assert (part.region, part.key, part.sections[0].key) == (None, "", "")
    assert part.sections[0].level == 0
