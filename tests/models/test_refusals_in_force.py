"""What is in force in the database is what the code says, no more and no less."""

import pytest

from bulletins.refusals.intervals import NAME as INTERVALS
from tests.refusals import ON_EVERY_ENGINE, in_force, lifted

pytestmark = pytest.mark.django_db


def test_every_refusal_of_the_code_is_in_force_and_no_other() -> None:
    """A migration that rebuilds a table on SQLite loses its triggers: it has to install them."""
    assert set(in_force()) == {*ON_EVERY_ENGINE, INTERVALS}


def test_each_is_in_force_as_the_code_spells_it_today() -> None:
    """A refusal that was reworded needs a migration."""
    before = in_force()
    with lifted():
        assert in_force() == {}
    assert in_force() == before


def test_names_are_short_enough_to_stay_different() -> None:
    """PostgreSQL cuts a longer name off without a word."""
    assert max(map(len, ON_EVERY_ENGINE)) <= 60
