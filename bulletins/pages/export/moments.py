"""Until when an export is what the site says, if nobody does anything: the next moment."""

from collections.abc import Iterator
from datetime import datetime, timedelta

from django.db.models import Min

from bulletins.document.wording import BEIJING, midnight, year_span
from bulletins.models import Edition, Listing
from bulletins.models.states import FOREVER
from bulletins.pages.export.around import Around
from bulletins.pages.export.articles import Articles


def next_moment(around: Around, articles: Articles, at: datetime) -> datetime:
    """A release to come, an end, a deadline; a midnight where days are counted or shown."""
    return min(one for one in _moments(around, articles, at) if one > at)


def _moments(around: Around, articles: Articles, at: datetime) -> Iterator[datetime]:
    tomorrow = midnight(around.today + timedelta(days=1))
    if articles.counts_days():
        yield tomorrow
    yield from articles.moments()
    yield from _of_rows(at)
    yield from _of_days(around)
    yield year_span(at.astimezone(BEIJING).year)[1]  # days are told without this year


def _of_rows(at: datetime) -> Iterator[datetime]:
    """Releases and ends of editions, and of their places in lists and on top of them."""
    released = Edition.objects.released().filter(live_until__lt=FOREVER)
    for found in (Edition.objects.scheduled(at), Listing.objects.filter(live_from__gt=at)):
        if first := found.aggregate(first=Min("live_from"))["first"]:
            yield first
    for name, rows in (
        ("live_until", released.filter(live_until__gt=at)),
        ("live_until", Listing.objects.filter(live_until__gt=at, live_until__lt=FOREVER)),
        ("pinned_until", Listing.objects.filter(pinned_until__gt=at)),
    ):
        if first := rows.aggregate(first=Min(name))["first"]:
            yield first


def _of_days(around: Around) -> Iterator[datetime]:
    """Regions that begin or cease to be; days of mourning."""
    site = around.site
    days = [day for one in around.regions.values() for day in one.days if day]
    days += [one for one in (site.mourning_from, site.mourning_until) if one]
    yield from map(midnight, days)
    yield from (midnight(day + timedelta(days=1)) for day in days)
