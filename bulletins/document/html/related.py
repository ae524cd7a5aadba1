"""What a site puts into the box of the text: 相关阅读, 往期推荐, readers' comments."""

from collections.abc import Sequence

from bulletins.document.elements import name
from bulletins.document.html.leaves import Leaf
from bulletins.document.html.page_words import (
    is_button,
    is_comments,
    is_link_line,
    is_related,
    is_sentence,
)
from bulletins.document.notices import Notice

ITEMS = 3  # so many linked titles after the text need no heading
SHOWN = 20
MOST = 5  # lines in the notice


def drop_related(lines: Sequence[Leaf]) -> tuple[list[Leaf], tuple[Notice, ...]]:
    """The lines without those that follow the text and are none of it; a notice names them."""
    begun = next((at for at, leaf in enumerate(lines) if is_sentence(leaf.text)), len(lines))
    dropped: set[int] = set()
    for at in range(begun + 1, len(lines)):
        if at not in dropped:
            dropped |= set(range(at, _end(lines, at)))
    dropped |= _linked_end(lines, begun, dropped)
    if not dropped:
        return list(lines), ()
    words = "".join(f"「{lines[at].text[:SHOWN]}」" for at in sorted(dropped)[:MOST])
    notice = Notice(0, "furniture.related", f"已略去正文框内的相关链接、评论等：{words}")
    return [leaf for at, leaf in enumerate(lines) if at not in dropped], (notice,)


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


def _linked_end(lines: Sequence[Leaf], begun: int, dropped: set[int]) -> set[int]:
    """Several linked titles as the last words of a text, announced by nothing."""
    last = len(lines)
    while last and last - 1 in dropped:
        last -= 1
    first = last
    while first > begun + 1 and is_link_line(lines[first - 1]):
        first -= 1
    items = sum(_items(leaf) for leaf in lines[first:last])
    announced = first == 0 or lines[first - 1].text.endswith(("：", ":"))
    return set(range(first, last)) if items >= ITEMS and not announced else set()


def _items(leaf: Leaf) -> int:
    return len(list(leaf.element)) if name(leaf.element) in ("ul", "ol") else 1
