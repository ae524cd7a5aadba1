"""Bytes of a page into text: by mark, by declaration, then UTF-8, then GB18030."""

import re

from bulletins.document.foreign import refuse_foreign
from bulletins.document.notices import Notice, Unreadable
from bulletins.document.plain import BYTE_ORDER_MARKS

DECLARED = re.compile(
    rb"""<(?:meta\b|\?xml\b)[^>]{0,300}?(?:charset|encoding)\s*=\s*["']?\s*([A-Za-z0-9_\-]{2,20})""",
    re.IGNORECASE,
)
CHINESE = {"gb2312", "gbk", "gb_2312-80", "x-gbk", "cp936", "gb18030"}
SAME = {"utf8": "utf-8"}
KNOWN = CHINESE | {"utf-8", "big5", "utf-16"}
CONTAINERS = (b"PK\x03\x04", b"\xd0\xcf\x11\xe0")  # Word and WPS files
SAMPLE = 20_000
RARE = 0.3  # share of uncommon characters from which Chinese was read in the wrong encoding
PROBLEM = Notice(0, "charset.damaged", "有个别文字无法辨认，已用「�」代替，请对照原文补正")


def decode(data: bytes) -> tuple[str, tuple[Notice, ...]]:
    """The page's text; a declaration that the bytes contradict is not believed."""
    for mark, encoding in BYTE_ORDER_MARKS:
        if data.startswith(mark):
            return _anyhow(data[len(mark) :], encoding)
    refuse_foreign(data)
    if b"\0" in data[:100_000] or data.startswith(CONTAINERS):
        raise Unreadable("这不是网页文件，未读取：请导入 .docx、.html 或纯文本文件")
    said = _declared(data)
    for encoding in dict.fromkeys(["utf-8", *said, "gb18030"]):
        text = _tried(data, encoding)
        if text is not None and (encoding != "gb18030" or _rare(text) < RARE):
            return text, _belied(data, said, encoding)
    return _anyhow(data, _likeliest(data))


def _tried(data: bytes, encoding: str) -> str | None:
    """UTF-8 is tried first whatever is said: text that is valid UTF-8 is almost never GBK."""
    try:
        return data.decode(encoding)
    except (UnicodeDecodeError, LookupError):
        return None


def _belied(data: bytes, said: list[str], found: str) -> tuple[Notice, ...]:
    if found in (said or [found]) or data.isascii():
        return ()
    text = f"网页声明的文字编码（{said[0]}）与实际（{found}）不符，已按实际编码读取，请留意有无乱码"
    return (Notice(0, "charset.declared", text),)


def _rare(text: str) -> float:
    """The share of Han characters outside the 3,755 common ones of GB 2312's first level."""
    han = [char for char in text[:SAMPLE] if "\u4e00" <= char <= "\u9fff"]
    common = sum(b"\xb0" <= char.encode("gb18030") < b"\xd8" for char in han)
    return 1 - common / len(han) if han else 0.0


def _declared(data: bytes) -> list[str]:
    """The encoding that the page says it has; none where we do not know it."""
    found = DECLARED.search(data[:8192])
    name = found[1].decode("ascii").lower() if found else ""
    name = SAME.get(name, "gb18030" if name in CHINESE else name)
    return [name] if name in KNOWN else []


def _likeliest(data: bytes) -> str:
    """The encoding that leaves fewer characters unread, or odd to read."""
    return min(("utf-8", "gb18030"), key=lambda name: _oddness(data.decode(name, "replace")))


def _oddness(text: str) -> float:
    return text.count("\ufffd") / (len(text) or 1) + _rare(text)


def _anyhow(data: bytes, encoding: str) -> tuple[str, tuple[Notice, ...]]:
    text = data.decode(encoding, "replace")
    return text, (PROBLEM,) if "\ufffd" in text else ()
