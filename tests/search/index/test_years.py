"""Where a year ends in the index."""

from datetime import UTC, datetime

import pytest

from bulletins.indexing.slots import rows_of, state
from bulletins.models import Listing
from bulletins.search.finding.years import last_of_year

pytestmark = pytest.mark.django_db


def test_it_is_the_last_passage_of_what_was_published_last_in_it(
    judged_corpus: dict[int, str],
) -> None:
    slot = state().slot
    last = last_of_year(slot, [["k1", "k2"], ["y2022"]])
    assert last
    edition = rows_of(slot)._default_manager.get(pk=last).edition
    assert edition.article.first_published_at is not None
    assert edition.article.first_published_at.year == 2022
    end = datetime(2022, 12, 31, 16, tzinfo=UTC)  # Beijing's new year
    later = Listing.objects.filter(list="all", first_published_at__lt=end)
    assert later.filter(first_published_at__gt=edition.article.first_published_at).count() == 0
    assert not rows_of(slot)._default_manager.filter(edition=edition, pk__gt=last).exists()


@pytest.mark.parametrize("places", [[], [["r520000"]], [["y1999"]]])
def test_where_there_is_none_nobody_says_so(
    judged_corpus: dict[int, str], places: list[list[str]]
) -> None:
    assert last_of_year(state().slot, places) is None
