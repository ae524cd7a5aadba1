"""变动: what a program reads that keeps a copy in step, deletions included."""

from collections.abc import Collection, Iterable
from datetime import datetime, timedelta
from typing import Any, NamedTuple

from django.db.models import Exists, OuterRef, Subquery
from django.utils import timezone

from bulletins.document.moments import EARLIEST
from bulletins.models import Article, ChangeKind, Edition, Withdrawal, WithdrawalReason
from bulletins.public.api.addresses import of_api, of_page
from bulletins.public.api.content import spoken
from bulletins.public.api.cursors import Asked, Place
from bulletins.public.api.happened import News, news

# An act bears the moment at which it began, and is seen when it was stored.
LATE = timedelta(seconds=10)


class Known(NamedTuple):
    """What may be said of an article now.

    begun: when it became public first. hidden: the last moment at which it was corrected or
    withdrawn for a person's sake; taken: when it was withdrawn last.
    """

    number: int
    public: bool
    title: str
    private: bool
    begun: datetime
    hidden: datetime | None
    taken: datetime | None

    def saw(self, one: News) -> bool:
        """What the desk did before, at a draft, is nobody's business."""
        return one.at >= self.begun

    def tells(self, one: News) -> bool:
        """Whether what was said with it can still be told."""
        closed = self.private or one.private or (self.hidden is not None and self.hidden > one.at)
        since = one.what != "withdrawn" and self.taken is not None and self.taken >= one.at
        return not closed and not since


def changes(asked: Asked, since: datetime | None) -> dict[str, Any]:
    """From a moment on, or from where one stopped; six queries, or seven."""
    now = timezone.now()
    after = asked.after() or Place(since or EARLIEST, 0)
    found = news(after, now - LATE, asked.limit + 1)
    shown, more = found[: asked.limit], len(found) > asked.limit
    known = _known([one for one, _ in shown], now)
    behind = shown[-1][1] if shown else after
    public = ((one, known[key]) for one, _ in shown if (key := _key(one)) in known)
    said = [_said(one, article) for one, article in public if article.saw(one)]
    return {"items": said, "next": asked.next(behind), "more": more}


def _said(one: News, known: Known) -> dict[str, Any]:
    tells = known.tells(one)
    return {
        "at": spoken(one.at),
        "what": one.what,
        "number": known.number,
        "public": known.public,
        "edition": one.number,
        "title": None if known.private or one.private else known.title or None,
        "note": one.says if tells else "",
        "address": of_page(f"/articles/{known.number}/"),
        "api": of_api(f"articles/{known.number}"),
    }


def _key(one: News) -> tuple[str, int]:
    return ("article", one.article) if one.article else ("edition", one.edition)


def _known(rows: Collection[News], now: datetime) -> dict[tuple[str, int], Known]:
    """By what the news name; of what was never public nothing is known."""
    named = Edition.objects.filter(pk__in={one.edition for one in rows if one.edition})
    editions = dict(named.values_list("pk", "article_id"))
    articles = {one.article for one in rows if one.article} | {*editions.values()}
    found = {pk: Known(*said) for pk, *said in _asked(articles, now)}
    by_edition = {("edition", pk): found[of] for pk, of in editions.items() if of in found}
    return {("article", pk): said for pk, said in found.items()} | by_edition


def _asked(articles: Collection[int], now: datetime) -> Iterable[tuple[Any, ...]]:
    begun = Edition.objects.begun(now).filter(article=OuterRef("pk")).latest_first()
    privacy = begun.filter(change_kind=ChangeKind.PRIVACY)
    taken = Withdrawal.objects.filter(article=OuterRef("pk"), at__lte=now).order_by("-at")
    standing = taken.standing().filter(reason=WithdrawalReason.PRIVACY)
    public = Edition.objects.live(now).filter(article=OuterRef("pk")).order_by()
    found = Article.objects.filter(Exists(begun.order_by()), pk__in=articles)
    return found.values_list(
        "pk",
        "number",
        Exists(public),
        Subquery(begun.values("title")[:1]),
        Exists(standing.order_by()),
        Subquery(begun.order_by("live_from").values("live_from")[:1]),
        Subquery(privacy.values("live_from")[:1]),
        Subquery(taken.values("at")[:1]),
    )
