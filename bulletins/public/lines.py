"""Lists as they are printed, line by line.

As a template, the twenty lines of a page took a quarter of its time: six looked-up values each.
"""

from collections.abc import Collection, Iterable, Iterator
from html import escape
from typing import Any

from django.utils.safestring import SafeString, mark_safe

from bulletins.public.counted import Counted
from bulletins.public.entries import Entry
from bulletins.public.listed import Page
from bulletins.public.neighbours import Neighbour, Neighbours
from bulletins.public.paths import path_of

PINNED = '<span class="pinned">置顶</span> '
ARCHIVED = '<span class="mark">归档</span> '

DOT, TIED = " · ", "\N{NO-BREAK SPACE}· "
MOST_REGIONS, FIRST_REGIONS = 10, 8


def lines(entries: Iterable[Entry], pinned: Collection[int]) -> SafeString:
    """The items of a list, each with its day and its regions. pinned: numbers of what is on top."""
    return _joined(_line(one, one.number in pinned) for one in entries)


def short_lines(entries: Iterable[Entry]) -> SafeString:
    """Title and day alone."""
    return _joined(f"<li>{_titled(one)} {_day(one)}</li>\n" for one in entries)


def ending_lines(entries: Iterable[Entry]) -> SafeString:
    """Open notices: what is left of each stands where others have their day."""
    return _joined(
        f'<li>{_titled(one._replace(term=""))} <span class="left">{escape(one.term)}</span></li>\n'
        for one in entries
    )


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


def neighbour_lines(around: Neighbours) -> SafeString:
    """What to go on to: newer and older in the same column, then what is related."""
    beside = [("上一篇", around.newer), ("下一篇", around.older)]
    turns = [f"<p>{said}：{_named(one)}</p>\n" for said, one in beside if one]
    pieces = (
        [f'<nav class="beside" aria-label="同栏目的前后篇">{"".join(turns)}</nav>\n']
        if turns
        else []
    )
    if around.related:
        items = "".join(f"<li>{_named(one)}</li>\n" for one in around.related)
        head = '<section class="related" aria-labelledby="related"><h2 id="related">相关信息</h2>'
        pieces.append(f"{head}<ul>{items}</ul></section>\n")
    return _joined(pieces)


def _named(one: Neighbour) -> str:
    elsewhere = ' rel="external"' if one.link else ""
    day = f'<time datetime="{one.day}">{one.day}</time>'
    return f'<a href="{escape(one.address)}"{elsewhere}>{escape(one.title)}</a> {day}'


def feeds(kind: str, title: str, *keys: str) -> SafeString:
    """Where programs find the feed of the page; keys: what names it in its address."""
    return _joined(
        f'<link rel="alternate" type="application/{form}+xml" title="{escape(title)}{mark}"'
        f' href="{escape(path_of(f"{kind}-feed", *keys, form))}">\n'
        for form, mark in (("atom", ""), ("rss", " (RSS)"))
    )


def turning(page: Page, kind: str, keys: tuple[str, ...], query: str = "") -> SafeString:
    """To what is older and newer. keys: what names the list in its address; query: Sight.query."""
    return _joined(
        f'<a href="{escape(path_of(f"{kind}-{name}", *keys, *which))}{query}"{rel}>{said}</a>\n'
        for name, which, rel, said in _turns(page)
    )


def _turns(page: Page) -> Iterator[tuple[str, tuple[int, ...], str, str]]:
    if page.month:
        for month, rel, said in ((page.earlier, "next", "更早"), (page.later, "prev", "更晚")):
            if month:
                yield "month", month, f' rel="{rel}"', f"{said}：{month[0]}年{month[1]}月"
        return
    if page.before:
        yield "before", (page.before,), ' rel="next"', "更早的信息"
    if page.entries:
        yield "month", page.newest_month, "", "按月查看"


def _line(entry: Entry, pinned: bool) -> str:
    marks = (PINNED if pinned else "") + (ARCHIVED if entry.archived else "")
    said = escape(shortened(entry.regions))
    regions = f'<p class="regions">{said}</p>\n' if said else ""
    told = f'<p class="summary">{escape(entry.summary)}</p>\n' if entry.summary else ""
    return f"<li>\n{_titled(entry, marks)}\n{_day(entry)}\n{regions}{told}</li>\n"


def shortened(regions: str) -> str:
    """天津 · 贵州; of many the first few, and how many there are. A dot begins no line."""
    names = regions.split(DOT)
    if len(names) > MOST_REGIONS:
        return f"{TIED.join(names[:FIRST_REGIONS])} 等 {len(names)} 地"
    return TIED.join(names)


def _titled(entry: Entry, marks: str = "") -> str:
    elsewhere = ' rel="external"' if entry.link else ""
    term = f' <span class="mark">{escape(entry.term)}</span>' if entry.term else ""
    address, title = escape(entry.address), escape(entry.title)
    return f'<span class="entry">{marks}<a href="{address}"{elsewhere}>{title}</a>{term}</span>'


def _day(entry: Entry) -> str:
    return f'<time datetime="{entry.day}">{entry.day}</time>'


def _joined(pieces: Iterable[str]) -> SafeString:
    return mark_safe("".join(pieces))  # noqa: S308  every text in it is escaped above
