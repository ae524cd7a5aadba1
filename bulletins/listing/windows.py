"""From when to when an edition stands in each list: nothing has to run at those moments.

What is archived leaves every list but that of all; a notice moves from the open to the closed of
its columns at its deadline, and then stands in the list of all that closed.
"""

from collections.abc import Iterable, Iterator, Sequence
from datetime import datetime
from typing import NamedTuple

from bulletins.document.wording import midnight
from bulletins.listing.names import ALL, ALL_CLOSED, CLOSED, OPEN, facet_list
from bulletins.models import Article, Column, ColumnKind, Edition, Validity


class Window(NamedTuple):
    """A list and the interval in which the edition stands in it."""

    name: str
    begins: datetime
    ends: datetime


def windows(edition: Edition, names: Iterable[str], columns: Sequence[Column]) -> list[Window]:
    """names: the lists it belongs in; columns: that in which it is filed first, and all around."""
    begins, ends = edition.live_from, edition.live_until
    if begins is None or ends is None:
        return []
    article = edition.article
    listed = min(ends, article.archived_at or ends)
    whole = [Window(name, begins, ends if name == ALL else listed) for name in names]
    facets = (facet for one in columns for facet in _facets(edition, article, one, begins, listed))
    closed = _closed(edition, article, next(iter(columns), None), begins, listed)
    return sorted(one for one in [*whole, *facets, *closed] if one.begins < one.ends)


def _facets(
    edition: Edition, article: Article, column: Column, begins: datetime, ends: datetime
) -> Iterator[Window]:
    deadline = article.deadline(edition.closes_at)
    if deadline and column.kind == ColumnKind.NOTICE:
        yield Window(facet_list(column.slug, OPEN), begins, min(ends, deadline))
        yield Window(facet_list(column.slug, CLOSED), max(begins, deadline), ends)
    if article.validity:
        since = _in_force_until(article) or begins
        yield Window(facet_list(column.slug, Validity.VALID), begins, min(ends, since))
        yield Window(facet_list(column.slug, article.validity), max(begins, since), ends)


def _closed(
    edition: Edition, article: Article, own: Column | None, begins: datetime, ends: datetime
) -> Iterator[Window]:
    """own: the column in which it is filed, or into which that was merged."""
    deadline = article.deadline(edition.closes_at)
    if deadline and own and own.kind == ColumnKind.NOTICE:
        yield Window(ALL_CLOSED, max(begins, deadline), ends)


def _in_force_until(article: Article) -> datetime | None:
    """When a paper ceases, or ceased, to be in force: the day begins in Beijing."""
    if article.validity == Validity.VALID or article.validity_from is None:
        return None
    return midnight(article.validity_from)
