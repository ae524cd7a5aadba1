"""What a file is, by its first bytes and its entries: the sentence for everything that is no
.docx.
"""

from collections.abc import Collection

from bulletins.document.foreign import SAVE_AS, refuse_foreign
from bulletins.document.notices import Unreadable

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
# An encrypted .docx is an OLE file with a stream of this name, in UTF-16.
ENCRYPTED = "EncryptedPackage".encode("utf-16-le")

EMPTY = "文件是空的：请重新选择文件"
NOT_WORD = f"这不是 Word 文档（.docx），无法读取：{SAVE_AS}"
ARCHIVE = "这是压缩包，不是 Word 文档：请先解压，再导入其中的 .docx"

BY_ENTRY = (
    (
        "xl/workbook.xml",
        "这是 Excel 表格（.xlsx），不是 Word 文档：请把内容复制到 Word 中，另存为 .docx",
    ),
    (
        "xl/workbook.bin",
        "这是 Excel 表格（.xlsb），不是 Word 文档：请把内容复制到 Word 中，另存为 .docx",
    ),
    (
        "ppt/presentation.xml",
        "这是演示文稿（.pptx），不是 Word 文档：请把文字复制到 Word 中，另存为 .docx",
    ),
    ("ofd.xml", f"这是 OFD 版式文件，无法读取：请找到排版前的原文件，{SAVE_AS}"),
    ("meta-inf/container.xml", f"这是电子书（.epub），无法读取：{SAVE_AS}"),
    ("content.xml", f"这是 OpenDocument 文件（.odt 等），无法读取：{SAVE_AS}"),
)


def refuse_by_magic(data: bytes) -> None:
    """Nothing for a zip; Unreadable with the way out for anything else."""
    if not data:
        raise Unreadable(EMPTY)
    if data.startswith(OLE):
        raise Unreadable(_ole(data))
    refuse_foreign(data)
    if not data.startswith(b"PK"):
        raise Unreadable(NOT_WORD)


def _ole(data: bytes) -> str:
    if ENCRYPTED in data:
        return "文件设有打开密码，无法读取：请在 WPS 或 Word 中取消密码，另存为 .docx 后重试"
    return f"这是旧版格式的文件（.doc、.wps 等），无法读取：{SAVE_AS}"


def refuse_by_entries(entries: Collection[str]) -> None:
    """Nothing for what may be a .docx; Unreadable names what else the zip is. Entries in lower
    case.
    """
    if "word/document.xml" in entries:
        return
    for entry, sentence in BY_ENTRY:
        if entry in entries:
            raise Unreadable(sentence)
    if "[content_types].xml" not in entries:
        raise Unreadable(ARCHIVE)
