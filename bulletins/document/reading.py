"""Any file into blocks: looks at the bytes, not at the name, and says kindly what it cannot
read.
"""

import re

from bulletins.document.blocks import Source
from bulletins.document.docx import read_docx
from bulletins.document.foreign import refuse_foreign
from bulletins.document.html import read_html
from bulletins.document.notices import Unreadable
from bulletins.document.text.reading import decode, read_text

LARGEST = 20_000_000  # bytes; a bulletin with pictures has a few million
# Zip, empty zip, and the container of .doc, .wps and files with a password.
WORD = (b"PK\x03\x04", b"PK\x05\x06", b"\xd0\xcf\x11\xe0")
PAGE = re.compile(
    rb"<(?:!doctype|html|head|body|meta|title|div|p|table|section|article|span|h[1-6]|ul|ol|br|frameset)[\s>/]"
    rb"|^MIME-Version:|^From: <Saved by|^Subject: ",
    re.IGNORECASE,
)
PAGE_NAMES = (".html", ".htm", ".xhtml", ".mht", ".mhtml", ".shtml")


def read_file(data: bytes, name: str = "") -> Source:
    """Blocks of a .docx, a saved page or a text file; raises Unreadable with a sentence in
    Chinese.
    """
    if len(data) > LARGEST:
        raise Unreadable(f"文件超过 {LARGEST // 1_000_000} MB，未读取：请压缩其中的图片后再导入")
    if not data.strip():
        raise Unreadable("文件是空的：请确认选对了文件")
    refuse_foreign(data)
    if data.startswith(WORD):
        return _not_empty(read_docx(data, _inside))
    return read_html(data) if _is_page(data, name.lower()) else read_text(decode(data))


def _not_empty(source: Source) -> Source:
    if not source.blocks:
        raise Unreadable("文件中没有文字：请确认选对了文件，图片中的文字请录入后再导入")
    return source


def _inside(data: bytes) -> Source:
    """A file within a Word file; what is again inside that one is only pointed at."""
    return read_docx(data) if data.startswith(WORD) else read_file(data)


def _is_page(data: bytes, name: str) -> bool:
    if name.endswith(".txt"):
        return False
    return name.endswith(PAGE_NAMES) or bool(PAGE.search(data[:4096].replace(b"\0", b"")))
