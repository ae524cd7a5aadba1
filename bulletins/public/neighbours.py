"""What a reader may go on to from an article: before and after it in its column, and related ones.

One query for all of them, by keys alone.
"""

from collections.abc import Sequence
from datetime import datetime
from functools import reduce
from operator import or_
from typing import Any, NamedTuple

from django.db.models import Case, F, Q, QuerySet, Value, When

from bulletins.document.wording import day_of
from bulletins.listing import column_list
from bulletins.models import Edition, Listing
from bulletins.models.edition_queryset import EditionQuerySet
from bulletins.models.listing import ListingQuerySet
from bulletins.models.prepared import Together, planned_for_each
from bulletins.public.sight import Sight

MOST = 5
OLDER, NEWER, RELATED = range(3)


class Neighbour(NamedTuple):
    """day: "2021-03-15", in Beijing. link: where a 标题链接 leads, else ""."""

    number: int
    title: str
    day: str
    link: str

    @property
    def address(self) -> str:
        return self.link or f"/articles/{self.number}/"


class Neighbours(NamedTuple):
    """older and newer: in the column of the article; related: best first."""

    older: Neighbour | None
    newer: Neighbour | None
    related: tuple[Neighbour, ...]


class Row(NamedTuple):
    """As the database gives it. why: OLDER, NEWER or RELATED; then article is its primary key."""

    why: int
    article: int
    number: int
    title: str
    published: datetime
    link: str

    def printed(self) -> Neighbour:
        return Neighbour(self.number, self.title, day_of(self.published), self.link)


def neighbours_of(edition: Edition, related: Sequence[int], sight: Sight) -> Neighbours:
    """What of them is public now. edition: with its article and its column."""
    article = edition.article
    if article.number is None or article.first_published_at is None:
        return Neighbours(None, None, ())
    chosen = [*related[:MOST], *[0] * MOST][:MOST]
    place = column_list(edition.column.slug), article.number, article.first_published_at
    rows = [Row(*one) for one in _around(*place, sight.now, *chosen)]
    shown = {one.article: one.printed() for one in rows if one.why == RELATED}
    return Neighbours(
        next((one.printed() for one in rows if one.why == OLDER), None),
        next((one.printed() for one in rows if one.why == NEWER), None),
        tuple(shown[pk] for pk in chosen if pk in shown),
    )


# For each column: a plan for any column reads and sorts the whole of it on PostgreSQL.
@planned_for_each("column")
def _around(
    column: str,
    number: int,
    published: datetime,
    at: datetime,
    r1: int,
    r2: int,
    r3: int,
    r4: int,
    r5: int,
) -> Together[tuple[Any, ...]]:
    listed = Listing.objects.of(column, at)
    older = listed.filter(first_published_at__lte=published)
    older = older.exclude(first_published_at=published, number__gte=number)
    newer = listed.filter(first_published_at__gte=published)
    newer = newer.exclude(first_published_at=published, number__lte=number).reverse()
    chosen = reduce(or_, (Q(article=one) for one in (r1, r2, r3, r4, r5)))
    related = Edition.objects.live(at).filter(chosen, article__archived_at=None)
    return Together(_beside(OLDER, older), _beside(NEWER, newer), _related(related))


def _beside(why: int, rows: ListingQuerySet) -> QuerySet[Any, tuple[Any, ...]]:
    said = rows.annotate(why=Value(why), article=Value(0))
    named = ("why", "article", "number", "title", "first_published_at", "link")
    read: QuerySet[Any, tuple[Any, ...]] = said.values_list(*named)[:1]
    return read


def _related(editions: EditionQuerySet) -> QuerySet[Any, tuple[Any, ...]]:
    called = Case(When(list_title="", then=F("title")), default=F("list_title"))
    said = editions.annotate(why=Value(RELATED), called=called).order_by()
    return said.values_list(
        *("why", "article_id", "article__number", "called"),
        *("article__first_published_at", "link_only_to"),
    )
