"""Columns that are moved, and merged (并入): their articles are listed there, addresses lead on."""

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime, timedelta

import pytest
import time_machine
from django.core.management import call_command
from django.db.models import Model
from django.test import Client
from django.urls import reverse
from pytest_django import DjangoAssertNumQueries

from accounts.models import AuditEntry, User
from bulletins.document.wording import BEIJING
from bulletins.drafting import start_article
from bulletins.listing import counts
from bulletins.models import Column, Edition, ListCount, Listing, Placing, Role
from bulletins.permissions import Refused
from bulletins.workflow.columns import save_column
from tests.editing.forms import signed_in
from tests.office import NOTICE, Office, People, released
from tests.public.test_articles import page, words
from tests.public.test_lists import titles

pytestmark = pytest.mark.django_db

MONDAY = datetime(2026, 11, 30, 9, tzinfo=BEIJING)
DAY = timedelta(days=1)
FORMS = ("atom", "rss")
Change = Callable[..., Column]


@pytest.fixture
def wei(office: Office) -> User:
    return office.hire("wei", Role.ADMINISTRATOR)


@pytest.fixture
def board(office: Office) -> Column:
    """A column of notices with one below it."""
    return Column.objects.create(slug="board", name="公告栏", review_stages=1, kind="notice")


@pytest.fixture
def change(wei: User) -> Change:
    """Stores a column with other facts, as the administrator does."""

    def _change(column: Column, **facts: Model | str | bool | None) -> Column:
        fresh = Column.objects.get(pk=column.pk)
        for name, value in facts.items():
            setattr(fresh, name, value)
        save_column(fresh, by=wei)
        return fresh

    return _change


@pytest.fixture
def notices(office: Office, people: People, board: Column) -> list[Edition]:
    """Two in 通知公告: one closed by now, one open and on top of it, and in 公告栏 as well."""
    made = []
    with time_machine.travel(MONDAY - 9 * DAY, tick=False):
        for title, closes in (("已截止的", MONDAY - DAY), ("还开着的", MONDAY + DAY)):
            document = replace(NOTICE, title=title, closes_at=closes)
            draft = start_article(document, column=office.notices, by=people.lin)
            made.append(draft)
        own, other = (
            Placing(article=made[1].article, column=one, pinned_until=MONDAY + days * DAY)
            for one, days in ((office.notices, 3), (board, 2))
        )
        Placing.objects.bulk_create([own, other])
        return [released(one, people) for one in made]


def listed() -> tuple[set[tuple[object, ...]], dict[str, int]]:
    """Every row of every list, and what each is said to hold."""
    columns = ("list", "number", "live_from", "live_until", "pinned_until", "summary")
    held = counts(list(ListCount.objects.values_list("list", flat=True)))
    return set(Listing.objects.values_list(*columns)), {k: n for k, n in held.items() if n}


def as_made_anew() -> bool:
    """Whether the lists are what ``rebuild_lists`` would make of them."""
    before = listed()
    call_command("rebuild_lists", verbosity=0)
    return before == listed()


def test_what_is_filed_in_a_column_moves_with_it(
    client: Client, office: Office, people: People, notices: list[Edition], change: Change
) -> None:
    with time_machine.travel(MONDAY, tick=False):
        above = Column.objects.create(slug="all-notices", name="全部公告", kind="notice")
        change(office.notices, parent=above)
        assert titles(client, "/columns/all-notices/") == ["还开着的", "已截止的"]
        assert titles(client, "/columns/all-notices/closed/") == ["已截止的"]
        assert counts(["column:all-notices", "column:all-notices:open"]) == {
            "column:all-notices": 2,
            "column:all-notices:open": 1,
        }
        assert as_made_anew()
        change(office.notices, parent=None)
        assert titles(client, "/columns/all-notices/") == []
        assert as_made_anew()
    assert AuditEntry.objects.filter(action="save_column").count() == 2


def test_what_lies_below_moves_too(
    client: Client, office: Office, people: People, draft: Edition, change: Change
) -> None:
    Edition.objects.filter(pk=draft.pk).update(column=office.local)
    released(Edition.objects.get(pk=draft.pk), people)
    top = Column.objects.create(slug="top", name="要闻")
    change(office.news, parent=top)
    assert titles(client, "/columns/top/") == ["多地推进网络工作"]
    change(office.local, parent=None)
    assert titles(client, "/columns/top/") == titles(client, "/columns/news/") == []
    assert as_made_anew()


def test_what_is_merged_is_listed_in_its_target_until_that_is_taken_back(
    client: Client, office: Office, notices: list[Edition], board: Column, change: Change
) -> None:
    with time_machine.travel(MONDAY, tick=False):
        before = listed()
        merged = change(office.notices, merged_into=board)
        assert not merged.active
        assert titles(client, "/columns/board/") == ["还开着的", "已截止的"]
        assert titles(client, "/columns/board/closed/") == ["已截止的"]
        assert counts(["column:board", "column:notices", "all:closed"]) == {
            "column:board": 2,
            "column:notices": 0,
            "all:closed": 1,
        }
        pinned = Listing.objects.get(list="column:board", title="还开着的").pinned_until
        assert pinned == MONDAY + 3 * DAY
        assert as_made_anew()
        change(merged, merged_into=None, active=True)
        assert listed() == before
        assert titles(client, "/columns/notices/") == ["还开着的", "已截止的"]


