"""What divisions lie in, and how often the database is asked for it."""

import pytest
from pytest_django import DjangoAssertNumQueries

from regions.ancestry import Ancestry
from regions.models import Region

pytestmark = pytest.mark.usefixtures("loaded")


def test_it_is_what_the_database_says_of_each_division() -> None:
    read, met = Ancestry(everywhere=True), Ancestry()
    for region in Region.objects.all()[::7]:
        expected = set(region.ancestors().values_list("pk", flat=True))
        assert set(read.above(region.pk)) == set(met.above(region.pk)) == expected


def test_the_nearest_comes_first() -> None:
    assert Ancestry().above("520102") == ["520100", "520000"]


def test_a_city_of_the_corps_lies_in_both() -> None:
    """石河子 stands directly under the autonomous region, and belongs to the corps."""
    assert set(Ancestry().above("659001")) >= {"650000", "660000"}


def test_what_nobody_knows_lies_in_nothing() -> None:
    assert Ancestry().above("999999") == []


def test_all_at_once_is_one_query(django_assert_num_queries: DjangoAssertNumQueries) -> None:
    with django_assert_num_queries(1):
        lies = Ancestry(everywhere=True)
        assert all(lies.above(code) for code in ("120116", "520102", "659001"))


def test_those_one_meets_are_read_together(
    django_assert_num_queries: DjangoAssertNumQueries,
) -> None:
    lies = Ancestry()
    with django_assert_num_queries(1):
        lies.meet({"120116", "520102", "510107"})
        assert lies.above("510107") == ["510100", "510000"]


def test_what_is_no_division_is_asked_for_once(
    django_assert_num_queries: DjangoAssertNumQueries,
) -> None:
    """120100 would be the prefecture of a district of 天津: there is none."""
    lies = Ancestry(everywhere=True)
    lies.meet({"120116"})
    with django_assert_num_queries(0):
        lies.meet({"120116", "120114"})
        assert lies.above("120116") == ["120000"]
