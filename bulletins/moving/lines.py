"""One line of the file: what it must and may say, and what is wrong with it."""

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any

from bulletins.document.wording import BEIJING

LONGEST = 10_000_000  # characters of one line
TEXTS = (
    *("title", "column", "source", "lead", "slug", "body", "old_address", "document_number"),
    *("subtitle", "list_title", "source_address", "link_only_to", "closing", "index_number"),
    *("issuing_body", "responsible_editor", "change_note"),
)


class BadLine(Exception):
    """The line cannot be taken; the message says in Chinese what is wrong with it."""


@dataclass(frozen=True, slots=True)
class Line:
    """id: what makes it the same article when it comes again. texts: by name, "" where absent.

    published and closes_at are aware; one without a time zone is Beijing time.
    """

    id: str
    texts: Mapping[str, str]
    published: datetime | None = None
    written: date | None = None
    closes_at: datetime | None = None
    regions: tuple[Mapping[str, Any], ...] = ()
    tags: tuple[str, ...] = ()
    attachments: tuple[Mapping[str, str], ...] = ()
    number: int | None = None
    pictures: Mapping[str, str] = field(default_factory=dict)


def read_line(text: str) -> Line:
    """Raises BadLine with a sentence."""
    if len(text) > LONGEST:
        raise BadLine(f"这一行超过 {LONGEST // 1_000_000} MB")
    said = _object(text)
    texts = {name: _text(said, name) for name in TEXTS}
    for name, label in (("title", "标题 title"), ("column", "栏目 column")):
        if not texts[name].strip():
            raise BadLine(f"没有{label}")
    return Line(
        id=_id(said),
        texts=texts,
        published=_moment(said, "published"),
        written=_day(said, "written"),
        closes_at=_moment(said, "closes_at"),
        regions=tuple(_objects(said, "regions")),
        tags=tuple(str(tag) for tag in _list(said, "tags")),
        attachments=tuple(_attachment(one) for one in _list(said, "attachments")),
        number=_number(said),
        pictures={str(key): str(path) for key, path in dict(said.get("pictures") or {}).items()},
    )


def _object(text: str) -> dict[str, Any]:
    try:
        said = json.loads(text)
    except (ValueError, RecursionError) as problem:
        raise BadLine(f"不是 JSON：{str(problem)[:80]}") from None
    if not isinstance(said, dict):
        raise BadLine("不是 JSON 对象：每行应是 {…}")
    return said


def _id(said: dict[str, Any]) -> str:
    found = said.get("id")
    if not isinstance(found, str | int) or isinstance(found, bool) or not str(found).strip():
        raise BadLine("没有 id")
    if len(str(found)) > 200:
        raise BadLine("id 超过 200 个字符")
    return str(found).strip()


def _text(said: dict[str, Any], name: str) -> str:
    found = said.get(name)
    if found is not None and not isinstance(found, str):
        raise BadLine(f"{name} 应是文字")
    return (found or "").replace("\0", "")


def _list(said: dict[str, Any], name: str) -> list[Any]:
    found = said.get(name) or []
    if not isinstance(found, list):
        raise BadLine(f"{name} 应是列表 […]")
    return found


def _objects(said: dict[str, Any], name: str) -> list[dict[str, Any]]:
    found = _list(said, name)
    if not all(isinstance(one, dict) for one in found):
        raise BadLine(f"{name} 中的每一项应是 {{…}}")
    return found


def _moment(said: dict[str, Any], name: str) -> datetime | None:
    found = _text(said, name).strip()
    if not found:
        return None
    try:
        moment = datetime.fromisoformat(found)
        aware = moment if moment.tzinfo else moment.replace(tzinfo=BEIJING)
        possible = 1949 <= aware.astimezone(BEIJING).year < 9000
    except (ValueError, OverflowError):
        possible = False
    if not possible:
        raise BadLine(f"{name}“{found[:40]}”不是时间：请写成 2021-03-15 09:13 的样子")
    return aware


def _day(said: dict[str, Any], name: str) -> date | None:
    found = _text(said, name).strip()
    try:
        return date.fromisoformat(found) if found else None
    except ValueError:
        raise BadLine(f"{name}“{found[:40]}”不是日期：请写成 2021-03-15 的样子") from None


def _number(said: dict[str, Any]) -> int | None:
    found = said.get("number")
    if found is None:
        return None
    if not isinstance(found, int) or isinstance(found, bool) or not 0 < found < 10**15:
        raise BadLine("number 应是正整数")
    return found


def _attachment(one: Any) -> dict[str, str]:
    """A path, or {"title", "path"} or {"title", "address"}."""
    if isinstance(one, str):
        return {"path": one}
    if isinstance(one, dict) and all(isinstance(value, str) for value in one.values()):
        return dict(one)
    raise BadLine('attachments 中的每一项应是路径，或 {"title": …, "path": …}')
