"""What is in force in the database is what the code says, no more and no less."""

import pytest

from tests.refusals import EVERYTHING, in_force, lifted

pytestmark = pytest.mark.django_db


def test_every_refusal_of_the_code_is_in_force_and_no_other() -> None:
    """A migration that rebuilds a table on SQLite loses its triggers: it has to install them."""
    assert set(in_force()) == set(EVERYTHING)


def test_each_is_in_force_as_the_code_spells_it_today() -> None:
    """A refusal that was reworded needs a migration."""
    before = in_force()
    with lifted(*EVERYTHING):
        assert in_force() == {}
    assert in_force() == before


def test_names_are_short_enough_to_stay_different() -> None:
    """PostgreSQL cuts a longer name off without a word."""
    assert max(map(len, EVERYTHING)) <= 60
