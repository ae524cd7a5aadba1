"""What cannot be read is refused with a sentence, in bounded time and memory, and never with a crash."""

import io
import time
import zipfile

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bulletins.document.docx import read_docx
from bulletins.document.docx.opening.kinds import ARCHIVE, EMPTY, NOT_WORD
from bulletins.document.docx.opening.refusals import BROKEN, HOSTILE, TOO_BIG, TOO_DEEP
from bulletins.document.notices import Unreadable
from bulletins.document.reading import read_file
from tests.document.docx.odd_files import (
    PNG,
    SPACES,
    TYPES,
    level,
    numbered,
    p,
    read,
    relation,
    scheme,
    texts,
    word,
    zipped,
)
from tests.document.docx.test_revisions import COMMENT, deleted, inserted
from tests.document.docx.test_tables import cell, row, table
from tests.document.docx.test_text import field, picture

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600


def refusal(data: bytes) -> str:
    with pytest.raises(Unreadable) as caught:
        read_docx(data)
    return str(caught.value)


def outcome(data: bytes) -> str:
    """Why a file was refused, "" when it was read; anything else than Unreadable fails the test."""
    try:
        read_docx(data)
    except Unreadable as refused:
        return str(refused)
    return ""


# What may be said of a .docx that was broken on its way.
SENTENCES = {"", BROKEN, TOO_BIG, TOO_DEEP, HOSTILE, EMPTY, NOT_WORD, ARCHIVE}


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"", "文件是空的"),
        (OLE, "请在 WPS 或 Word 中另存为 .docx"),
        (OLE + "EncryptedPackage".encode("utf-16-le"), "密码"),
        (b"%PDF-1.7", "PDF"),
        (b"{\\rtf1", "RTF"),
        ("就是一段话".encode(), "这不是 Word 文档"),
        (zipped({"xl/workbook.xml": "<a/>", "[Content_Types].xml": TYPES}), "Excel"),
        (zipped({"ppt/presentation.xml": "<a/>", "[Content_Types].xml": TYPES}), "演示文稿"),
        (zipped({"content.xml": "<a/>", "mimetype": "x"}), "OpenDocument"),
        (zipped({"OFD.xml": "<a/>"}), "OFD"),
        (zipped({"照片.jpg": "x"}), "压缩包"),
        (zipped({"里面.docx": word(p("字"))}), "压缩包"),
        (word(p("字"))[:400], "不完整或已损坏"),
        (zipped({"word/document.xml": "<w:document"}), "不完整或已损坏"),
        (zipped({"word/document.xml": "<html/>"}), "不完整或已损坏"),
        (b"PK" + b"\0" * 21_000_000, "20 MB"),
    ],
)
def test_every_other_file_gets_its_own_sentence(data: bytes, words: str) -> None:
    assert words in refusal(data)


def document(inner: str, before: str = "") -> bytes:
    return zipped(
        {"word/document.xml": f"{before}<w:document {SPACES}><w:body>{inner}</w:body></w:document>"}
    )


@pytest.mark.parametrize("code", ["utf-8", "utf-16"])
def test_entities_are_refused_before_anything_is_read(code: str) -> None:
    doctype = '<!DOCTYPE w [<!ENTITY x SYSTEM "file:///etc/hostname">]>'
    xml = f"{doctype}<w:document {SPACES}><w:body>{p('&x;')}</w:body></w:document>"
    assert "DOCTYPE" in refusal(zipped({"word/document.xml": xml.encode(code)}))


def test_laughing_a_billion_times_is_refused() -> None:
    jokes = [f'<!ENTITY a{at} "{f"&a{at - 1};" * 10}">' for at in range(1, 10)]
    doctype = f'<!DOCTYPE w [<!ENTITY a0 "哈">{"".join(jokes)}]>'
    assert "DOCTYPE" in refusal(document(p("&a9;"), doctype))


def test_a_bomb_is_stopped_while_it_swells() -> None:
    bomb = document(p(" " * 80_000_000))
    began = time.process_time()
    assert "解压后过大" in refusal(bomb)
    assert time.process_time() - began < 30


def test_a_part_that_lies_about_its_size_is_stopped_too() -> None:
    data = bytearray(document(p("字" * 2_000_000)))
    at = data.rindex(b"PK\x01\x02")
    data[at + 24 : at + 28] = (10).to_bytes(4, "little")
    assert refusal(bytes(data))


def test_too_many_entries_are_refused() -> None:
    assert "条目过多" in refusal(zipped({f"word/{at}": "" for at in range(5_001)}))


def test_too_much_markup_is_refused() -> None:
    empty = "".join(f'<w:r a{at}=""/>' for at in range(50))  # does not deflate beyond the limit
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_STORED) as archive:
        archive.writestr(
            "word/document.xml", f"<w:document {SPACES}>{empty * 30_000}</w:document>"[:19_000_000]
        )
    assert refusal(out.getvalue())


