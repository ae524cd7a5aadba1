"""One list as pages: the newest, a month, or what came before an article; no page numbers."""

from dataclasses import dataclass
from datetime import datetime

from django.http import Http404
from django.utils import timezone

from bulletins.document.wording import BEIJING
from bulletins.models import Edition, Listing
from bulletins.models.listing import ListingQuerySet

LENGTH = 20


@dataclass(frozen=True)
class Page:
    """Editions in order; before: the article number after which the older ones follow, or None."""

    editions: list[Edition]
    before: int | None = None
    newest: bool = False
    year: int | None = None
    month: int | None = None

    @property
    def earlier_month(self) -> tuple[int, int] | None:
        """The month before, on a month's page."""
        if self.year is None or self.month is None:
            return None
        return (self.year, self.month - 1) if self.month > 1 else (self.year - 1, 12)

    @property
    def newest_month(self) -> tuple[int, int]:
        """The month of the first article shown."""
        first = self.editions[0].article.first_published_at
        local = (first or timezone.now()).astimezone(BEIJING)
        return local.year, local.month

    @property
    def later_month(self) -> tuple[int, int] | None:
        """The month after, unless it has not begun."""
        if self.year is None or self.month is None:
            return None
        later = (self.year, self.month + 1) if self.month < 12 else (self.year + 1, 1)
        today = timezone.localdate()
        return later if later <= (today.year, today.month) else None


def page_of(
    name: str, *, number: int | None = None, year: int | None = None, month: int | None = None
) -> Page:
    """The page of a list. Raises Http404 for an article that is not in it."""
    rows = Listing.objects.of(name)
    if year is not None and month is not None:
        begin, end = month_span(year, month)
        within = rows.filter(first_published_at__gte=begin, first_published_at__lt=end)
        return Page(_editions(within), year=year, month=month)
    if number is not None:
        rows = rows.before(_row_of(rows, number))
    editions = _editions(rows[: LENGTH + 1])
    more = len(editions) > LENGTH
    shown = editions[:LENGTH]
    return Page(shown, shown[-1].article.number if more else None, newest=number is None)


def month_span(year: int, month: int) -> tuple[datetime, datetime]:
    """The first moment of a month in Beijing, and that of the next."""
    after = (year + 1, 1) if month == 12 else (year, month + 1)
    return datetime(year, month, 1, tzinfo=BEIJING), datetime(*after, 1, tzinfo=BEIJING)


def _row_of(rows: ListingQuerySet, number: int) -> Listing:
    row = rows.filter(edition__article__number=number).first()
    if row is None:
        raise Http404
    return row


def _editions(rows: ListingQuerySet) -> list[Edition]:
    """What a list shows of each: no texts, but the regions; two queries."""
    pks = [row.edition_id for row in rows.only("edition_id")]
    found = (
        Edition.objects.filter(pk__in=pks)
        .select_related("article", "column")
        .prefetch_related("parts")
        .defer("lead", "closing", "rendered")
    )
    by_pk = {edition.pk: edition for edition in found}
    return [by_pk[pk] for pk in pks]
