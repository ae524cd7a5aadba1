"""Regions: how dark a tile is, and by what a region's list can be looked through."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime, timedelta

import pytest
import time_machine
from django.test import Client
from django.utils import timezone
from pytest_django import DjangoAssertNumQueries

from bulletins import workflow
from bulletins.document.tree import Document
from bulletins.document.wording import BEIJING
from bulletins.drafting import start_article
from bulletins.public.counted import Counted
from bulletins.public.lines import shortened
from bulletins.public.shading import tiles
from tests.office import BULLETIN, NOTICE, Office, People, released, scheduled

pytestmark = pytest.mark.django_db
THEN = datetime(2024, 12, 31, 23, 30, tzinfo=BEIJING)


def held(*numbers: int) -> list[Counted]:
    return [Counted(f"{n}0000", "省", None, None, one) for n, one in enumerate(numbers, start=11)]


@pytest.mark.parametrize(
    ("numbers", "steps", "legend"),
    [
        ((0, 0), [0, 0], ["没有"]),
        ((7,), [1], ["7 条"]),
        ((1, 1, 0, 9), [1, 1, 0, 2], ["没有", "1 条", "9 条"]),
        ((1, 2, 3, 4, 5, 8), [1, 1, 2, 2, 3, 4], ["1–2 条", "3–4 条", "5 条", "8 条"]),
    ],
)
def test_equal_numbers_are_equally_dark_and_the_legend_says_which(
    numbers: tuple[int, ...], steps: list[int], legend: list[str]
) -> None:
    shown, told = tiles(held(*numbers))
    assert [one.step for one in shown] == steps
    assert [one.words for one in told] == legend


def test_of_many_regions_a_list_prints_the_first_and_how_many() -> None:
    assert shortened("") == ""
    assert shortened(" · ".join("天津" for _ in range(34))).endswith("天津 等 34 地")


@pytest.fixture
def two(office: Office, people: People, places: None) -> Iterator[None]:
    """One bulletin in the last hour of 2024 in Beijing, one of the next year in another column."""
    with time_machine.travel(THEN) as clock:
        released(start_article(BULLETIN, column=office.news, by=people.lin), people)
        clock.move_to(THEN + timedelta(hours=1))
        other = replace(BULLETIN, title="第二篇", tags=("网络", "数据"))
        released(start_article(other, column=office.notices, by=people.lin), people)
        clock.move_to(THEN + timedelta(days=9))
        yield


def numbers(client: Client, query: str) -> list[int]:
    found = client.get(f"/regions/120000/{query}")
    assert found.status_code == 200, query
    return [one.number for one in found.context["page"].entries]


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("", [2, 1]),
        ("?year=2024", [1]),
        ("?year=2025", [2]),
        ("?year=2023", []),
        ("?column=news", [1]),
        ("?tag=数据", [2]),
        ("?year=2024&column=notices", []),
        ("?tag=网络&before=2", [1]),
    ],
)
def test_a_region_is_looked_through_by_year_column_and_tag(
    client: Client, two: None, query: str, expected: list[int]
) -> None:
    assert numbers(client, query) == expected


@pytest.mark.parametrize(
    "query",
    [
        *("?year=24", "?column=nix", "?before=07", "?tag=网络&before=9"),
        *("?tag=nix", "?tag=本站已停用请加微信12345"),
    ],
)
def test_what_is_no_condition_does_not_exist(client: Client, two: None, query: str) -> None:
    assert client.get(f"/regions/120000/{query}").status_code == 404


def test_a_tag_that_the_region_does_not_bear_is_called_as_it_is_called(
    client: Client, two: None, office: Office, people: People
) -> None:
    elsewhere = replace(NOTICE, title="第三篇", tags=("AI",))
    released(start_article(elsewhere, column=office.notices, by=people.lin), people)
    found = client.get("/regions/120000/?tag=ai")
    assert numbers(client, "?tag=ai") == []
    (chosen,) = [one for kind in found.context["offers"] for one in kind.offers if one.chosen]
    assert (chosen.name, chosen.held) == ("AI", 0)
    assert "named" not in chosen.address


def test_only_what_is_narrowed_down_is_kept_from_search_engines(client: Client, two: None) -> None:
    whole, part = client.get("/regions/120000/"), client.get("/regions/120000/?year=2024")
    assert (whole.headers.get("X-Robots-Tag"), part["X-Robots-Tag"]) == (None, "noindex")
    assert 'name="robots"' not in whole.content.decode()
    assert 'name="robots" content="noindex"' in part.content.decode()


def offered(client: Client) -> dict[str, list[tuple[str, int]]]:
    found = client.get("/regions/120000/").context["offers"]
    return {kind.name: [(one.name, one.held) for one in kind.offers] for kind in found}


def test_conditions_are_offered_with_what_they_hold(client: Client, two: None) -> None:
    assert offered(client) == {
        "年份": [("2025年", 1), ("2024年", 1)],
        "栏目": [("网上传播", 1), ("通知公告", 1)],
        "常用标签": [("网络", 2), ("数据", 1)],
    }


def test_what_is_offered_changes_with_every_verb_and_to_the_second(
    client: Client, two: None, office: Office, people: People
) -> None:
    assert offered(client)["常用标签"] == [("网络", 2), ("数据", 1)]
    soon = timezone.now() + timedelta(hours=2)
    document: Document = replace(BULLETIN, title="第三篇", tags=("清朗",))
    later = scheduled(start_article(document, column=office.news, by=people.lin), people, soon)
    assert ("清朗", 1) not in offered(client)["常用标签"]
    with time_machine.travel(soon + timedelta(seconds=1)):
        assert ("清朗", 1) in offered(client)["常用标签"]
        workflow.withdraw(later.article, "wrong", by=people.zhi, reason="因")
        assert ("清朗", 1) not in offered(client)["常用标签"]


def test_what_was_counted_is_not_counted_again(
    client: Client, two: None, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    for queries in (5, 2):
        with django_assert_num_queries(queries):
            client.get("/regions/120000/")


def test_the_corps_has_a_tile_once_it_has_said_something(client: Client, two: None) -> None:
    assert "兵团" not in client.get("/regions/").content.decode()
