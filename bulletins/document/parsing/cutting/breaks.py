"""Where one paragraph holds several lines: at its breaks, or at the numbers of a whole document in
one line.
"""

import re
from collections.abc import Sequence

from bulletins.document import body
from bulletins.document.blocks import Block
from bulletins.document.markers import is_chapter, lone_number, read_marker
from bulletins.document.parsing.cutting import one_line
from bulletins.document.parsing.dates import only_date
from bulletins.document.parsing.regions.gazetteer import Find
from bulletins.document.parsing.top.labels import has_label
from bulletins.document.plain import EDGE

MANY = 5  # a paragraph of this many broken lines is a page of paragraphs, not an address
NESTED = re.compile(
    r"[一二三四五六七八九十]{1,3}、[ \u3000]?[^，。；：（(]{2,20}(?=[（(]一[)）])"
    r"|第[一二三四五六七八九十]{1,3}章[ \u3000]*[^，。；：]{2,20}[ \u3000]"
    r"(?=第[一二三四五六七八九十百]{1,4}条)"
)
NESTED_FIRSTS = frozenset("一二三四五六七八九十第")
WHOLE = 200  # characters from which one line may be a whole document


def pieces(block: Block, find: Find) -> Sequence[tuple[str, str]]:
    """The lines of one paragraph as (html, text), in order; mostly there is one."""
    numbered = bool(block.label)  # 检修范围<br>全部干渠……, numbered by Word: heading and text
    offsets = _breaks(block.text, find, numbered) if "\n" in block.text else []
    offsets = offsets or (one_line.offsets(block.text, find) if len(block.text) >= WHOLE else [])
    offsets = offsets or _nested(block.text)
    if not offsets:
        return ((block.html, block.text),)
    ends = [*offsets, len(block.text)]
    texts = [block.text[a:b].strip(EDGE) for a, b in zip([0, *offsets], ends, strict=True)]
    pairs = zip(body.split(block.html, offsets), texts, strict=True)
    return [(html, text) for html, text in pairs if html]


def _nested(text: str) -> list[int]:
    """一、总体要求（一）指导思想。…… and 第一章 总则 第一条 …… on one line."""
    found = NESTED.match(text) if text[:1] in NESTED_FIRSTS else None
    return [found.end()] if found else []


def _breaks(whole: str, find: Find, numbered: bool) -> list[int]:
    texts = whole.split("\n")
    parts = numbered or len(texts) >= MANY
    if not parts and not any(_structural(text, find) for text in texts):
        return []
    offsets, at = [], 0
    for text in texts[:-1]:
        at += len(text) + 1
        offsets.append(at)
    return offsets


def _structural(text: str, find: Find) -> bool:
    return bool(
        read_marker(text)
        or lone_number(text)
        or is_chapter(text)
        or only_date(text)
        or has_label(text)
        or find(text)
    )
