"""Tags: all of them by their sound, and with which others one is borne."""

from dataclasses import replace

import pytest
from django.test import Client
from pytest_django import DjangoAssertNumQueries

from bulletins import workflow
from bulletins.document.initials import initial, sound_order
from bulletins.drafting import start_article
from bulletins.models import Edition
from tests.office import NOTICE, Office, People, released

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("name", "letter"),
    [
        *(("数据安全", "S"), ("阿", "A"), ("座谈", "Z"), ("清朗", "Q"), ("ai 大模型", "A")),
        *(("5G", "#"), ("囍", "#"), ("镕", "#"), ("𠮷", "#"), ("", "#")),
    ],
)
def test_a_name_is_found_under_the_letter_of_its_sound(name: str, letter: str) -> None:
    assert initial(name) == letter


def test_names_follow_each_other_by_their_sound() -> None:
    names = ["数据", "清朗", "安全", "网络", "培训"]
    assert sorted(names, key=sound_order) == ["安全", "培训", "清朗", "数据", "网络"]


@pytest.fixture
def tagged(office: Office, people: People) -> list[Edition]:
    borne = [("网络", "数据"), ("网络", "清朗"), ("网络", "5G", "数据")]
    drafts = [replace(NOTICE, title=f"第{n}篇", tags=tags) for n, tags in enumerate(borne)]
    return [
        released(start_article(one, column=office.notices, by=people.lin), people) for one in drafts
    ]


def test_all_tags_by_frequency_and_by_letter(client: Client, tagged: list[Edition]) -> None:
    said = client.get("/tags/").context
    assert [(one.name, one.held) for one in said["often"]] == [
        *(("网络", 3), ("数据", 2)),
        *(("5G", 1), ("清朗", 1)),
    ]
    found = [(one.name, [tag.name for tag in one.tags]) for one in said["letters"]]
    assert found == [("Q", ["清朗"]), ("S", ["数据"]), ("W", ["网络"]), ("其他", ["5G"])]


def test_a_tag_that_nothing_public_bears_is_nowhere(
    client: Client, tagged: list[Edition], people: People
) -> None:
    workflow.withdraw(tagged[1].article, "wrong", by=people.zhi, reason="因")
    for address in ("/tags/", "/tags/网络/", "/site-map/"):
        html = client.get(address).content.decode()
        assert "清朗" not in html
        assert "5G" in html


def test_a_tag_leads_to_those_it_is_borne_with(client: Client, tagged: list[Edition]) -> None:
    related = client.get("/tags/数据/").context["related"]
    assert [(one.name, one.held) for one in related] == [("网络", 2), ("5G", 1)]
    assert related[0].address == "/tags/%E7%BD%91%E7%BB%9C/"


@pytest.mark.parametrize(("address", "queries"), [("/tags/", 2), ("/site-map/", 3)])
def test_the_number_of_queries_is_fixed(
    client: Client,
    tagged: list[Edition],
    address: str,
    queries: int,
    django_assert_num_queries: DjangoAssertNumQueries,
) -> None:
    client.get(address)
    with django_assert_num_queries(queries):
        client.get(address)


def test_the_map_leads_to_every_column_in_its_place(
    client: Client, tagged: list[Edition], office: Office
) -> None:
    (news, notices) = client.get("/site-map/").context["columns"]
    assert (news.column, notices.column) == (office.news, office.notices)
    assert [one.column for one in news.below] == [office.local]


@pytest.mark.parametrize(
    ("address", "word"),
    [("/about/", "先审核、后发布"), ("/contact/", "联系方式"), ("/privacy/", "Cookie")],
)
def test_the_site_tells_about_itself(client: Client, db: None, address: str, word: str) -> None:
    answer = client.get(address)
    assert answer.status_code == 200
    assert word in answer.content.decode()
    assert not answer.cookies
