"""Reading a file that a command was given."""

from pathlib import Path

from bulletins.document.notices import Unreadable
from bulletins.document.reading import LARGEST

REASONS: dict[type[OSError], str] = {
    FileNotFoundError: "没有这个文件，请检查路径",
    IsADirectoryError: "这是文件夹，请指定一个文件",
    PermissionError: "没有读取权限，请换一个文件或调整权限",
}


def bytes_of(path: Path) -> bytes:
    """At most one byte more than may be read, so that an endless file ends here.

    Raises Unreadable with a sentence.
    """
    try:
        with path.open("rb") as file:
            return file.read(LARGEST + 1)
    except OSError as problem:
        reason = REASONS.get(type(problem), "读取时出错，请重试或换一个文件")
        raise Unreadable(f"打不开文件 {path}：{reason}") from problem
