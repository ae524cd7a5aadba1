"""What a page says of each file that goes with its text: what it is, how large, whether to read."""

from collections.abc import Callable, Sequence
from pathlib import PurePath
from typing import Any, NamedTuple

from bulletins.models import FileTextState, StoredFile

KINDS = {
    ".pdf": "PDF 文档",
    ".ofd": "OFD 文档",
    ".doc": "Word 文档",
    ".docx": "Word 文档",
    ".wps": "WPS 文字文档",
    ".xls": "Excel 表格",
    ".xlsx": "Excel 表格",
    ".et": "WPS 表格",
    ".ods": "电子表格",
    ".csv": "CSV 表格",
    ".ppt": "PPT 演示文稿",
    ".pptx": "PPT 演示文稿",
    ".txt": "文本文件",
    ".zip": "压缩包",
    ".jpg": "图片",
    ".png": "图片",
}


class Known(NamedTuple):
    """Of a file that is kept here. extent: 12 页, 3 张工作表, or ""."""

    kind: str
    extent: str
    has_text: bool


def known(files: Sequence[str]) -> dict[str, Known]:
    """By SHA-256, in one query; in none where there is nothing to ask about."""
    if not files:
        return {}
    rows = StoredFile.objects.filter(pk__in=files)
    facts = ("pk", "content", "text__state", "text__pages", "text__sheets")
    return {
        pk: Known(kind_of(name), extent(pages, sheets), state == FileTextState.DONE)
        for pk, name, state, pages, sheets in rows.values_list(*facts)
    }


def kind_of(name: str) -> str:
    """Excel 表格, by the ending under which it is kept."""
    ending = PurePath(name).suffix
    return KINDS.get(ending, f"{ending[1:].upper()} 文件")


def extent(pages: int | None, sheets: int | None) -> str:
    """One sheet is what everybody expects."""
    if pages:
        return f"{pages} 页"
    return f"{sheets} 张工作表" if sheets and sheets > 1 else ""


def attached(
    files: Sequence[tuple[str, str, str, int | None]],
    address_of: Callable[[str], str],
    text_of: Callable[[str], str] | None,
) -> list[dict[str, Any]]:
    """files: as ``rendering.Facts`` has them. text_of: where a file's text is; None: nowhere.

    place: where it can be had; "" for one that was only named. size: None for one elsewhere.
    """
    here = known([file for _, file, _, _ in files if file])
    return [
        {
            "title": title,
            "place": address_of(file) if file else address,
            "size": size,
            "known": here.get(file),
            "text": text_of(file) if text_of and file in here and here[file].has_text else "",
        }
        for title, file, address, size in files
    ]
