"""An attachment is what its bytes say, and brings no macros."""

import io
import zipfile

import pytest

from bulletins.files.attachments import LARGEST, checked_attachment
from bulletins.permissions import Refused


def zipped(*names: str) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for name in names:
            archive.writestr(name, "x")
    return out.getvalue()


OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 100


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("通知.pdf", b"%PDF-1.7\n..."),
        ("名单.docx", zipped("[Content_Types].xml", "word/document.xml")),
        ("名单.xlsx", zipped("xl/workbook.xml")),
        ("汇报.pptx", zipped("ppt/presentation.xml")),
        ("名单.DOC", OLE),
        ("名单.xls", OLE),
        ("公文.ofd", zipped("OFD.xml")),
        ("打包.zip", zipped("甲.txt")),
        ("说明.txt", "说明".encode("gb18030")),
        ("数据.csv", "甲,乙\n1,2".encode()),
    ],
)
def test_office_files_are_taken_as_they_are(name: str, data: bytes) -> None:
    checked = checked_attachment(data, name)
    assert checked.data == data
    assert not checked.type.startswith(("text/html", "image/svg"))


@pytest.mark.parametrize(
    ("name", "data", "said"),
    [
        ("网页.html", b"<script>alert(1)</script>", "不能作附件"),
        ("图.svg", b"<svg onload=alert(1)>", "不能作附件"),
        ("程序.exe", b"MZ", "不能作附件"),
        ("没有后缀", b"abc", "不能作附件"),
        ("假.pdf", b"<html>", "不符"),
        ("假.docx", zipped("xl/workbook.xml"), "不符"),
        ("坏.xlsx", b"PK\x03\x04broken", "不符"),
        ("假.txt", b"MZ\0\0", "不符"),
        ("宏.docx", zipped("word/document.xml", "word/vbaProject.bin"), "宏"),
        ("空.pdf", b"", "空文件"),
        ("大.pdf", b"%PDF-" + b"0" * LARGEST, "超过"),
    ],
)
def test_anything_else_is_refused_with_a_sentence(name: str, data: bytes, said: str) -> None:
    with pytest.raises(Refused, match=said):
        checked_attachment(data, name)
