"""Whatever is done, in whatever order: no stored page says anything but what is true now.

The long run: ``LANTAI_THOROUGH=1 LANTAI_SEED=5 python -m pytest tests/store/test_never_stale.py``.
"""

import os
from collections import Counter
from contextlib import suppress
from pathlib import Path
from random import Random

import pytest

from accounts.models import User
from bulletins import workflow
from bulletins.models import Column, Edition, Role, SiteSettings
from bulletins.permissions import Refused
from bulletins.store.folder import Folder
from bulletins.store.sweeping import sweep
from bulletins.workflow.columns import move_column, save_column
from bulletins.workflow.regions import save_region
from bulletins.workflow.site import save_site
from regions.models import Region
from tests.killed.acts import chosen
from tests.killed.world import World, made
from tests.office import Office, People
from tests.store.world import ask_for_all, keep_now, stale, stored

pytestmark = pytest.mark.django_db(transaction=True)
FEWEST = 10  # of a site whose articles are all withdrawn
STEPS = 120 if os.environ.get("LANTAI_THOROUGH") else 8
SEED = int(os.environ.get("LANTAI_SEED", "20261130"))


@pytest.fixture
def world(store: Folder, office: Office, people: People, places: None, tmp_path: Path) -> World:
    found = made(office, people, office.hire("guan", Role.ADMINISTRATOR), tmp_path)
    keep_now()
    return found


def test_no_verb_leaves_a_stale_page(world: World) -> None:
    luck, met = Random(SEED), Counter[str]()  # noqa: S311  no secret
    for _ in range(STEPS):
        ask_for_all()
        assert len(stored()) > FEWEST, met
        act = chosen(world, luck, met)
        with suppress(Refused):
            act.take()
        met[act.name] += 1
        assert stale() == [], (act.name, act.article, met)
        sweep(keep_now())  # as the poller does: what was taken out makes room


def _site(boss: User) -> None:
    save_site(SiteSettings(name="海河网信"), by=boss)


def _column(boss: User) -> None:
    column = Column.objects.get(slug="news")
    column.name = "改了名的栏目"
    save_column(column, by=boss)


def _order(boss: User) -> None:
    move_column(Column.objects.get(slug="local"), 9, by=boss)


def _region(boss: User) -> None:
    region = Region.objects.get(pk="120000")
    region.short_name = "津门"
    save_region(region, by=boss)


def _placing(boss: User) -> None:
    edition = Edition.objects.live().filter(column__slug="news").first()
    desk = User.objects.get(username="zhi")
    assert edition
    assert workflow.place(edition, {Column.objects.get(slug="local").pk: None}, by=desk)


def test_nothing_else_that_readers_see_leaves_one(world: World) -> None:
    for change in (_site, _column, _order, _region, _placing):
        ask_for_all()
        assert {"/tags/网络/", "/feeds/tags/网络.atom"} <= {*stored()}
        change(world.boss)
        assert stale() == [], change.__name__
        keep_now()
