"""A region that says nothing leads to those around it that do."""

from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from bulletins.models import Edition
from bulletins.search.nearest import Near, nearest_regions
from regions.models import Region
from tests.office import People, released, scheduled

pytestmark = pytest.mark.django_db


def test_what_it_lies_in_then_those_beside_it(draft: Edition, people: People) -> None:
    """贵州 and 天津 have said something; 贵阳 lies in the one, 四川 beside it, 湖南 elsewhere."""
    released(draft, people)
    now = timezone.now()
    guizhou = (Near("520000", "贵州", 1),)
    assert nearest_regions("520100", now) == guizhou
    assert nearest_regions("510000", now) == guizhou
    assert nearest_regions("120116", now) == (Near("120000", "天津", 1),)
    assert nearest_regions("430000", now) == nearest_regions("nowhere", now) == ()


def test_those_in_it(draft: Edition, people: People) -> None:
    Region.objects.filter(pk="520000").update(also_under="430000")
    released(draft, people)
    assert nearest_regions("430000", timezone.now()) == (Near("520000", "贵州", 1),)


def test_nothing_that_is_not_public_yet(draft: Edition, people: People) -> None:
    tomorrow = timezone.now() + timedelta(days=1)
    scheduled(draft, people, tomorrow)
    assert nearest_regions("520100", timezone.now()) == ()
    with CaptureQueriesContext(connection) as asked:
        assert nearest_regions("520100", tomorrow) == (Near("520000", "贵州", 1),)
    assert len(asked) == 2
