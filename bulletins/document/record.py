"""A public record checked by itself: does every text agree with its digest, every time with others?

Nothing but the record is needed; ``docs/verify_record.py`` does the first half without Lantai.
"""

import json
from collections.abc import Iterator, Mapping
from itertools import pairwise
from typing import Any

from bulletins.document.digest import SALT_BYTES, digest_of

FORMAT = "lantai-record-1"
NO_RECORD = "这不是兰台的公开记录，或格式较新：请从 /articles/编号/record.json 重新下载"


def faults(record: Any) -> list[str]:
    """A sentence for everything that does not agree; nothing if all is well."""
    if not isinstance(record, Mapping) or record.get("format") != FORMAT:
        return [NO_RECORD]
    try:
        return [*_digests(record["editions"]), *_times(record["editions"]), *_first(record)]
    except (KeyError, TypeError, ValueError, AttributeError):
        return ["记录不完整或被改动过：有的栏目缺少，或不是应有的样子"]


def verified(record: Mapping[str, Any]) -> int:
    """How many texts were there to be checked; of the others the digest is all that is public."""
    return sum("withheld" not in one for one in record["editions"])


def _digests(editions: list[dict[str, Any]]) -> Iterator[str]:
    if not editions:
        yield "记录中一个版本也没有：可能被改动过"
    by_number = {one["number"]: one for one in editions}
    for one in editions:
        if "withheld" not in one and not _agrees(one):
            yield f"第 {one['number']} 版的文字与校验码不符：文字、盐或校验码被改动过"
        before = by_number.get(one["restored_from"])
        if before and before["digest"] != one["digest"]:
            yield f"第 {one['number']} 版不是第 {before['number']} 版的原文，记录却说是恢复公开"
        if _lacks_approval(one):
            yield f"第 {one['number']} 版缺少审核记录：应有 {one['stages']} 级"


def _agrees(one: Mapping[str, Any]) -> bool:
    """The salt has its length and the text is one: else a piece of one could pass for the other."""
    whole = len(bytes.fromhex(one["salt"])) == SALT_BYTES and isinstance(
        json.loads(one["content"]), dict
    )
    return whole and one["digest"] == digest(one["salt"], one["content"])


def _first(record: Mapping[str, Any]) -> Iterator[str]:
    """What readers are shown as the first date is that of the first edition, or was set back."""
    moved = record["backdated"][-1]["to"] if record["backdated"] else ""
    shown = moved or record["editions"][0]["live_from"] if record["editions"] else ""
    if record["first_published_at"] != shown:
        yield "首次发布时间与各版的公开时间不符，也没有改动记录"


def _lacks_approval(one: dict[str, Any]) -> bool:
    """What came by another way says so, and has or had its reviews elsewhere or later."""
    return not one["released_as"] and len(one["approvals"]) < int(one["stages"] or 1)


def _times(editions: list[dict[str, Any]]) -> Iterator[str]:
    """Spelt alike, moments compare as texts."""
    for one in editions:
        if one["live_until"] is not None and not one["live_from"] < one["live_until"]:
            yield f"第 {one['number']} 版的公开时间前后颠倒"
    for one, after in pairwise(editions):
        if one["live_until"] is None or one["live_until"] > after["live_from"]:
            yield f"第 {one['number']} 版和第 {after['number']} 版的公开时间重叠"


def digest(salt: str, content: str) -> str:
    """Of a content in its canonical spelling; salt in hexadecimal."""
    return digest_of(bytes.fromhex(salt), content.encode("utf-8", "surrogatepass"))