# Behind /columns/<old>/, and what of it stands behind the address of the target
PLACES = {
    "": "",
    "2026/11/": "2026/11/",
    "before/2/": "before/2/",
    "open/": "open/",
    "closed/2026/11/": "closed/2026/11/",
    "open/before/2/": "open/before/2/",
    "lapsed/2026/11/": "",  # the target has no papers
    "?at=2026-11-29T09:30": "",  # means nothing to readers
}


def test_every_address_leads_to_the_same_place_of_the_last_target(
    client: Client, office: Office, notices: list[Edition], board: Column, change: Change
) -> None:
    with time_machine.travel(MONDAY, tick=False):
        last = Column.objects.create(slug="last", name="最后的", kind="notice")
        change(office.notices, merged_into=board)
        change(board, merged_into=last)
        old = {f"/columns/notices/{one}": f"/columns/last/{two}" for one, two in PLACES.items()}
        old |= {f"/feeds/columns/notices.{one}": f"/feeds/columns/last.{one}" for one in FORMS}
        for address, new in old.items():
            answer = client.get(address)
            assert (answer.status_code, answer["Location"]) == (301, new)
            assert answer["Cache-Control"] == "no-cache"
            assert client.get(new).status_code == 200
        assert client.get("/columns/notices/nix/").status_code == 404


def test_pages_name_the_target_and_take_no_query_more(
    client: Client,
    office: Office,
    notices: list[Edition],
    board: Column,
    change: Change,
    django_assert_num_queries: DjangoAssertNumQueries,
) -> None:
    with time_machine.travel(MONDAY, tick=False):
        below = Column.objects.create(slug="b", name="下级", kind="notice", parent=office.notices)
        change(office.notices, merged_into=board)
        client.get("/articles/2/")
        with django_assert_num_queries(2):
            said = page(client, "/articles/2/")
        assert "通知公告" not in words(said)
        assert 'href="/columns/board/"' in said
        assert "/columns/notices/" not in page(client, "/site-map/")
        assert list(client.get("/columns/board/").context["children"]) == [below]
        assert client.get("/columns/b/").context["crumbs"] == [board, below]


def test_programs_are_told_where_it_went(
    client: Client, office: Office, notices: list[Edition], board: Column, change: Change
) -> None:
    change(office.notices, merged_into=board)
    told = {one["slug"]: one for one in client.get("/api/v1/columns").json()["items"]}
    assert (told["notices"]["merged_into"], told["board"]["merged_into"]) == ("board", None)
    assert (told["notices"]["articles"], told["board"]["articles"]) == (0, 2)
    for slug in ("notices", "board"):
        lines = client.get(f"/api/v1/columns/{slug}/articles").json()["items"]
        assert [one["column"] for one in lines] == ["board", "board"]
    assert client.get("/api/v1/articles/1").json()["column_name"] == "公告栏"


def test_nothing_new_is_filed_there(
    office: Office, people: People, board: Column, change: Change
) -> None:
    merged = change(office.notices, merged_into=board)
    with pytest.raises(Refused, match="已停用"):
        start_article(NOTICE, column=merged, by=people.lin)


def test_rings_and_misfits_are_refused_with_a_sentence(
    office: Office, board: Column, change: Change
) -> None:
    news, local = office.news, office.local
    top = Column.objects.create(slug="top", name="要闻")
    shut = Column.objects.create(slug="shut", name="旧栏目", active=False)
    for column, facts, sentence in (
        (news, {"merged_into": news}, "不能并入本栏目"),
        (news, {"merged_into": local}, "它的下级"),
        (news, {"parent": local}, "上级栏目不能是"),
        (news, {"merged_into": board}, "类型不同（公告）"),
        (news, {"merged_into": shut}, "“旧栏目”已停用"),
    ):
        with pytest.raises(Refused, match=sentence):
            change(column, **facts)
    change(local, merged_into=top)
    for facts in ({"parent": local}, {"merged_into": local}):
        with pytest.raises(Refused, match="已并入它的栏目"):
            change(top, **facts)


def test_an_administrator_merges_on_its_page_and_takes_it_back(
    client: Client, office: Office, board: Column, wei: User
) -> None:
    browser, column = signed_in("wei"), office.notices
    address = reverse("admin:bulletins_column_change", args=[column.pk])
    assert "并入另一栏目后，本栏目停用" in browser.get(address).content.decode()
    said = {"name": column.name, "kind": "notice", "position": "0", "review_stages": "1"}
    said["active"] = "on"
    refused = browser.post(address, said | {"merged_into": str(column.pk)})
    assert "不能并入本栏目" in refused.content.decode()
    assert browser.post(address, said | {"merged_into": str(board.pk)}).status_code == 302
    assert client.get("/columns/notices/")["Location"] == "/columns/board/"
    assert browser.post(address, said | {"merged_into": ""}).status_code == 302
    assert client.get("/columns/notices/").status_code == 200
    assert "并入另一栏目" not in browser.get(reverse("admin:bulletins_column_add")).content.decode()
