"""The fields of a line, each of the type it must have; what is not, is said."""

from collections.abc import Mapping
from datetime import date, datetime
from typing import Any

from bulletins.document.addresses import address
from bulletins.document.vocabulary import FILE_PREFIX
from bulletins.document.wording import BEIJING

HIGHEST = 9_999  # number of a section


class BadLine(Exception):
    """The line cannot be taken; the message says in Chinese what is wrong with it."""


def text(said: Mapping[str, Any], name: str) -> str:
    """The words under that name, "" where there are none."""
    found = said.get(name)
    if found is not None and not isinstance(found, str):
        raise BadLine(f"{name} 应是文字")
    return (found or "").replace("\0", "")


def listed(said: Mapping[str, Any], name: str) -> list[Any]:
    found = said.get(name)
    if found is not None and not isinstance(found, list):
        raise BadLine(f"{name} 应是列表 […]")
    return found or []


def texts(said: Mapping[str, Any], name: str) -> tuple[str, ...]:
    found = listed(said, name)
    if not all(isinstance(one, str) for one in found):
        raise BadLine(f"{name} 中的每一项应是文字")
    return tuple(found)


def objects(said: Mapping[str, Any], name: str) -> tuple[dict[str, Any], ...]:
    found = listed(said, name)
    if not all(isinstance(one, dict) for one in found):
        raise BadLine(f"{name} 中的每一项应是 {{…}}")
    return tuple(found)


def whole(said: Mapping[str, Any], name: str, least: int, most: int) -> int | None:
    """A whole number within bounds; true is none, nor is 1.0."""
    found = said.get(name)
    if found is None:
        return None
    if type(found) is not int or not least <= found <= most:
        raise BadLine(f"{name} 应是 {least} 到 {most} 的整数")
    return found


def moment(said: Mapping[str, Any], name: str) -> datetime | None:
    """Aware; one without a time zone is Beijing time."""
    found = text(said, name).strip()
    if not found:
        return None
    try:
        read = datetime.fromisoformat(found)
        aware = read if read.tzinfo else read.replace(tzinfo=BEIJING)
        possible = 1949 <= aware.astimezone(BEIJING).year < 9000
    except (ValueError, OverflowError):
        possible = False
    if not possible:
        raise BadLine(f"{name}“{found[:40]}”不是时间：请写成 2021-03-15 09:13 的样子")
    return aware


def day(said: Mapping[str, Any], name: str) -> date | None:
    found = text(said, name).strip()
    try:
        return date.fromisoformat(found) if found else None
    except ValueError:
        raise BadLine(f"{name}“{found[:40]}”不是日期：请写成 2021-03-15 的样子") from None


def link(said: Mapping[str, Any], name: str) -> str:
    """An address that a reader may follow."""
    found = text(said, name).strip()
    if found and (found.startswith(FILE_PREFIX) or not address(found)):
        raise BadLine(f"{name}“{found[:40]}”不是网址")
    return found
