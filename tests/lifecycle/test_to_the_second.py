"""Released for 09:00:00, ended at 17:00:00: everywhere at that second, and nothing runs then."""

from dataclasses import replace
from datetime import datetime, timedelta

import pytest
import time_machine
from django.test import Client

from bulletins import workflow
from bulletins.document.wording import BEIJING
from bulletins.drafting import start_article
from bulletins.models import Edition
from tests.office import BULLETIN, Office, People, scheduled

pytestmark = pytest.mark.django_db

EVE = datetime(2026, 12, 1, 15, tzinfo=BEIJING)
NINE = datetime(2026, 12, 2, 9, tzinfo=BEIJING)
CLOSES = datetime(2026, 12, 4, tzinfo=BEIJING)
ENDS = datetime(2026, 12, 9, 17, tzinfo=BEIJING)
MOMENT = timedelta(milliseconds=1)
TITLE = BULLETIN.title

OWN = ("/articles/1/", "/articles/1/regions/120000/", "/articles/1/record.json")
CALENDAR = "/articles/1/deadline.ics"
LISTS = (
    *("/", "/archive/", "/archive/2026/12/"),
    *("/columns/notices/", "/columns/notices/2026/12/"),
    *("/regions/120000/", "/regions/120000/2026/12/"),
    *("/feeds/site.atom", "/feeds/site.rss", "/feeds/columns/notices.atom"),
    "/feeds/regions/120000.atom",
)
OF_ITS_TAG = ("/tags/网络/", "/tags/网络/2026/12/", "/feeds/tags/网络.atom")
OPEN, CLOSED = "/columns/notices/open/", "/columns/notices/closed/"
CHANGES = "/feeds/changes.atom"


@pytest.fixture
def notice(office: Office, people: People, places: None) -> Edition:
    """Approved on the eve, to be public from nine o'clock on; it closes on Thursday."""
    with time_machine.travel(EVE, tick=False):
        document = replace(BULLETIN, closes_at=CLOSES)
        draft = start_article(document, column=office.notices, by=people.lin)
        return scheduled(draft, people, at=NINE)


def shown(client: Client, at: datetime) -> set[str]:
    """Where a reader finds it at that moment; nothing is run, only asked."""
    with time_machine.travel(at, tick=False):
        found = {
            one
            for one in (*LISTS, *OF_ITS_TAG, OPEN, CLOSED, CHANGES)
            if TITLE in read(client, one)
        }
        found |= {one for one in (*OWN, CALENDAR) if client.get(one).status_code == 200}
        if "/articles/1/" in read(client, "/sitemaps/1.xml"):
            found.add("/sitemaps/1.xml")
    return found


def read(client: Client, address: str) -> str:
    answer = client.get(address)
    assert answer.status_code in (200, 404), address
    return answer.content.decode() if answer.status_code == 200 else ""


EVERYWHERE = {*OWN, CALENDAR, *LISTS, *OF_ITS_TAG, "/sitemaps/1.xml"}


def test_a_release_is_everywhere_at_its_second_and_nowhere_before(
    client: Client, notice: Edition
) -> None:
    assert shown(client, NINE - MOMENT) == set()
    assert shown(client, NINE) == EVERYWHERE | {OPEN}


def test_a_deadline_passes_at_its_second(client: Client, notice: Edition) -> None:
    assert shown(client, CLOSES - MOMENT) == EVERYWHERE | {OPEN}
    assert shown(client, CLOSES) == EVERYWHERE | {CLOSED, CHANGES}
    with time_machine.travel(CLOSES - MOMENT, tick=False):
        assert "今天截止" in read(client, "/articles/1/")
    with time_machine.travel(CLOSES, tick=False):
        assert "已截止" in read(client, "/articles/1/")


def test_a_public_notice_period_ends_at_its_second(
    client: Client, notice: Edition, people: People
) -> None:
    with time_machine.travel(NINE, tick=False):
        workflow.set_end(notice.article, by=people.zhi, at=ENDS)
    assert shown(client, ENDS - MOMENT) == EVERYWHERE | {CLOSED, CHANGES}
    assert shown(client, ENDS) == {CHANGES}
    with time_machine.travel(ENDS, tick=False):
        assert {client.get(one).status_code for one in (*OWN, CALENDAR)} == {410}
        assert f"公示期满：{TITLE}" in read(client, CHANGES)
