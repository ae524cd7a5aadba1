"""A list by year and month."""

from datetime import datetime, timedelta

import pytest
import time_machine
from django.test import Client

from bulletins.document.wording import BEIJING
from bulletins.drafting import start_article
from bulletins.public.calendars import YearOfList
from tests.office import NOTICE, Office, People, released

pytestmark = pytest.mark.django_db
MIDNIGHT = datetime(2025, 1, 1, tzinfo=BEIJING)


@pytest.fixture
def around_new_year(office: Office, people: People) -> None:
    """A notice in the last minute of 2024, in the first of 2025, and in each of three years more."""
    moments = [
        MIDNIGHT - timedelta(minutes=1),
        *(MIDNIGHT.replace(year=y) for y in range(2025, 2028)),
    ]
    for moment in moments:
        with time_machine.travel(moment):
            released(start_article(NOTICE, column=office.notices, by=people.lin), people)


def years(client: Client, address: str) -> dict[int, YearOfList]:
    with time_machine.travel(MIDNIGHT.replace(year=2027, month=5)):
        found = client.get(address)
        assert found.status_code == 200
        return {one.number: one for one in found.context["years"]}


def test_months_are_those_of_beijing_and_lead_to_what_they_hold(
    client: Client, around_new_year: None
) -> None:
    found = years(client, "/columns/notices/")
    held = {year: [one.number for one in found[year].months if one.held] for year in found}
    assert held == {2027: [1], 2026: [1], 2025: [1], 2024: [12]}
    address = found[2024].months[11].address
    assert address == "/columns/notices/2024/12/"
    assert "关于系统维护的通知" in client.get(address).content.decode()


def test_the_latest_years_lie_open_and_so_does_the_one_that_is_read(
    client: Client, around_new_year: None
) -> None:
    assert [one.opened for one in years(client, "/archive/").values()] == [True, True, False, False]
    with time_machine.travel(MIDNIGHT.replace(year=2027, month=5)):
        html = client.get("/columns/notices/2024/12/").content.decode()
    assert html.count('<details class="year" open>') == 3
    assert 'href="/columns/notices/2024/12/" aria-current="page"' in html


def test_a_site_without_anything_has_no_calendar(client: Client, office: Office) -> None:
    assert years(client, "/columns/notices/") == {}
