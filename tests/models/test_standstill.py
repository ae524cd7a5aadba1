"""Where time stands still, what was asked is not asked again; elsewhere everything is."""

import pytest
from pytest_django import DjangoAssertNumQueries

from bulletins.models import standstill
from bulletins.models.standstill import standstill as stand
from bulletins.public.furniture import furniture

pytestmark = pytest.mark.django_db


def test_inside_of_it_a_question_is_asked_once(
    django_assert_num_queries: DjangoAssertNumQueries,
) -> None:
    with stand(), django_assert_num_queries(1):
        assert furniture() is furniture()
        assert standstill.now() == standstill.now()


def test_afterwards_it_is_asked_anew(django_assert_num_queries: DjangoAssertNumQueries) -> None:
    with stand():
        furniture()
        at = standstill.now()
    with django_assert_num_queries(2):
        furniture()
        furniture()
    assert standstill.now() > at
