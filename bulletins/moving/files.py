"""Attachments and pictures that lie beside the list, and nowhere else."""

from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

from accounts.models import User
from bulletins.document.tree import Document, DocumentAttachment
from bulletins.document.vocabulary import FILE_PREFIX
from bulletins.drafting.rows import pictures_of
from bulletins.files import keep_picture, store_attachment
from bulletins.models import StoredFile
from bulletins.moving.lines import BadLine, Line


class Files:
    """Stores what a line names by path."""

    def __init__(self, folder: Path, by: User) -> None:
        self.folder, self.by = folder.resolve(), by

    def taken(self, document: Document, line: Line) -> Document:
        """The document with its attachments stored. Raises BadLine for a file that is not there."""
        for sha256 in pictures_of(document):
            self._picture(sha256, line)
        paths = {_title(one): one["path"] for one in line.attachments if one.get("path")}
        kept = (self._attachment(one, paths.get(one.title)) for one in document.attachments)
        return replace(document, attachments=tuple(kept))

    def _attachment(self, one: DocumentAttachment, path: str | None) -> DocumentAttachment:
        if path is None:
            return one
        data = self._bytes(path)
        stored = store_attachment(data, Path(path).name, by=self.by)
        return replace(one, address=FILE_PREFIX + stored.pk)

    def _picture(self, sha256: str, line: Line) -> None:
        """One that is here already needs no path; it must be the very one the text names."""
        if StoredFile.objects.filter(pk=sha256).exists():
            return
        path = line.pictures.get(sha256)
        if path is None:
            raise BadLine("正文中的图片没有附上：请在 pictures 中写明路径")
        if keep_picture(self._bytes(path), Path(path).name, by=self.by).pk != sha256:
            raise BadLine(f"图片 {path} 与正文中写的不是同一张")

    def _bytes(self, path: str) -> bytes:
        place = self._inside(path)
        try:
            return place.read_bytes()
        except OSError:
            raise BadLine(f"{path} 打不开：没有这个文件，或没有读取权限") from None

    def _inside(self, path: str) -> Path:
        try:
            place = (self.folder / path).resolve()
        except (OSError, ValueError):
            raise BadLine(f"路径写得不对：{path[:100]}") from None
        if not place.is_relative_to(self.folder):
            raise BadLine(f"{path} 不在列表文件所在的文件夹中：请放到一起")
        return place


def _title(one: Mapping[str, str]) -> str:
    return one.get("title") or Path(one["path"]).name
