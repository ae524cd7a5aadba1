"""Two years of plans, public; and one that is not."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta

import pytest
import time_machine

from bulletins.document.wording import BEIJING
from bulletins.drafting import start_article
from bulletins.models import Edition
from bulletins.public.comparing.kept import KEPT
from tests.comparing.texts import LAST_YEAR, ONE_REGION, THIS_YEAR
from tests.office import Office, People, released

THEN = datetime(2025, 3, 12, 9, 13, tzinfo=BEIJING)


@dataclass(frozen=True)
class Plans:
    """Articles 1 (2025), 2 (2026) and 3 (of one region, last); clock: of the test."""

    last_year: Edition
    this_year: Edition
    one_region: Edition
    clock: time_machine.Traveller


@pytest.fixture
def plans(office: Office, people: People, places: None) -> Iterator[Plans]:
    KEPT.clear()
    with time_machine.travel(THEN) as clock:
        first = released(start_article(LAST_YEAR, column=office.news, by=people.lin), people)
        clock.move_to(THEN + timedelta(days=365))
        second = released(start_article(THIS_YEAR, column=office.news, by=people.lin), people)
        clock.move_to(THEN + timedelta(days=370))
        third = released(start_article(ONE_REGION, column=office.news, by=people.lin), people)
        clock.move_to(THEN + timedelta(days=371))
        yield Plans(first, second, third, clock)
