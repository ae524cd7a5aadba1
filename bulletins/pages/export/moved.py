"""Addresses that lead on: old ones, merged columns, titles that link elsewhere."""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from django.urls import reverse

from bulletins.listing import CLOSED, OPEN
from bulletins.models import Column, Validity
from bulletins.pages.export.around import Around
from bulletins.pages.export.lists import FEEDS
from bulletins.pages.export.rows import Rows

FOR_GOOD, ELSEWHERE = 301, 302


class Moved(NamedTuple):
    """status: 301, 302; or 410 for an old address of what is gone (to: its number).

    below: a merged column's months and older pages lead to the same place of ``to``.
    """

    address: str
    status: int
    to: str
    below: bool = False


def old_addresses(rows: Rows) -> Iterator[Moved]:
    """Of older sites; where something else stands, that is shown (``plan``)."""
    for pk, paths in rows.redirects.items():
        if pk in rows.articles:
            number, live = rows.articles[pk].number, rows.live(pk)
            to, status = (f"/articles/{number}/", FOR_GOOD) if live else (str(number), 410)
            yield from (Moved(path, status, to) for path in paths)


def titles(rows: Rows) -> Iterator[Moved]:
    """标题链接: its number leads where its title does."""
    for pk, article in rows.articles.items():
        live = rows.live(pk)
        if live and live.link_only_to:
            yield Moved(f"/articles/{article.number}/", ELSEWHERE, live.link_only_to)


def merged(around: Around) -> Iterator[Moved]:
    """Every address of a column that was merged; which shares the target has is asked there."""
    for column in around.columns.values():
        if column.merged_into is not None:
            yield from _of(column, column.target)


def _of(column: Column, target: Column) -> Iterable[Moved]:
    place, to = reverse("column", args=[column.slug]), reverse("column", args=[target.slug])
    yield Moved(place, FOR_GOOD, to, below=True)
    for form in FEEDS:
        names = [reverse("column-feed", args=[one.slug, form]) for one in (column, target)]
        yield Moved(names[0], FOR_GOOD, names[1])
    for facet in (OPEN, CLOSED, *Validity.values):
        yield Moved(f"{place}{facet}/", FOR_GOOD, "")  # asked: the target may not have it
