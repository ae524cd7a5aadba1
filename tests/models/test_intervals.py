"""Two editions of one article are never public at the same moment, whoever writes the row."""

from datetime import UTC, datetime

import pytest
from django.db import IntegrityError, transaction

from bulletins.models import FOREVER, Article, Column, Edition
from bulletins.refusals.intervals import NAME as INTERVALS
from tests.office import Office, People
from tests.refusals import lifted, undone

MAY, JUNE, JULY = (datetime(2090, month, 1, tzinfo=UTC) for month in (5, 6, 7))
Interval = tuple[datetime, datetime]


@pytest.fixture
def column(office: Office) -> Column:
    return office.news


def edition(article: Article, number: int, column: Column) -> Edition:
    """A draft that somebody will make public without asking anybody."""
    return Edition.objects.create(
        article=article,
        number=number,
        column=column,
        title="甲",
        state="draft",
        created_by=article.created_by,
    )


def publish(edition: Edition, interval: Interval) -> None:
    begins, ends = interval
    Edition.objects.filter(pk=edition.pk).update(
        state="released",
        released_as="imported",
        digest="1:x",
        salt="00",
        released_at=MAY,
        released_by=edition.created_by,
        live_from=begins,
        live_until=ends,
    )


@pytest.fixture
def pair(column: Column, people: People) -> tuple[Edition, Edition]:
    """The first public in June; the second still a draft."""
    article = Article.objects.create(created_by=people.lin, number=1)
    first = edition(article, 1, column)
    publish(first, (JUNE, JULY))
    return first, edition(article, 2, column)


@pytest.mark.parametrize(
    "interval",
    [
        (JUNE, JULY),
        (MAY, FOREVER),
        (JUNE, FOREVER),
        (datetime(2090, 6, 30, 23, 59, 59, 999999, tzinfo=UTC), FOREVER),
        (datetime(2090, 6, 10, tzinfo=UTC), datetime(2090, 6, 20, tzinfo=UTC)),
        (MAY, datetime(2090, 6, 1, 0, 0, 0, 1, tzinfo=UTC)),
    ],
)
def test_an_interval_that_touches_another_is_refused(
    pair: tuple[Edition, Edition], interval: Interval
) -> None:
    with pytest.raises(IntegrityError, match=f"{INTERVALS}|同时公开"), transaction.atomic():
        publish(pair[1], interval)
    with lifted(INTERVALS), undone():
        publish(pair[1], interval)


@pytest.mark.parametrize("interval", [(JULY, FOREVER), (MAY, JUNE)])
def test_one_edition_may_follow_another_to_the_microsecond(
    pair: tuple[Edition, Edition], interval: Interval
) -> None:
    publish(pair[1], interval)
    assert Edition.objects.live(JUNE).get() == pair[0]
    assert Edition.objects.live(interval[0]).get() == pair[1]


def test_an_open_end_can_be_held_by_one_edition_only(pair: tuple[Edition, Edition]) -> None:
    first, second = pair
    Edition.objects.filter(pk=first.pk).update(live_until=FOREVER)
    with lifted(INTERVALS), pytest.raises(IntegrityError), transaction.atomic():
        publish(second, (JULY, FOREVER))


def test_editions_of_two_articles_do_not_stand_in_each_others_way(
    pair: tuple[Edition, Edition], people: People, column: Column
) -> None:
    other = edition(Article.objects.create(created_by=people.lin, number=2), 1, column)
    publish(other, (JUNE, JULY))
    assert Edition.objects.live(JUNE).count() == 2


def test_an_interval_cannot_be_stretched_over_the_next(pair: tuple[Edition, Edition]) -> None:
    first, second = pair
    publish(second, (JULY, FOREVER))
    with pytest.raises(IntegrityError, match=f"{INTERVALS}|同时公开"), transaction.atomic():
        Edition.objects.filter(pk=first.pk).update(
            live_until=datetime(2090, 7, 1, 0, 0, 0, 1, tzinfo=UTC)
        )
