"""What became of what was public: a few short questions, each for the latest of its kind."""

from datetime import datetime
from typing import Any, NamedTuple

from django.db.models import Exists, OuterRef, QuerySet, Subquery
from django.utils import timezone

from bulletins.listing import ALL_CLOSED
from bulletins.models import Article, ChangeKind, Edition, Listing, Withdrawal, WithdrawalReason
from bulletins.models.prepared import prepared
from bulletins.models.withdrawal import WithdrawalQuerySet

LENGTH = 20
TOLD = (ChangeKind.MAJOR, ChangeKind.CORRECTION, ChangeKind.PRIVACY)
Rows = QuerySet[Any, tuple[Any, ...]]


class Happened(NamedTuple):
    """what: 更正, 撤下, 已截止 and the like. title: as readers have it or had it last.

    private: no title may be told. mark: which of the article's news, for good.
    """

    what: str
    number: int
    at: datetime
    mark: str
    title: str
    private: bool
    says: str = ""


def latest() -> list[Happened]:
    """The newest first."""
    now = timezone.now()
    found = [_amendment(row) for kind in TOLD for row in _amended(kind.value, now)]
    found += map(_restoration, _restored(now))
    found += [*map(_withdrawal, _withdrawn(now)), *map(_closing, _closed(now))]
    found += map(_end, _ended(now))
    return sorted(found, key=lambda one: (one.at, one.number), reverse=True)[:LENGTH]


def _amendment(row: tuple[Any, ...]) -> Happened:
    title, private, number, at, edition, kind, note, taken, hidden = row
    private = private or kind == ChangeKind.PRIVACY
    says = "" if private or taken or hidden else note
    what = str(ChangeKind(kind).label)
    return Happened(what, number, at, f"#edition-{edition}", title, private, says)


def _restoration(row: tuple[Any, ...]) -> Happened:
    title, private, number, at, edition = row
    return Happened("恢复公开", number, at, f"#restored-{edition}", title, private)


def _withdrawal(row: tuple[Any, ...]) -> Happened:
    """The explanation is left out where it may say too much: a feed is kept by whoever reads it."""
    title, private, number, at, reason, explanation, hidden = row
    of_a_person = reason == WithdrawalReason.PRIVACY
    says = f"原因：{WithdrawalReason(reason).label}。"
    says += "" if private or of_a_person or hidden else explanation
    mark = f"#withdrawn-{_stamp(at)}"
    return Happened("撤下", number, at, mark, title, private or of_a_person, says)


def _closing(row: tuple[Any, ...]) -> Happened:
    title, private, number, at, note, hidden = row
    says = "" if private or hidden else note
    return Happened("已截止", number, at, f"#closed-{_stamp(at)}", title, private, says)


def _end(row: tuple[Any, ...]) -> Happened:
    title, private, number, at = row
    return Happened("公示期满", number, at, f"#ended-{_stamp(at)}", title, private)


def _stamp(moment: datetime) -> int:
    return int(moment.timestamp())


@prepared
def _amended(kind: str, at: datetime) -> Rows:
    """One kind at a time, so that both engines begin at the latest of them and go no further.

    taken, hidden: it was withdrawn since, or corrected because of a person's data.
    """
    found = Edition.objects.begun(at).filter(change_kind=kind, restored_from=None)
    found = found.annotate(
        taken=Exists(_of("article", at).filter(at__gte=OuterRef("live_from"))),
        hidden=_corrected("article", "live_from", at),
    )
    said = ("article__number", "live_from", "number", "change_kind", "change_note")
    return _rows(found.latest_first(), "article", at, *said, "taken", "hidden")


@prepared
def _restored(at: datetime) -> Rows:
    found = Edition.objects.begun(at).filter(restored_from__isnull=False).latest_first()
    return _rows(found, "article", at, "article__number", "live_from", "number")


@prepared
def _withdrawn(at: datetime) -> Rows:
    """hidden: as above. What was explained was so before: a release ends the withdrawal."""
    found = Withdrawal.objects.filter(at__lte=at).order_by("-at", "-pk")
    found = found.annotate(hidden=_corrected("article", "at", at))
    return _rows(found, "article", at, "article__number", "at", "reason", "explanation", "hidden")


@prepared
def _closed(at: datetime) -> Rows:
    """By the deadline, not by the edition that stands in the list since."""
    found = Listing.objects.filter(list=ALL_CLOSED, live_from__lte=at).exclude(live_until__lte=at)
    found = found.annotate(hidden=_corrected("edition__article", "deadline", at))
    said = ("number", "deadline", "edition__article__closing_note", "hidden")
    return _rows(found.order_by("-live_from"), "edition__article", at, *said)


@prepared
def _ended(at: datetime) -> Rows:
    before = _of("pk", at).standing().filter(at__lte=OuterRef("ends_at"))
    found = Article.objects.filter(ends_at__lte=at).exclude(Exists(before))
    return _rows(found.order_by("-ends_at"), "pk", at, "number", "ends_at")


def _rows(found: QuerySet[Any], article: str, at: datetime, *said: str) -> Rows:
    """With the title under which readers knew the article last, and whether it may be told."""
    last = Edition.objects.begun(at).filter(article=OuterRef(article)).latest_first()
    standing = _of(article, at).standing().filter(reason=WithdrawalReason.PRIVACY)
    told = found.annotate(told=Subquery(last.values("title")[:1]), private=Exists(standing))
    rows: Rows = told.values_list("told", "private", *said)
    return rows[:LENGTH]


def _corrected(article: str, since: str, at: datetime) -> Exists:
    """Whether it was corrected for a person's sake after that moment."""
    privacy = Edition.objects.begun(at).filter(change_kind=ChangeKind.PRIVACY)
    return Exists(privacy.filter(article=OuterRef(article), live_from__gt=OuterRef(since)))


def _of(article: str, at: datetime) -> WithdrawalQuerySet:
    return Withdrawal.objects.filter(article=OuterRef(article), at__lte=at).order_by()
