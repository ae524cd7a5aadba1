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
from bulletins.moving.documents import key_of
from bulletins.moving.fields import BadLine
from bulletins.moving.lines import Line


class Files:
    """Stores what a line names by path."""

    def __init__(self, folder: Path, by: User) -> None:
        self.folder, self.by = folder.resolve(), by

    def taken(self, document: Document, line: Line) -> Document:
        """With the line's attachments; all files stored. Raises BadLine for one that is missing."""
        for sha256 in pictures_of(document):
            self._picture(sha256, line)
        kept = map(self._attachment, line.attachments)
        return replace(document, attachments=(*document.attachments, *kept))

    def _attachment(self, one: Mapping[str, str]) -> DocumentAttachment:
        path = one.get("path", "")
        title = one.get("title") or path.replace("\\", "/").rpartition("/")[2]
        if not path:
            return DocumentAttachment(title, one["address"], key_of(one))
        stored = store_attachment(self._bytes(path), Path(path).name, by=self.by)
        return DocumentAttachment(title or stored.name, FILE_PREFIX + stored.pk, key_of(one))

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
        except (OSError, ValueError):
            raise BadLine(f"{path} 打不开：没有这个文件，或没有读取权限") from None

    def _inside(self, path: str) -> Path:
        try:
            place = (self.folder / path).resolve()
        except (OSError, ValueError):
            raise BadLine(f"路径写得不对：{path[:100]}") from None
        if not place.is_relative_to(self.folder):
            raise BadLine(f"{path} 不在列表文件所在的文件夹中：请放到一起")
        return place
