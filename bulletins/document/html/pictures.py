"""Pictures of a page: those in the file are taken, others leave a marked place; none is fetched."""

import base64
import binascii
import hashlib
import re
from collections.abc import Mapping, Sequence
from urllib.parse import unquote_to_bytes

from lxml.html import HtmlElement

from bulletins.document.blocks import Block, PictureFile
from bulletins.document.notices import Notice
from bulletins.document.plain import squeeze
from bulletins.document.rasters import is_raster

PLACEHOLDER = '<p class="placeholder">'
MOST = 10  # lines that one notice names
LARGEST = 10_000_000  # bytes of one picture
STAND_IN = 200  # characters; lazy loaders put a one-pixel picture where the real one will be
SMALL = 30  # pixels; smaller ones are bullets, buttons and counters
ICONS = re.compile(
    r"(?:icon|button|btn|arrow|share|print|spacer|blank|pixel|dot|line|close|save|sendmail)[^/]*$",
    re.IGNORECASE,
)
LOCAL = re.compile(r"(?:file|blob|cid):|[a-z]:[\\/]|\\\\", re.IGNORECASE)
PATH = re.compile(r"[\\/]")


class Pictures:
    """Takes or marks the pictures of one article; saved: those that came with the page."""

    def __init__(self, saved: Mapping[str, bytes]) -> None:
        self.files: dict[str, PictureFile] = {}
        self.saved = saved

    def treat(self, leaf: HtmlElement) -> list[str]:
        """Give each picture a file name or remove it; returns the texts that mark removed ones."""
        marks = []
        for image in list(leaf.iter("img")):
            source = _address(image)
            decoration = _decoration(image, source)
            saved = None if decoration else self.saved.get(source)
            if data := saved or data_of(source):
                key = hashlib.sha256(data).hexdigest()
                self.files.setdefault(key, PictureFile(squeeze(image.get("alt", "")), data))
                image.set("src", f"file:{key}")
                continue
            if not decoration:
                marks.append(left_out(image, source))
            image.drop_tree()
        return marks


def missing(blocks: Sequence[Block]) -> tuple[Notice, ...]:
    """One notice for all pictures that were not in the file: how many, and where."""
    at = [str(block.line) for block in blocks if block.html.startswith(PLACEHOLDER)]
    if not at:
        return ()
    lines = "、".join(at[:MOST]) + (" 等" if len(at) > MOST else "")
    text = f"有 {len(at)} 张图片不在文件中，未取用，已在原处（第 {lines} 行）标明：请另行上传"
    return (Notice(int(at[0]), "picture.remote", text),)


def _address(image: HtmlElement) -> str:
    """WeChat and lazy loaders keep the real address in data-src."""
    source = str(image.get("src", "")).strip()
    if source.startswith("data:image") and len(source) > STAND_IN:
        return source
    return str(image.get("data-src") or image.get("data-original") or source)


def data_of(source: str) -> bytes | None:
    """The bytes of a picture whose address holds them (data:), None for any other address."""
    if not source.startswith("data:") or "," not in source or len(source) > LARGEST * 4 // 3:
        return None
    head, _, text = source.partition(",")
    try:
        data = base64.b64decode(text) if head.endswith(";base64") else unquote_to_bytes(text)
    except (binascii.Error, ValueError):
        return None
    return data if is_raster(data) else None


def _decoration(image: HtmlElement, source: str) -> bool:
    if not source or source.startswith("data:") or ICONS.search(source.split("?")[0]):
        return True
    sizes = [image.get(side, "").removesuffix("px") for side in ("width", "height")]
    return any(size.isdigit() and int(size) <= SMALL for size in sizes)


def left_out(image: HtmlElement, source: str) -> str:
    """What is written where a picture stood that we were not given.

    A path on somebody's computer (Word's file:///D:/…) is of use to nobody and names her.
    """
    alt = squeeze(image.get("alt", ""))
    if LOCAL.match(source):
        where, alt = "请存下来再插入", "" if PATH.search(alt) else alt
    else:
        where = squeeze(source)[:300]
    return f"【图片未取用：{alt + '，' if alt else ''}{where}】"
