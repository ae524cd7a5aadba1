"""What became of what was public, in the order in which it happened, from any moment on.

Every source of news has its rank. A place in all of them together is a moment, a rank, and how
many of that moment and rank were told: nothing in it counts what is not public.
"""

from collections.abc import Callable, Iterable, Iterator
from datetime import datetime
from heapq import merge
from itertools import islice
from typing import Any, NamedTuple, TypeVar

from django.db.models import Exists, F, Model, OuterRef, QuerySet

from accounts.models import AuditEntry
from bulletins.listing import ALL_CLOSED
from bulletins.models import (
    Article,
    ChangeKind,
    Edition,
    Listing,
    ReleasedAs,
    Withdrawal,
    WithdrawalReason,
)
from bulletins.public.api.cursors import Place

AnyModel = TypeVar("AnyModel", bound=Model)
# What the desk does to a public article beside its text; what came in from elsewhere; placing
ON_ARTICLES = (
    *("close", "reopen", "extend", "set_end", "archive", "unarchive"),
    *("set_validity", "backdate"),
)
ON_EDITIONS = ("place", "import_article")
CHANGED = {"": "published", "minor": "updated", "major": "updated"}  # else corrected


class News(NamedTuple):
    """article: its primary key; edition: that of one of its editions, where the other is not known.

    number: of the edition that became public by it. says: what was said with it, which may be
    more than can be told. private: it was for a person's sake.
    """

    at: datetime
    rank: int
    what: str
    article: int = 0
    edition: int = 0
    number: int | None = None
    says: str = ""
    private: bool = False


class Span(NamedTuple):
    """The next news after a moment, or from it on, up to another."""

    since: datetime
    until: datetime
    after: bool
    length: int

    def of(self, rows: QuerySet[AnyModel], at: str) -> QuerySet[AnyModel]:
        begins = {f"{at}__gt" if self.after else f"{at}__gte": self.since}
        return rows.filter(**begins, **{f"{at}__lte": self.until}).order_by(at, "pk")

    def cut(self, rows: Iterable[Any]) -> Any:
        return rows[: self.length]  # type: ignore[index]  # a query set


def news(after: Place, until: datetime, length: int) -> list[tuple[News, Place]]:
    """The oldest first, each with the place behind it; one query for each source."""
    rows = merge(*(_behind(rank, after, until, length) for rank in range(len(SOURCES))))
    return list(islice(_placed(rows, after), length))


def _behind(rank: int, after: Place, until: datetime, length: int) -> list[News]:
    """What was told of the place's own moment is read again, and left out."""
    told = after.number if rank == after.rank else 0
    span = Span(after.moment, until, rank < after.rank, length + told)
    return list(SOURCES[rank](rank, span))[told:]


def _placed(rows: Iterable[News], after: Place) -> Iterator[tuple[News, Place]]:
    place = after
    for one in rows:
        same = (one.at, one.rank) == (place.moment, place.rank)
        place = Place(one.at, place.number + 1 if same else 1, one.rank)
        yield one, place


def _begun(rank: int, span: Span) -> Iterator[News]:
    """What came in from an older site bears old dates; it is told with the acts."""
    found = span.of(Edition.objects.exclude(released_as=ReleasedAs.IMPORTED), "live_from")
    said = ("live_from", "article_id", "number", "change_kind", "change_note", "restored_from_id")
    for at, article, number, kind, note, restored in span.cut(found.values_list(*said)):
        what = "restored" if restored else CHANGED.get(kind, "corrected")
        says = "" if restored or kind == ChangeKind.MINOR else note
        private = kind == ChangeKind.PRIVACY
        yield News(at, rank, what, article, number=number, says=says, private=private)


def _withdrawn(rank: int, span: Span) -> Iterator[News]:
    found = span.of(Withdrawal.objects.all(), "at")
    for one in span.cut(found):
        says = f"原因：{one.get_reason_display()}。{one.explanation}"
        private = one.reason == WithdrawalReason.PRIVACY
        yield News(one.at, rank, "withdrawn", one.article_id, says=says, private=private)


def _ended(rank: int, span: Span) -> Iterator[News]:
    before = Withdrawal.objects.standing().filter(at__lte=OuterRef("ends_at"))
    begun = Edition.objects.filter(article=OuterRef("pk"), live_from__lt=OuterRef("ends_at"))
    found = Article.objects.filter(Exists(begun.order_by()))
    found = found.exclude(Exists(before.filter(article=OuterRef("pk")).order_by()))
    for at, article in span.cut(span.of(found, "ends_at").values_list("ends_at", "pk")):
        yield News(at, rank, "ended", article)


def _closed(rank: int, span: Span) -> Iterator[News]:
    found = span.of(Listing.objects.filter(list=ALL_CLOSED), "live_from")
    found = found.exclude(live_until__lte=F("live_from"))
    for at, article in span.cut(found.values_list("live_from", "edition__article_id")):
        yield News(at, rank, "closed", article)


def _acts(rank: int, span: Span) -> Iterator[News]:
    found = span.of(AuditEntry.objects.filter(action__in=(*ON_ARTICLES, *ON_EDITIONS)), "at")
    for at, action, thing in span.cut(found.values_list("at", "action", "object")):
        kind, _, pk = thing.partition(":")
        what = "published" if action == "import_article" else "amended"
        of_article = kind == "article"
        yield News(at, rank, what, int(pk) if of_article else 0, 0 if of_article else int(pk))


SOURCES: tuple[Callable[[int, Span], Iterator[News]], ...] = (
    _begun,
    _withdrawn,
    _ended,
    _closed,
    _acts,
)
