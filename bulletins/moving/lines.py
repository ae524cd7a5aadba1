"""One line of the file: what it must and may say, and what is wrong with it."""

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any

from bulletins.document.plain import HIDDEN, squeeze
from bulletins.moving.fields import BadLine, day, link, listed, moment, objects, text, texts, whole
from bulletins.moving.life import Life, life_from

LONGEST = 10_000_000  # characters of one line
NOT_UTF8 = re.compile("[\udc80-\udcff]")  # bytes that were none, see PEP 383
TEXTS = (
    *("title", "column", "source", "lead", "slug", "body", "old_address", "document_number"),
    *("subtitle", "list_title", "closing", "index_number", "issuing_body", "responsible_editor"),
    "change_note",
)
LINKS = ("source_address", "link_only_to")


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
    life: Life = field(default_factory=Life)


def read_line(line: str) -> Line:
    """Raises BadLine with a sentence."""
    if len(line) > LONGEST:
        raise BadLine(f"这一行超过 {LONGEST // 1_000_000} MB")
    if NOT_UTF8.search(line):
        raise BadLine("不是 UTF-8 编码：请转换后再导入")
    said = _object(line)
    words = {name: text(said, name) for name in TEXTS} | {one: link(said, one) for one in LINKS}
    for name, label in (("title", "标题 title"), ("column", "栏目 column")):
        if not squeeze(words[name]):
            raise BadLine(f"没有{label}")
    return Line(
        id=_id(said),
        texts=words,
        published=moment(said, "published"),
        written=day(said, "written"),
        closes_at=moment(said, "closes_at"),
        regions=objects(said, "regions"),
        tags=texts(said, "tags"),
        attachments=_attachments(said),
        number=whole(said, "number", 1, 10**15 - 1),
        pictures=_pictures(said),
        life=life_from(said),
    )


def _object(line: str) -> dict[str, Any]:
    try:
        said = json.loads(line)
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
    if HIDDEN.search(str(found)):
        raise BadLine("id 中有看不见的字符")
    return str(found).strip()


def _attachments(said: dict[str, Any]) -> tuple[dict[str, str], ...]:
    """Each a path, or {"title", "path"} or {"title", "address"}."""
    return tuple(map(_attachment, listed(said, "attachments")))


def _attachment(one: Any) -> dict[str, str]:
    found = {"path": one} if isinstance(one, str) else one
    if not isinstance(found, dict) or not all(isinstance(word, str) for word in found.values()):
        raise BadLine('attachments 中的每一项应是路径，或 {"title": …, "path": …}')
    if not found.get("path") and not found.get("title"):
        raise BadLine("attachments 中有一项既没有路径，也没有标题")
    return found | {"address": link(found, "address")}


def _pictures(said: dict[str, Any]) -> dict[str, str]:
    found = said.get("pictures") or {}
    if not isinstance(found, dict) or not all(isinstance(path, str) for path in found.values()):
        raise BadLine('pictures 应是 {"<sha256>": "路径"}')
    return found
