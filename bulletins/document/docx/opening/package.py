"""The parts of a Word file: every part is read once, capped, and never followed out of the zip."""

import io
import zipfile
import zlib
from dataclasses import dataclass, field
from typing import IO

from lxml.etree import _Element

from bulletins.document.docx import names
from bulletins.document.docx.opening.kinds import refuse_by_entries, refuse_by_magic
from bulletins.document.docx.opening.markup import parse
from bulletins.document.docx.opening.refusals import BROKEN, TOO_BIG, TOO_LARGE, TOO_MANY
from bulletins.document.docx.opening.relations import Relation, place_of, read_relations
from bulletins.document.notices import Unreadable

LARGEST = 20 * 1024 * 1024  # of the file handed in
MOST_ENTRIES = 5_000
LARGEST_XML = 32 * 1024 * 1024  # a million characters take about 15 MB
LARGEST_TOTAL = 120 * 1024 * 1024  # of everything read from the zip
MOST_SWELLING = 250  # inflated : packed; repetitive tables reach 100, a bomb 1000
SMALL = 1024 * 1024  # swelling below this is harmless
CHUNK = 64 * 1024

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


@dataclass(slots=True)
class Package:
    """The parts of one file by name."""

    archive: zipfile.ZipFile
    entries: dict[str, zipfile.ZipInfo]
    read_so_far: int = 0
    _relations: dict[str, dict[str, Relation]] = field(default_factory=dict)

    def holds(self, relation: Relation) -> bool:
        """The relation points to a part that is there."""
        return not relation.external and relation.target.lower() in self.entries

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
            root = self.xml(place_of(part))
            self._relations[part] = {} if root is None else dict(read_relations(root, part))
        return self._relations[part]

    def related(self, part: str, kind: str) -> str | None:
        """The name of the part that this one calls its styles, numbering, footnotes …"""
        for relation in self.relations(part).values():
            if relation.kind == kind and not relation.external:
                return relation.target
        return None


def open_package(data: bytes) -> Package:
    """Open a .docx; Unreadable says what else it is, or what is wrong with it."""
    if len(data) > LARGEST:
        raise Unreadable(TOO_LARGE)
    refuse_by_magic(data)
    try:
        archive = zipfile.ZipFile(io.BytesIO(data))
        infos = archive.infolist()
    except ZIP_TROUBLE as trouble:
        raise Unreadable(BROKEN) from trouble
    if len(infos) > MOST_ENTRIES:
        raise Unreadable(TOO_MANY)
    entries = {_part_name(info): info for info in infos}
    refuse_by_entries(entries)
    return Package(archive, entries)


def _part_name(info: zipfile.ZipInfo) -> str:
    return info.filename.replace("\\", "/").lstrip("/").lower()


def main_part(package: Package) -> str:
    """The name of the document part, by the relation that says so."""
    return package.related("", "officeDocument") or "word/document.xml"


def main_root(package: Package) -> _Element:
    root = package.xml(main_part(package))
    if root is None or names.name(root) != "w:document":
        raise Unreadable(BROKEN)
    return root
