"""The page's own lines over an article: menus, a breadcrumb."""

from collections.abc import Sequence

from bulletins.document.notices import Notice
from bulletins.document.parsing.cutting.lines import Line
from bulletins.document.parsing.furniture import is_breadcrumb, is_furniture
from bulletins.document.parsing.top.metadata import REACH
from bulletins.document.parsing.top.opening import Head
from bulletins.document.plain import squeeze


def skip_furniture(head: Head, lines: Sequence[Line]) -> int:
    """Everything down to the breadcrumb, or the furniture lines at the very top; says so."""
    top = lines[:REACH]
    crumbs = [i for i, line in enumerate(top) if line.prose and is_breadcrumb(line.text)]
    start = crumbs[-1] + 1 if crumbs and all(len(x.text) < 60 for x in top[: crumbs[-1]]) else 0
    while start < len(top) and _top_furniture(top[start]):
        start += 1
    head.used |= set(range(start))
    head.told += [line.printed for line in lines[:start]]
    if start:
        words = "／".join(squeeze(line.text) for line in lines[:start])
        head.notices.append(Notice(lines[0].number, "furniture.top", f"已略去网页页眉：{words}"))
    return start


def _top_furniture(line: Line) -> bool:
    if not line.prose or line.pictured:
        return False
    return is_furniture(line.text) or not any(char.isalnum() for char in line.text)
