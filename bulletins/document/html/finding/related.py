"""What a site puts into the box of the text: lists of other pages, readers' comments, buttons."""

import re
from collections.abc import Sequence
from dataclasses import replace

from bulletins.document.elements import name
from bulletins.document.html.finding.page_parts import (
    is_button,
    is_comments,
    is_foot,
    is_link_line,
    is_page_part,
    is_related,
)
from bulletins.document.html.finding.page_words import is_box_title, is_sentence, is_signature
from bulletins.document.html.lines.leaf import Leaf
from bulletins.document.html.opening.tree import box
from bulletins.document.markers import read_marker
from bulletins.document.notices import Notice

ITEMS = 3  # so many linked titles before or after the text need no heading
HEADING = 12  # characters of the heading over them
SHOWN = 20
CREDIT = 60  # characters of a line beside which buttons stand
BUTTONS = re.compile(
    r"(?:\s*[【\[(（]\s*(?:打印|关闭|返回|收藏|分享|纠错)[^】\])）]{0,4}[】\])）])+\s*$"
)
MOST = 5  # lines in the notice


def drop_related(lines: Sequence[Leaf]) -> tuple[list[Leaf], tuple[Notice, ...]]:
    """The lines without those that are none of the text; a notice names them."""
    said = [at for at, leaf in enumerate(lines) if is_sentence(leaf.text)]
    if not said:
        return list(lines), ()
    dropped: set[int] = set()
    for at in range(said[0] + 1, len(lines)):
        if at not in dropped:
            dropped |= set(range(at, _end(lines, at)))
    dropped |= set(range(_foot(lines, said[0]), len(lines)))
    dropped |= _lists(lines, 0, said[0]) | _lists(lines, said[-1] + 1, len(lines))
    lines = [*lines[: said[-1] + 1], *map(_without_buttons, lines[said[-1] + 1 :])]
    if not dropped:
        return lines, ()
    words = "".join(f"「{lines[at].text[:SHOWN]}」" for at in sorted(dropped)[:MOST])
    notice = Notice(0, "furniture.related", f"已略去正文框内的相关链接、评论等：{words}")
    return [leaf for at, leaf in enumerate(lines) if at not in dropped], (notice,)


def _without_buttons(leaf: Leaf) -> Leaf:
    """ "【责任编辑：某某】【打印】【关闭】" is a credit and two buttons."""
    words = BUTTONS.sub("", leaf.text)
    if words == leaf.text or not words or len(words) > CREDIT:
        return leaf
    line = box()
    line.tag, line.text = "p", words
    return replace(leaf, element=line)


def _end(lines: Sequence[Leaf], at: int) -> int:
    """Where what begins here ends: comments go on to the end, a list as far as its links."""
    text = lines[at].text
    if is_comments(text):
        return len(lines)
    linked = _linked_from(lines, at + 1) if is_related(text) else 0
    return linked if linked > at + 1 else at + is_button(text)


def _linked_from(lines: Sequence[Leaf], at: int) -> int:
    while at < len(lines) and is_link_line(lines[at]):
        at += 1
    return at


def _foot(lines: Sequence[Leaf], begun: int) -> int:
    """Where the page goes on under its text: after 上一篇, 打印, 关闭 stands nothing of it."""
    sizes = [len(leaf.text) for leaf in lines]
    for at in range(begun + 1, len(lines)):
        if is_foot(lines[at].text):
            rest = [leaf for leaf in lines[at:] if not is_page_part(leaf)]
            smaller = sum(sizes[at:]) <= sum(sizes[:at])
            return at if smaller or not rest or is_box_title(rest[0]) else len(lines)
    return len(lines)


def _lists(lines: Sequence[Leaf], start: int, end: int) -> set[int]:
    """Several linked titles in a row before or after the text, announced by nothing in it."""
    found: set[int] = set()
    at = start
    while at < end:
        last = min(_linked_from(lines, at), end)
        announced = at > 0 and lines[at - 1].text.endswith(("：", ":"))
        if sum(_items(leaf) for leaf in lines[at:last]) >= ITEMS and not announced:
            found |= set(range(at - (at > start and _is_heading(lines[at - 1])), last))
        at = max(last, at + 1)
    return found


def _is_heading(leaf: Leaf) -> bool:
    """最新动态 over a list of news: short, without a number."""
    short = len(leaf.text) <= HEADING and not is_page_part(leaf) and not is_signature(leaf)
    return short and not read_marker(leaf.text) and leaf.text[-1] not in "。；，"


def _items(leaf: Leaf) -> int:
    return len(list(leaf.element)) if name(leaf.element) in ("ul", "ol") else 1
