"""Web archives (.mht): a page and its pictures, saved as one mail message."""

import email
import email.policy
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from email.message import EmailMessage, Message

from bulletins.document.html.opening.charset import decode
from bulletins.document.notices import Unreadable
from bulletins.document.rasters import is_raster

STARTS = (
    b"From: <Saved by",
    b"MIME-Version:",
    b"Subject:",
    b"From:",
    b"Snapshot-Content-Location:",
)
TYPE = re.compile(rb"^content-type:", re.IGNORECASE | re.MULTILINE)
MOST = 2_000  # pieces; a page with all its pictures has some hundred
TOO_MANY = "网页存档中的部分过多或层层嵌套，已停止读取：请复制正文后用「粘贴」导入"


@dataclass(frozen=True, slots=True)
class SavedPage:
    """The bytes of a page, its address where the file says it, and pictures by their addresses."""

    data: bytes
    address: str = ""
    pictures: Mapping[str, bytes] = field(default_factory=dict)


def saved_page(data: bytes) -> SavedPage:
    """The page in an archive; other data is a page by itself. Raises Unreadable."""
    if not data.lstrip().startswith(STARTS):
        return SavedPage(data)
    message = _opened(data.lstrip())
    parts = [part for part in message.walk() if isinstance(part, EmailMessage)]
    pages = [(part, _bytes(part)) for part in parts if part.get_content_type() == "text/html"]
    if not pages:
        return SavedPage(data)
    part, page = max(pages, key=lambda pair: _sentences(pair[1]))
    return SavedPage(page, _location(part), dict(_pictures(parts)))


def _opened(data: bytes) -> Message:
    """Every piece names its type and may hold others: they are counted before they are read."""
    if len(TYPE.findall(data)) > MOST:
        raise Unreadable(TOO_MANY)
    try:
        return email.message_from_bytes(data, policy=email.policy.default)
    except RecursionError as problem:
        raise Unreadable(TOO_MANY) from problem


def _sentences(page: bytes) -> int:
    """Of a page and its frames, the one with the text is meant; the first if they say as much."""
    try:
        return decode(page)[0].count("。")
    except Unreadable:
        return -1


def _bytes(part: EmailMessage) -> bytes:
    inner = part.get_payload(decode=True)
    return inner if isinstance(inner, bytes) else b""


def _location(part: EmailMessage) -> str:
    return "".join(str(part.get("Content-Location", "")).split())


def _pictures(parts: list[EmailMessage]) -> Iterator[tuple[str, bytes]]:
    for part in parts:
        if part.get_content_maintype() == "image" and is_raster(data := _bytes(part)):
            yield _location(part), data
            yield f"cid:{str(part.get('Content-ID', '')).strip('<> ')}", data
