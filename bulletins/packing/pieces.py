"""What a package is made of: a path in it, and bytes of ours or a file of the storage."""

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass

from bulletins.files import open_file
from bulletins.models import StoredFile
from bulletins.permissions import Refused

CHUNK = 1_000_000


@dataclass(frozen=True, slots=True)
class Piece:
    """path: ASCII or Chinese, "/" between folders."""

    path: str
    data: bytes = b""
    file: StoredFile | None = None

    def chunks(self) -> Iterator[bytes]:
        """Its bytes; of a large file never all at once. Raises Refused where a file is gone."""
        if self.file is None:
            yield self.data
            return
        try:
            with open_file(self.file) as source:
                while chunk := source.read(CHUNK):
                    yield chunk
        except OSError:
            raise Refused(f"文件 {self.path} 不在存储中：请检查 uploads 文件夹或恢复备份") from None

    def digest(self) -> str:
        """SHA-256 in hexadecimal."""
        found = hashlib.sha256()
        for chunk in self.chunks():
            found.update(chunk)
        return found.hexdigest()
