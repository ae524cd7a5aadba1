"""The zip around a Word file, opened with suspicion: every part is read once, capped, and never
followed out.
"""

import io
import posixpath
import re
import zipfile
import zlib
from dataclasses import dataclass, field
from typing import IO
from urllib.parse import unquote

from lxml import etree
from lxml.etree import _Element

from bulletins.document.docx import names
from bulletins.document.docx.kinds import refuse_by_entries, refuse_by_magic
from bulletins.document.notices import Unreadable

LARGEST = 20 * 1024 * 1024  # of the file handed in
MOST_ENTRIES = 5_000
LARGEST_XML = 32 * 1024 * 1024  # a million characters take about 15 MB
LARGEST_TOTAL = 120 * 1024 * 1024  # of everything read from the zip
MOST_SWELLING = 250  # inflated : packed; repetitive tables reach 100, a bomb 1000
SMALL = 1024 * 1024  # swelling below this is harmless
MOST_MARKUP = 3_000_000  # tags and attributes: each costs a hundred bytes and more of memory
CHUNK = 64 * 1024
DOCTYPES = tuple("<!DOCTYPE".encode(code) for code in ("utf-8", "utf-16-le", "utf-16-be"))

BROKEN = "文件不完整或已损坏，无法读取：请在 WPS 或 Word 中打开原文件，另存为新的 .docx 后重试"
TOO_BIG = "文件解压后过大，已停止读取：请删去不需要的图片和附件，或分成几个文件导入"
HOSTILE = (
    "文件中含有不安全的内容（DOCTYPE 声明），已拒绝读取：请在 WPS 或 Word 中另存为新的 .docx 后重试"
)
TOO_DEEP = "文件内部嵌套过深，已停止读取：请检查表格和文本框是否层层嵌套，简化后重试"

# What a broken or hostile zip makes the standard library raise.
ZIP_TROUBLE = (
    zipfile.BadZipFile,
    zipfile.LargeZipFile,
    zlib.error,
    EOFError,
    OSError,
    NotImplementedError,
    RuntimeError,
    ValueError,
    KeyError,
    OverflowError,
    MemoryError,
)


@dataclass(frozen=True, slots=True)
class Relation:
    """Where an r:id points. external: outside the file; such a target is text to us, never
    fetched.
    """

    kind: str
    target: str
    external: bool


@dataclass(slots=True)
class Package:
    """The parts of one file by name."""

    archive: zipfile.ZipFile
    entries: dict[str, zipfile.ZipInfo]
    read_so_far: int = 0
    _relations: dict[str, dict[str, Relation]] = field(default_factory=dict)

    def content(self, part: str, limit: int = LARGEST_XML) -> bytes | None:
        """What the part holds, None where there is none; Unreadable beyond the limits."""
        info = self.entries.get(part.lower())
        if info is None:
            return None
        try:
            with self.archive.open(info) as stream:
                return self._capped(stream, info, limit)
        except ZIP_TROUBLE as trouble:
            raise Unreadable(BROKEN) from trouble

    def _capped(self, stream: IO[bytes], info: zipfile.ZipInfo, limit: int) -> bytes:
        """Count what really comes out: the sizes in a zip's directory are only claims."""
        out = io.BytesIO()
        while chunk := stream.read(CHUNK):
            out.write(chunk)
            size = out.tell()
            self.read_so_far += len(chunk)
            swollen = size > SMALL and size > MOST_SWELLING * max(info.compress_size, 1)
            if size > limit or swollen or self.read_so_far > LARGEST_TOTAL:
                raise Unreadable(TOO_BIG)
        return out.getvalue()

    def xml(self, part: str) -> _Element | None:
        """The root of a part, None where the part is missing or empty."""
        data = self.content(part)
        return parse(data) if data else None

    def relations(self, part: str) -> dict[str, Relation]:
        """The part's relations by id."""
        if part not in self._relations:
            folder, name = posixpath.split(part)
            root = self.xml(posixpath.join(folder, "_rels", f"{name}.rels"))
            self._relations[part] = {} if root is None else dict(_relations(root, folder))
        return self._relations[part]

    def related(self, part: str, kind: str) -> str | None:
        """The name of the part that this one calls its styles, numbering, footnotes …"""
        for relation in self.relations(part).values():
            if relation.kind == kind and not relation.external:
                return relation.target
        return None


def _relations(root: _Element, folder: str) -> list[tuple[str, Relation]]:
    out = []
    for element in root:
        external = element.get("TargetMode", "") == "External"
        target = element.get("Target", "")
        if not external:
            # Names stay inside the zip: "../../etc/passwd" is only a key that nothing answers to.
            target = posixpath.normpath(posixpath.join("/", folder, unquote(target))).lstrip("/")
        kind = element.get("Type", "").rpartition("/")[2]
        out.append((element.get("Id", ""), Relation(kind, target, external)))
    return out


def open_package(data: bytes) -> Package:
    """Open a .docx; Unreadable says what else it is, or what is wrong with it."""
    if len(data) > LARGEST:
        raise Unreadable("文件超过 20 MB，无法导入：请压缩其中的图片，或分成几个文件导入")
    refuse_by_magic(data)
    try:
        archive = zipfile.ZipFile(io.BytesIO(data))
        infos = archive.infolist()
    except ZIP_TROUBLE as trouble:
        raise Unreadable(BROKEN) from trouble
    if len(infos) > MOST_ENTRIES:
        raise Unreadable(
            "文件内部的条目过多，已拒绝读取：请在 WPS 或 Word 中另存为新的 .docx 后重试"
        )
    entries = {_part_name(info): info for info in infos}
    refuse_by_entries(entries)
    return Package(archive, entries)


def _part_name(info: zipfile.ZipInfo) -> str:
    return info.filename.replace("\\", "/").lstrip("/").lower()


def parse(data: bytes) -> _Element:
    """XML without entities, DTD or network; Unreadable where it is broken, huge or too deep."""
    if any(doctype in data for doctype in DOCTYPES):
        raise Unreadable(HOSTILE)
    if data.count(b"<") + len(re.findall(rb"=\0?[\"']", data)) > MOST_MARKUP:
        raise Unreadable(TOO_BIG)
    parser = etree.XMLParser(
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        huge_tree=False,
        remove_comments=True,
        remove_pis=True,
    )
    try:
        root = etree.fromstring(data, parser)
    except (etree.LxmlError, ValueError) as trouble:
        deep = "depth" in str(trouble).lower()  # libxml2 stops at 256 levels
        raise Unreadable(TOO_DEEP if deep else BROKEN) from trouble
    doctype: str = getattr(root.getroottree().docinfo, "doctype", "")
    if doctype:  # in an encoding the search above does not know
        raise Unreadable(HOSTILE)
    return root


def main_part(package: Package) -> str:
    """The name of the document part, by the relation that says so."""
    return package.related("", "officeDocument") or "word/document.xml"


def main_root(package: Package) -> _Element:
    root = package.xml(main_part(package))
    if root is None or names.name(root) != "w:document":
        raise Unreadable(BROKEN)
    return root
