"""What a page shows: what is public, or, to staff who ask (?at=2021-06-01T09:30), what was.

Their scope applies: what is outside it stays as readers see it. Nothing of it is stored anywhere,
and for everybody else ``at`` means nothing.
"""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime

from django.conf import settings
from django.db.models import Count, Q
from django.http import Http404, HttpRequest
from django.http.response import HttpResponseBase

from accounts.models import User
from bulletins.document.moments import read_moment, write_moment
from bulletins.document.wording import spoken
from bulletins.models import Edition, Listing, standstill
from bulletins.models.edition_queryset import EditionQuerySet
from bulletins.models.listing import ListingQuerySet
from bulletins.permissions import scope_of
from bulletins.permissions.visibility import visible_whole
from bulletins.public.as_it_stood import set_back

PRIVATE = {"Cache-Control": "private, no-store", "X-Robots-Tag": "noindex"}
NOW = "您看到的是现在的样子。"


class NotThen(Http404):
    """The article is hers to look at, but at that moment there was nothing public of it."""

    def __init__(self, number: int, sight: "Sight") -> None:
        super().__init__(f"Article {number} was not public then")
        self.number, self.sight = number, sight


@dataclass(frozen=True, slots=True)
class Sight:
    """now: the moment of the request. at: the moment that is shown, None for now.

    seen: the editions that are shown as they stood. band: what is said on top of the page, to
    staff alone. stamp: of the lists, where it was read (``furniture.surroundings``).
    """

    now: datetime
    at: datetime | None = None
    seen: EditionQuerySet | None = None
    band: str = ""
    stamp: str = ""

    @property
    def shown(self) -> datetime:
        return self.at or self.now

    @property
    def typed(self) -> str:
        """As it stands in an address: in Beijing."""
        return write_moment(self.at) if self.at else ""

    @property
    def query(self) -> str:
        """Behind addresses that stay in that time."""
        return f"?at={self.typed}" if self.at else ""

    def rows(self, name: str) -> ListingQuerySet:
        """The rows of a list: hers as they stood, the others as readers see them."""
        return self.listed().filter(list=name)

    def listed(self) -> ListingQuerySet:
        """The same of all lists."""
        found = Listing.objects.filter(self._shown())
        return found.order_by("-first_published_at", "-number")

    def counts(self, names: Collection[str]) -> dict[str, int]:
        """How many rows each of these lists has; one query."""
        found = Listing.objects.filter(self._shown(), list__in=names).order_by()
        counted = found.values_list("list").annotate(how_many=Count("pk"))
        return dict.fromkeys(names, 0) | dict(counted)

    def edition(self, number: int) -> Edition | None:
        """An article as it stood; None where it is shown as readers see it. Raises NotThen."""
        if self.at is None or self.seen is None:
            return None
        # Of an erased text there is no salt, and nothing to be shown.
        hers = self.seen.filter(article__number=number).exclude(salt="")
        found = hers.live(self.at).select_related("article").first()
        if found is None:
            if hers.begun(self.now).exists():
                raise NotThen(number, self)
            return None
        set_back(found.article, self.at)
        return found

    def discreet(self, response: HttpResponseBase) -> None:
        """Nobody keeps what staff look at."""
        if self.band:
            for name, value in PRIVATE.items():
                response[name] = value

    def _shown(self) -> Q:
        now = Q(live_from__lte=self.now, live_until__gt=self.now)
        if self.at is None or self.seen is None:
            return now
        hers = Q(edition__in=self.seen.values("pk"))
        return (hers & Q(live_from__lte=self.at, live_until__gt=self.at)) | (~hers & now)


def sight_of(request: HttpRequest) -> Sight:
    """Who she is, is asked only where a moment is asked for and a session cookie came along."""
    now = standstill.now()
    asked = request.GET.get("at")
    if asked is None or settings.SESSION_COOKIE_NAME not in request.COOKIES:
        return Sight(now)
    user = request.user
    scope = scope_of(user)
    if not isinstance(user, User) or not scope.held:
        return Sight(now)
    at = read_moment(asked)
    if at is None:
        return Sight(now, band=f"请写一个过去的时间，如 2021-06-01T09:30。{NOW}")
    if at > now:
        return Sight(now, band=f"{spoken(at)}还没有到。{NOW}")
    everything = any(one.columns is None and one.spans is None for one in scope.held)
    band = f"您看到的是{spoken(at)}时的样子；导航和页脚是现在的。"
    band += "" if everything else "不归您看的稿件仍是现在的样子。"
    return Sight(now, at, visible_whole(user, scope), band)
