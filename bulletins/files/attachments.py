"""A file that goes with a text: what kind it is is told by its bytes, never by its name alone."""

import io
import zipfile
from collections.abc import Callable
from pathlib import PurePath

from accounts.models import User
from bulletins.files.pictures import checked_picture
from bulletins.files.storing import Checked, store
from bulletins.models import StoredFile
from bulletins.permissions import Refused

LARGEST = 50_000_000  # bytes
OFFICE = "application/vnd.openxmlformats-officedocument."
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
KINDS = "PDF、Word、Excel、PPT、WPS、OFD、TXT、CSV、ZIP 和图片"


def store_attachment(data: bytes, name: str, *, by: User) -> StoredFile:
    """Raises Refused with a sentence for what may not be published as a file."""
    return store(checked_attachment(data, name), name, by=by)


def checked_attachment(data: bytes, name: str) -> Checked:
    """The bytes as they are (a picture written anew), with the type we will serve them under."""
    if len(data) > LARGEST:
        raise Refused(f"“{name}”超过 {LARGEST // 1_000_000} MB：请压缩或分成几个文件")
    if not data:
        raise Refused(f"“{name}”是空文件：请确认选对了文件")
    ending = PurePath(name).suffix.lower()
    if ending in (".png", ".jpg", ".jpeg", ".gif", ".bmp", ".webp", ".tif", ".tiff"):
        return checked_picture(data)
    if ending not in TYPES:
        raise Refused(f"“{name}”这类文件不能作附件：可以用 {KINDS}")
    type_, is_it = TYPES[ending]
    if not is_it(data):
        raise Refused(f"“{name}”的内容与后缀 {ending} 不符，或已损坏：请重新保存后再上传")
    return Checked(data, type_, ending)


def _pdf(data: bytes) -> bool:
    return data[:1024].lstrip().startswith(b"%PDF-")


def _ole(data: bytes) -> bool:
    return data.startswith(OLE)


def _zip_with(*names: str) -> Callable[[bytes], bool]:
    """A zip that holds one of these; never one with macros."""

    def is_it(data: bytes) -> bool:
        try:
            held = zipfile.ZipFile(io.BytesIO(data)).namelist()
        except (zipfile.BadZipFile, ValueError, NotImplementedError):
            return False
        if any(_is_macro(name) for name in held):
            raise Refused("文件中带有宏：请另存为不含宏的文件后再上传")
        return not names or any(name in held for name in names)

    return is_it


def _is_macro(name: str) -> bool:
    """Of Microsoft's programs, or of those that write OpenDocument."""
    macro = PurePath(name).name.lower() == "vbaproject.bin"
    return macro or name.startswith(("Basic/", "Scripts/"))


def _text(data: bytes) -> bool:
    if b"\0" in data:
        return False
    for encoding in ("utf-8", "gb18030"):
        try:
            data.decode(encoding)
        except UnicodeDecodeError:
            continue
        return True
    return False


TYPES: dict[str, tuple[str, Callable[[bytes], bool]]] = {
    ".pdf": ("application/pdf", _pdf),
    ".docx": (f"{OFFICE}wordprocessingml.document", _zip_with("word/document.xml")),
    ".xlsx": (f"{OFFICE}spreadsheetml.sheet", _zip_with("xl/workbook.xml")),
    ".ods": ("application/vnd.oasis.opendocument.spreadsheet", _zip_with("content.xml")),
    ".pptx": (f"{OFFICE}presentationml.presentation", _zip_with("ppt/presentation.xml")),
    ".doc": ("application/msword", _ole),
    ".xls": ("application/vnd.ms-excel", _ole),
    ".ppt": ("application/vnd.ms-powerpoint", _ole),
    ".wps": ("application/vnd.ms-works", _ole),
    ".et": ("application/vnd.ms-excel", _ole),
    ".ofd": ("application/ofd", _zip_with("OFD.xml")),
    ".zip": ("application/zip", _zip_with()),
    ".txt": ("text/plain", _text),
    ".csv": ("text/csv", _text),
}
