"""The printed file follows GB/T 9704-2012: page, fonts, numbers as text, page numbers."""

import hashlib
import io
import zipfile

import docx
from docx.shared import Mm, Pt
from docx.text.paragraph import Paragraph
from PIL import Image

from bulletins.document.docx import read_docx, write_docx
from bulletins.document.tree import Document, DocumentAttachment, DocumentPart, DocumentSection
from tests.document.docx.odd_files import PNG, zipped

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
    assert styles["Lantai Body"].paragraph_format.line_spacing == Pt(28.95)


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


def paragraph(data: bytes, words: str) -> Paragraph:
    found = docx.Document(io.BytesIO(data)).paragraphs
    return next(one for one in found if one.text.endswith(words))


def inset(data: bytes, words: str, side: str) -> float:
    """How far a paragraph stands in, in characters."""
    (said,) = paragraph(data, words)._p.iter(docx.oxml.ns.qn("w:ind"))
    return int(said.get(docx.oxml.ns.qn(f"w:{side}Chars"), 0)) / 100


def test_a_date_begins_two_characters_after_the_signature_above_it() -> None:
    name = "青禾县人民政府办公室"
    html = f'<p class="right">{name}</p><p class="right">2024年3月1日</p><p>（此件公开发布）</p>'
    data = write_docx(Document(title="通知", closing=html))
    assert inset(data, name, "right") == 2
    # Ten characters against 7.25: the date ends where two after its beginning leave it.
    assert inset(data, "1日", "right") == 2 + 10 - 7.25 - 2
    short = html.replace(name, "水务局")
    assert inset(write_docx(Document(title="通知", closing=short)), "1日", "right") == 2
    assert inset(write_docx(Document(title="通知", closing=short)), "水务局", "right") == 8.25


def test_a_line_is_left_free_above_attachments_and_signature() -> None:
    closing = '<p class="right">水务局</p><p class="right">2024年3月1日</p>'
    files = (DocumentAttachment("清单"), DocumentAttachment("名单"))
    data = write_docx(Document(title="通知", attachments=files, closing=closing))
    spaces = {
        words: paragraph(data, words).paragraph_format.space_before
        for words in ("清单", "名单", "水务局", "1日")
    }
    assert spaces == {"清单": Pt(28.95), "名单": None, "水务局": Pt(28.95), "1日": None}


def test_a_long_name_of_an_attachment_goes_on_below_its_own_beginning() -> None:
    data = write_docx(Document(title="通知", attachments=(DocumentAttachment("清单"),)))
    assert (inset(data, "清单", "left"), inset(data, "清单", "hanging")) == (5, 3)


def drawn(data: bytes) -> list[int]:
    """How wide the pictures of a file are."""
    extents = docx.Document(io.BytesIO(data)).element.iter(docx.oxml.ns.qn("wp:extent"))
    return [int(one.get("cx")) for one in extents]


def image(form: str, width: int = 1600) -> tuple[str, bytes]:
    out = io.BytesIO()
    Image.new("RGB", (width, 40), "navy").save(out, form)
    return hashlib.sha256(out.getvalue()).hexdigest(), out.getvalue()


def test_a_wide_picture_fits_the_text_or_its_cell() -> None:
    digest, data = image("PNG")
    picture = f'<img src="file:{digest}" alt="图">'
    table = f"<table><tbody><tr><td>{picture}</td><td>甲</td></tr></tbody></table>"
    written = write_docx(Document(title="图", lead=f"<p>{picture}</p>{table}"), {digest: data})
    alone, in_cell = drawn(written)
    assert alone == Mm(156)
    assert Mm(70) < in_cell < Mm(78)


def test_a_picture_alone_is_not_pushed_over_the_edge_by_an_indent() -> None:
    digest, data = image("PNG")
    html = f'<p><img src="file:{digest}" alt="图"></p><p>字<img src="file:{digest}" alt="图"></p>'
    written = docx.Document(io.BytesIO(write_docx(Document(title="图", lead=html), {digest: data})))
    assert [one.paragraph_format.first_line_indent for one in written.paragraphs[1:]] == [0, None]


def test_a_webp_picture_is_shown_as_png_and_read_back_as_it_was() -> None:
    digest, data = image("WEBP", 60)
    document = Document(title="图", lead=f'<p><img src="file:{digest}" alt="图"></p>')
    written = write_docx(document, {digest: data})
    assert "〔图片：" not in zipfile.ZipFile(io.BytesIO(written)).read("word/document.xml").decode()
    source = read_docx(written)
    assert {key: kept.data for key, kept in source.files.items()} == {digest: data}
    assert "".join(block.html for block in source.blocks[1:]) == document.lead


def test_where_a_program_dropped_the_original_the_png_is_read() -> None:
    digest, data = image("WEBP", 60)
    lead = f'<p><img src="file:{digest}" alt="图"></p>'
    written = zipfile.ZipFile(
        io.BytesIO(write_docx(Document(title="图", lead=lead), {digest: data}))
    )
    entries = {name: written.read(name) for name in written.namelist() if digest not in name}
    source = read_docx(zipped(entries))
    ((found, kept),) = source.files.items()
    assert kept.data.startswith(b"\x89PNG")
    assert f"file:{found}" in source.blocks[1].html


def test_a_webp_that_is_none_stays_named() -> None:
    for broken in (b"RIFF\0\0\0\0WEBPVP8 ", image("WEBP", 60)[1][:40]):
        digest = hashlib.sha256(broken).hexdigest()
        lead = f'<p><img src="file:{digest}" alt="图"></p>'
        source = read_docx(write_docx(Document(title="图", lead=lead), {digest: broken}))
        assert source.blocks[1].html == lead
