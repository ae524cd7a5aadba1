"""Lists as they are printed, line by line.

As a template, the twenty lines of a page took a quarter of its time: six looked-up values each.
"""

from collections.abc import Collection, Iterable
from html import escape
from typing import Any

from django.utils.safestring import SafeString, mark_safe

from bulletins.public.counted import Counted
from bulletins.public.entries import Entry
from bulletins.public.paths import path_of

PINNED = '<span class="pinned">置顶</span> '
ARCHIVED = '<span class="mark">归档</span> '


def lines(entries: Iterable[Entry], pinned: Collection[int]) -> SafeString:
    """The items of a list, each with its day and its regions. pinned: numbers of what is on top."""
    return _joined(_line(one, one.number in pinned) for one in entries)


def short_lines(entries: Iterable[Entry]) -> SafeString:
    """Title and day alone."""
    return _joined(f"<li>{_titled(one)} {_day(one)}</li>\n" for one in entries)


def counted_lines(regions: Iterable[Counted]) -> SafeString:
    """Regions with how much each has said."""
    return _joined(
        f'<li><a href="{one.address}">{escape(one.short_name)} '
        f'<span class="count">{one.held}</span></a></li>'
        for one in regions
    )


def jump_lines(jumps: Iterable[tuple[str, str]], previewing: Any) -> SafeString:
    """To the parts of an article, by key and name; a preview is framed, and jumps in its frame."""
    frame = ' target="_self"' if previewing else ""
    return _joined(
        f'<li><a href="#{escape(key)}"{frame}>{escape(name)}</a></li>' for key, name in jumps
    )


def tag_lines(tags: Iterable[tuple[str, str]]) -> SafeString:
    """Tags by name and slug."""
    return _joined(
        f'<a href="{escape(path_of("tag", slug))}" rel="tag">{escape(name)}</a>'
        for name, slug in tags
    )


def _line(entry: Entry, pinned: bool) -> str:
    marks = (PINNED if pinned else "") + (ARCHIVED if entry.archived else "")
    regions = f'<p class="regions">{escape(entry.regions)}</p>\n' if entry.regions else ""
    return f"<li>\n{_titled(entry, marks)}\n{_day(entry)}\n{regions}</li>\n"


def _titled(entry: Entry, marks: str = "") -> str:
    elsewhere = ' rel="external"' if entry.link else ""
    term = f' <span class="mark">{escape(entry.term)}</span>' if entry.term else ""
    address, title = escape(entry.address), escape(entry.title)
    return f'<span class="entry">{marks}<a href="{address}"{elsewhere}>{title}</a>{term}</span>'


def _day(entry: Entry) -> str:
    return f'<time datetime="{entry.day}">{entry.day}</time>'


def _joined(pieces: Iterable[str]) -> SafeString:
    return mark_safe("".join(pieces))  # noqa: S308  every text in it is escaped above
