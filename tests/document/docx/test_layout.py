"""The printed file follows GB/T 9704-2012: page, fonts, numbers as text, page numbers."""

import hashlib
import io
import zipfile

import docx
from docx.shared import Mm, Pt

from bulletins.document.docx import read_docx, write_docx
from bulletins.document.tree import Document, DocumentAttachment, DocumentPart, DocumentSection
from tests.document.docx.odd_files import PNG

BULLETIN = Document(
    title="通报",
    source="网信天津",
    parts=(
        DocumentPart(
            "120000",
            "天 津",
            sections=(
                DocumentSection(1, "总体要求"),
                DocumentSection(2, "指导思想", "<p>全面贯彻。</p>", run_in="。"),
                DocumentSection(3, "目标"),
                DocumentSection(4, "分工"),
                DocumentSection(0, "第二章"),
                DocumentSection(1, None, "<p>条文。</p>"),
            ),
        ),
    ),
    attachments=(DocumentAttachment("清单"), DocumentAttachment("名单")),
)


def opened(
    document: Document = BULLETIN, files: dict[str, bytes] | None = None
) -> docx.document.Document:
    return docx.Document(io.BytesIO(write_docx(document, files or {})))


def test_the_page_is_a4_with_a_text_of_156_by_225_millimetres() -> None:
    section = opened().sections[0]
    width = section.page_width - section.left_margin - section.right_margin  # type: ignore[operator]
    height = section.page_height - section.top_margin - section.bottom_margin  # type: ignore[operator]
    assert (round(width / Mm(1)), round(height / Mm(1))) == (156, 225)
    assert (round(section.top_margin / Mm(1)), round(section.left_margin / Mm(1))) == (37, 28)  # type: ignore[operator]


def test_each_level_has_its_font_and_size() -> None:
    styles = opened().styles
    fonts = {
        name: (
            styles[name].element.rPr.rFonts.get(docx.oxml.ns.qn("w:eastAsia")),
            styles[name].font.size,
        )
        for name in ("Lantai Title", *(f"Lantai Section {at}" for at in range(1, 5)), "Lantai Body")
    }
    assert list(fonts.values()) == [
        ("方正小标宋简体", Pt(22)),
        ("黑体", Pt(16)),
        ("楷体", Pt(16)),
        ("仿宋", Pt(16)),
        ("仿宋", Pt(16)),
        ("仿宋", Pt(16)),
    ]
    assert styles["Lantai Body"].paragraph_format.line_spacing == Pt(28)


def test_numbers_are_printed_as_text() -> None:
    assert [one.text for one in opened().paragraphs] == [
        "通报",
        "来源：网信天津",
        "天 津",
        "一、总体要求",
        "（一）指导思想。全面贯彻。",
        "1.目标",
        "（1）分工",
        "第二章",
        "二、条文。",
        "附件：1. 清单",
        "　　　2. 名单",
    ]


def test_pages_are_numbered_between_dashes() -> None:
    section = opened().sections[0]
    for footer in (section.footer, section.even_page_footer):
        assert "".join(one.text for one in footer._element.iter(docx.oxml.ns.qn("w:t"))) == "— 1 —"


def test_a_picture_at_hand_is_printed_and_one_not_at_hand_is_named() -> None:
    known, unknown = hashlib.sha256(PNG).hexdigest(), "b" * 64
    html = f'<p><img src="file:{known}" alt="有"></p><p><img src="file:{unknown}" alt="无"></p>'
    data = write_docx(Document(title="图", lead=html), {known: PNG, unknown: b"<svg/>"})
    source = read_docx(data)
    assert source.files[known].data == PNG
    assert list(source.files) == [known]
    assert "".join(block.html for block in source.blocks[1:]) == html
    assert "〔图片：无〕" in zipfile.ZipFile(io.BytesIO(data)).read("word/document.xml").decode()


def test_the_file_names_no_author_and_no_program_of_another_time() -> None:
    said = opened().core_properties
    assert (said.title, said.author, said.comments) == ("通报", "", "")
    assert said.created is not None
    assert said.created.year > 2013