@pytest.mark.parametrize("tag", ["w:sdt", "w:tbl", "w:r", "w:smartTag"])
def test_endless_nesting_is_refused_or_read_but_never_crashes(tag: str) -> None:
    found = [outcome(document(f"<{tag}>" * at + p("底") + f"</{tag}>" * at)) for at in (9, 5_000)]
    assert found == ["", TOO_DEEP]
    assert outcome(document(f"<{tag}>" * 240 + p("底") + f"</{tag}>" * 240)) in ("", TOO_DEEP)


def test_tables_nested_as_deep_as_xml_allows_do_not_crash() -> None:
    inner = p("底")
    for _ in range(60):
        inner = table(f"<w:tr><w:tc>{inner}</w:tc></w:tr>")
    assert "底" in "".join(texts(inner))


def test_names_with_dots_and_slashes_are_only_names() -> None:
    entries = {
        "../../evil.xml": "<a/>",
        "/etc/passwd": "x",
        "word\\..\\x": "x",
        "word/document.xml": document_xml(),
    }
    assert [block.text for block in read_docx(zipped(entries)).blocks] == ["字"]


def document_xml() -> str:
    return f"<w:document {SPACES}><w:body>{p('字')}</w:body></w:document>"


def test_external_parts_are_never_followed() -> None:
    relations = relation("s", "styles", "http://192.0.2.1/styles.xml", external=True)
    relations += relation("n", "numbering", "file:///etc/passwd", external=True)
    assert [block.text for block in read(p("字"), relations=relations).blocks] == ["字"]


def test_a_long_file_is_read_whole() -> None:
    body = "".join(numbered("加强巡查，落实责任，" * 5) for _ in range(4_000))
    assert len(read(body, numbering=scheme(level(0, "decimal", "%1."))).blocks) == 4_000


RICH = word(
    numbered("事项")
    + p(inner=inserted("甲") + deleted("乙") + picture() + field("PAGE", "<w:r><w:t>3</w:t></w:r>"))
    + table(row(cell("甲", '<w:vMerge w:val="restart"/>')), row(cell("", "<w:vMerge/>"))),
    numbering=scheme(level(0, "chineseCounting", "%1、")),
    comments=COMMENT,
    styles='<w:style w:styleId="a" w:type="paragraph"><w:name w:val="heading 1"/></w:style>',
    relations=relation("img", "image", "media/1.png"),
    files={"word/media/1.png": PNG},
)
STORED = io.BytesIO()
with (
    zipfile.ZipFile(io.BytesIO(RICH)) as packed,
    zipfile.ZipFile(STORED, "w", zipfile.ZIP_STORED) as loose,
):
    for entry in packed.namelist():
        loose.writestr(entry, packed.read(entry))
lean = settings(max_examples=250, deadline=None, suppress_health_check=list(HealthCheck))


@lean
@given(st.sampled_from([RICH, STORED.getvalue()]), st.data())
def test_broken_bytes_are_read_or_refused(good: bytes, data: st.DataObject) -> None:
    broken = bytearray(good)
    for at in data.draw(st.lists(st.integers(0, len(good) - 1), min_size=1, max_size=8)):
        broken[at] = data.draw(st.integers(0, 255))
    cut = data.draw(st.just(len(good)) | st.integers(0, len(good)))
    assert outcome(bytes(broken[:cut])) in SENTENCES


WORDS = [
    "w:val",
    "w:p",
    "w:r",
    "w:t",
    "w:tbl",
    "w:tr",
    "w:tc",
    "restart",
    "begin",
    "1",
    "-1",
    "w:numPr",
    "w:pPr",
    "99999999",
    "w:ins",
    "w:del",
]


@lean
@given(st.data())
def test_shuffled_xml_is_read_or_refused(data: st.DataObject) -> None:
    """The bytes are well zipped here, so that nonsense reaches every reader."""
    with zipfile.ZipFile(io.BytesIO(RICH)) as archive:
        entries: dict[str, bytes | str] = {name: archive.read(name) for name in archive.namelist()}
    name = data.draw(
        st.sampled_from(["word/document.xml", "word/numbering.xml", "word/styles.xml"])
    )
    xml = entries[name].decode()  # type: ignore[union-attr]
    for _ in range(data.draw(st.integers(1, 4))):
        old, new = data.draw(st.sampled_from(WORDS)), data.draw(st.sampled_from(WORDS))
        xml = (
            xml.replace(f"<{old}", f"<{new}").replace(f"</{old}", f"</{new}")
            if old[0] == "w"
            else xml.replace(f'"{old}"', f'"{new}"')
        )
    assert outcome(zipped(entries | {name: xml})) in SENTENCES


def test_the_xml_of_word_and_a_file_without_a_word_are_refused_with_a_sentence() -> None:
    flat = '<?xml version="1.0"?><?mso-application progid="Word.Document"?><pkg:package/>'
    with pytest.raises(Unreadable, match="XML"):
        read_file(flat.encode(), "公告.xml")
    with pytest.raises(Unreadable, match="没有文字"):
        read_file(word(p()))
