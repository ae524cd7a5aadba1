"""The months of a list are those that one finds by looking at its rows one by one."""

from datetime import datetime, timedelta
from random import Random

import pytest

from bulletins.document.wording import BEIJING
from bulletins.drafting import start_article
from bulletins.listing import ALL
from bulletins.models import Listing
from bulletins.models.prepared import Together, prepared
from bulletins.public.months import months_of
from bulletins.public.tallies import Row, counted_in
from tests.office import NOTICE, Office, People, released

pytestmark = pytest.mark.django_db
NOON = datetime(2025, 3, 31, 12, tzinfo=BEIJING)
INSTANT = timedelta(microseconds=1)
EDGES = [datetime(y, m, 1, tzinfo=BEIJING) for y, m in [(2024, 1), (2024, 3), (2025, 1), (2025, 4)]]
MOMENTS = [edge + step for edge in EDGES for step in (-INSTANT, timedelta(), INSTANT)]
INTERVALS = [
    (NOON - timedelta(days=900), NOON + timedelta(days=900)),
    (NOON - timedelta(days=900), NOON),  # ended in this very instant
    (NOON, NOON + INSTANT),
    (NOON + INSTANT, NOON + timedelta(days=1)),  # scheduled
]


@prepared
def _months(name: str, at: datetime) -> Together[Row]:
    nothing = counted_in(Listing.objects.filter(pk=0))
    return Together(nothing, written=[months_of(name, at)])


@pytest.fixture
def rows(office: Office, people: People) -> list[Listing]:
    for _ in MOMENTS:
        released(start_article(NOTICE, column=office.notices, by=people.lin), people)
    return list(Listing.objects.filter(list=ALL).order_by("pk"))


def test_they_are_those_of_the_rows(rows: list[Listing]) -> None:
    assert _months("region:110000", NOON) == []
    for seed in range(8):
        random = Random(seed)  # noqa: S311
        for row, moment in zip(rows, MOMENTS, strict=True):
            row.live_from, row.live_until = random.choice(INTERVALS)
            row.first_published_at = moment
        Listing.objects.bulk_update(rows, ["live_from", "live_until", "first_published_at"])
        for at in (NOON - INSTANT, NOON, NOON + INSTANT):
            expected = sorted(counted_in(Listing.objects.of(ALL, at)))
            assert sorted(_months(ALL, at)) == expected
            assert expected
