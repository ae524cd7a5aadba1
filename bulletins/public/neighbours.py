"""What a reader may go on to from an article: before and after it in its column, and related ones.

One query for all of them, by keys alone.
"""

from collections.abc import Sequence
from datetime import datetime
from typing import Any, NamedTuple

from django.db.models import Q, QuerySet, Subquery

from bulletins.document.wording import day_of
from bulletins.listing import column_list
from bulletins.models import Edition, Listing
from bulletins.models.prepared import prepared
from bulletins.public.sight import Sight

RELATED = 5


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
    """As the database gives it; older and newer: the numbers of what stands beside the article."""

    article: int
    number: int
    list_title: str
    title: str
    published: datetime
    archived_at: datetime | None
    link: str
    older: int | None
    newer: int | None

    def printed(self) -> Neighbour:
        title, day = self.list_title or self.title, day_of(self.published)
        return Neighbour(self.number, title, day, self.link)


def neighbours_of(edition: Edition, related: Sequence[int], sight: Sight) -> Neighbours:
    """What of them is public now. edition: with its article and its column."""
    article = edition.article
    if article.number is None or article.first_published_at is None:
        return Neighbours(None, None, ())
    chosen = [*related[:RELATED], *[0] * RELATED][:RELATED]
    place = column_list(edition.column.slug), article.number, article.first_published_at
    rows = [Row(*one) for one in _around(*place, sight.now, *chosen)]
    listed = {one.article: one.printed() for one in rows if one.archived_at is None}
    return Neighbours(
        next((one.printed() for one in rows if one.number == one.older), None),
        next((one.printed() for one in rows if one.number == one.newer), None),
        tuple(listed[pk] for pk in chosen if pk in listed),
    )


# Not planned once: a plan for any moment reads and sorts the whole column on PostgreSQL.
@prepared
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
) -> QuerySet[Edition, tuple[Any, ...]]:
    listed = Listing.objects.of(column, at)
    before = listed.filter(first_published_at__lte=published)
    before = before.exclude(first_published_at=published, number__gte=number)
    after = listed.filter(first_published_at__gte=published)
    after = after.exclude(first_published_at=published, number__lte=number).reverse()
    # One key each, so that the database finds them one by one: an IN would be read as a whole.
    keys = Q(pk=Subquery(before.values("edition")[:1])) | Q(
        pk=Subquery(after.values("edition")[:1])
    )
    for article in (r1, r2, r3, r4, r5):
        keys |= Q(article=article)
    found = (
        Edition.objects.live(at)
        .filter(keys)
        .annotate(
            older=Subquery(before.values("number")[:1]), newer=Subquery(after.values("number")[:1])
        )
    )
    return found.values_list(
        *("article", "article__number", "list_title", "title", "article__first_published_at"),
        *("article__archived_at", "link_only_to", "older", "newer"),
    )
