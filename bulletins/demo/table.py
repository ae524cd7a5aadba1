"""The table of accounts that `make run` prints."""

from collections.abc import Sequence
from unicodedata import east_asian_width

from accounts.demo import Told

NONE = "演示账号：  没有建立，因为这里已经有别的账号或内容"


def table(told: Sequence[Told]) -> str:
    """Role, user name, password, one account a line; a Chinese character is two columns wide."""
    if not told:
        return NONE
    rows = [("角色", "用户名", "密码"), *((one.title, one.name, one.password) for one in told)]
    widths = [max(map(_width, column)) for column in zip(*rows, strict=True)]
    return "\n".join(["演示账号（只能在本机登录）：", *(_line(row, widths) for row in rows)])


def _line(row: Sequence[str], widths: Sequence[int]) -> str:
    cells = [cell + " " * (width - _width(cell)) for cell, width in zip(row, widths, strict=True)]
    return f"  {'    '.join(cells)}".rstrip()


def _width(text: str) -> int:
    return sum(1 + (east_asian_width(letter) in "WF") for letter in text)
