"""What a process keeps of lists is what it would read: whoever changed them, and whatever the hour."""

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta

import pytest
import time_machine
from django.core.management import call_command
from django.test import Client
from django.utils import timezone

from bulletins import workflow
from bulletins.drafting import start_article
from bulletins.listing.counting import advance
from bulletins.listing.lasting import ROWS, STATES, forget
from bulletins.listing.names import ALL
from bulletins.models import Column, Edition, ListCount, SiteSettings
from regions.models import Region
from tests.office import NOTICE, Office, People, again, released, scheduled

pytestmark = pytest.mark.django_db
ADDRESSES = (
    *("/", "/columns/notices/", "/columns/notices/open/", "/archive/"),
    *("/regions/", "/regions/120000/", "/tags/网络/", "/site-map/"),
)
LATER = timedelta(days=2)


class Site:
    """Two notices, one of them open, and a bulletin of two regions."""

    def __init__(self, office: Office, people: People, bulletin: Edition) -> None:
        self.office, self.people = office, people
        self.bulletin = released(bulletin, people)
        self.notice = self.publish("公告")

    def publish(self, title: str) -> Edition:
        draft = self.start(title)
        return released(draft, self.people)

    def start(self, title: str) -> Edition:
        ends = timezone.now() + LATER
        document = replace(NOTICE, title=title, tags=("网络",), closes_at=ends)
        return start_article(document, column=self.office.notices, by=self.people.lin)


@pytest.fixture
def site(office: Office, people: People, draft: Edition) -> Site:
    return Site(office, people, draft)


def seen() -> dict[str, bytes]:
    return {address: Client().get(address).content for address in ADDRESSES}


ACTS: dict[str, Callable[[Site], object]] = {
    "release": lambda site: site.publish("又一"),
    "close": lambda site: workflow.close(again(site.notice).article, by=site.people.zhi, note="满"),
    "place": lambda site: workflow.place(
        again(site.bulletin),
        {site.office.notices.pk: timezone.now() + LATER / 2},
        by=site.people.zhi,
    ),
    "schedule": lambda site: scheduled(site.start("将来"), site.people, timezone.now() + LATER / 4),
    "archive": lambda site: workflow.archive(again(site.notice).article, by=site.people.zhi),
    "withdraw": lambda site: workflow.withdraw(
        again(site.notice).article, "wrong", by=site.people.zhi, reason="误发"
    ),
    "rename a column": lambda site: Column.objects.filter(slug="notices").update(name="告示"),
    "rename a region": lambda site: Region.objects.filter(pk="120000").update(short_name="津"),
    "the site's name": lambda site: SiteSettings.objects.create(pk=1, name="新名"),
    "make lists anew": lambda site: call_command("rebuild_lists", verbosity=0),
}


def test_what_is_kept_is_what_would_be_read(site: Site) -> None:
    """Nothing in this process is told of a change: it is seen as it would be by another one."""
    for name, act in ACTS.items():
        seen()
        kept = dict(ROWS), dict(STATES)
        act(site)
        assert kept == (ROWS, STATES)
        assert is_as_read(), name
    for hours in (13, 25, 49):
        with time_machine.travel(timezone.now() + timedelta(hours=hours), tick=False):
            assert is_as_read(), f"after {hours} hours"


def is_as_read() -> bool:
    found = seen()
    forget()
    return found == seen()


def test_a_stamp_is_never_left_twice(site: Site) -> None:
    """Whatever the clock says: two processes' clocks may differ, and one may be put back."""
    stamps = set()
    for hours in (0, -5, -5, 1):
        with time_machine.travel(timezone.now() + timedelta(hours=hours), tick=False):
            kept = advance([ALL], timezone.now())
            ListCount.objects.bulk_update(kept.values(), ["count", "at"])
        stamps.add(ListCount.objects.get(list=ALL).at)
    assert len(stamps) == 4


def test_what_a_list_will_hold_first_appears_also_after_lists_were_made_anew(
    office: Office, people: People, draft: Edition
) -> None:
    """Of a list that nobody counted nothing is known of when it will change."""
    released(start_article(NOTICE, column=office.notices, by=people.lin), people)
    title = scheduled(draft, people, timezone.now() + LATER / 4).title
    call_command("rebuild_lists", verbosity=0)
    page = "/regions/120000/"
    assert title not in Client().get(page).content.decode()
    with time_machine.travel(timezone.now() + LATER / 2, tick=False):
        assert title in Client().get(page).content.decode()
