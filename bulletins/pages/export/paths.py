"""Where a public address lies as a file: what a web server without any program would look for."""

import re
from urllib.parse import unquote

INDEX = "index.html"
LONGEST = 255  # bytes of one name, on the file systems there are
# Below a file's address stands its text: so the file is one of a folder, too
BYTES, FILE = "bytes", re.compile(r"/articles/[0-9]+/files/[0-9a-f]+")
UNSAID = re.compile(r"[\x00-\x1f\x7f]")


def file_of(address: str) -> str | None:
    """``/tags/%E7%BD%91/`` → ``tags/网/index.html``; None for what no file can be called."""
    path = f"{address}/{BYTES}" if FILE.fullmatch(address) else unquote(address)
    names = path.removeprefix("/").split("/")
    folders = names[:-1]
    if UNSAID.search(path) or not all(map(_can_be_called, folders)) or INDEX in names:
        return None
    last = names[-1] or INDEX
    return "/".join([*folders, last]) if _can_be_called(last) else None


def _can_be_called(name: str) -> bool:
    return name not in ("", ".", "..") and len(name.encode()) <= LONGEST
