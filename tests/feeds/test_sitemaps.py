"""sitemap.xml and robots.txt: what is public and listed, under the site's own name."""

from datetime import timedelta

import pytest
import time_machine
from django.test import Client
from django.utils import timezone
from lxml import etree
from pytest_django import DjangoAssertNumQueries, Settings

from bulletins import workflow
from bulletins.document.tree import Document
from bulletins.drafting import start_article
from bulletins.models import Edition, Listing
from tests.office import NOTICE, Office, People, amended, approved, released

pytestmark = pytest.mark.django_db

SPACE = "{http://www.sitemaps.org/schemas/sitemap/0.9}"


def read(client: Client, address: str) -> dict[str, str]:
    """Address → when it last changed."""
    answer = client.get(address)
    assert answer.status_code == 200
    assert answer["Content-Type"] == "application/xml; charset=utf-8"
    return {
        one.findtext(f"{SPACE}loc", ""): one.findtext(f"{SPACE}lastmod", "")
        for one in etree.fromstring(answer.content)
    }


def everything(client: Client) -> dict[str, str]:
    """Every article; not the lists."""
    pages = (
        read(client, page.removeprefix("http://testserver"))
        for page in read(client, "/sitemap.xml")
        if not page.endswith("/lists.xml")
    )
    return {address: last for page in pages for address, last in page.items()}


@pytest.fixture
def notices(office: Office, people: People) -> list[Edition]:
    return [
        released(start_article(NOTICE, column=office.notices, by=people.lin), people)
        for _ in range(5)
    ]


def test_every_article_is_in_it_with_the_time_of_its_edition(
    client: Client, notices: list[Edition], people: People
) -> None:
    assert set(everything(client)) == {f"http://testserver/articles/{n}/" for n in range(1, 6)}
    with time_machine.travel("2030-03-18T01:13:00Z", tick=False):
        released(amended(notices[0], people), people)
        assert everything(client)["http://testserver/articles/1/"] == "2030-03-18T01:13:00+00:00"
        assert list(read(client, "/sitemap.xml").values()) == ["", "2030-03-18T01:13:00+00:00"]


def test_what_is_withdrawn_archived_to_come_or_only_a_link_is_not(
    client: Client, notices: list[Edition], office: Office, people: People
) -> None:
    workflow.withdraw(notices[0].article, "wrong", by=people.zhi, reason="因")
    workflow.archive(notices[1].article, by=people.zhi)
    link = Document(title="外站", link_only_to="https://www.example.cn/")
    released(start_article(link, column=office.notices, by=people.lin), people)
    later = approved(start_article(NOTICE, column=office.notices, by=people.lin), people)
    workflow.release(later, by=people.zhong, at=timezone.now() + timedelta(days=1))
    assert set(everything(client)) == {f"http://testserver/articles/{n}/" for n in (3, 4, 5)}


def test_it_is_cut_by_number_so_that_an_article_stays_on_its_page(
    client: Client, notices: list[Edition], people: People
) -> None:
    for number, large in ((3, 5000), (4, 5001), (5, 12000)):
        Listing.objects.filter(number=number).update(number=large)
    pages = [f"http://testserver/sitemaps/{n}.xml" for n in (1, 2, 3)]
    lists = "http://testserver/sitemaps/lists.xml"
    assert list(read(client, "/sitemap.xml")) == [lists, *pages]
    assert len(read(client, "/sitemaps/1.xml")) == 3
    Listing.objects.filter(number=5001).update(live_until=timezone.now())
    assert list(read(client, "/sitemap.xml")) == [lists, pages[0], pages[2]]
    assert list(read(client, "/sitemaps/3.xml")) == ["http://testserver/articles/12000/"]
    assert client.get("/sitemaps/2.xml").status_code == 404
    assert client.get("/sitemaps/999999999999999.xml").status_code == 404


@pytest.mark.usefixtures("notices")
def test_robots_are_told_where_it_is_and_what_is_not_theirs(
    client: Client, settings: Settings
) -> None:
    settings.SITE_URL, settings.ALLOWED_HOSTS = "https://haihe.example", ["*"]
    evil = {"host": "evil.example"}
    said = client.get("/robots.txt", headers=evil).content.decode().splitlines()
    assert said[0] == "User-agent: *"
    assert "Disallow: /admin/" in said
    assert "Sitemap: https://haihe.example/sitemap.xml" in said
    for address in ("/sitemap.xml", "/sitemaps/1.xml"):
        text = client.get(address, headers=evil).content.decode()
        assert "https://haihe.example/" in text
        assert "evil" not in text


def test_a_site_without_articles_has_an_empty_one(client: Client) -> None:
    assert list(read(client, "/sitemap.xml")) == ["http://testserver/sitemaps/lists.xml"]
    assert client.get("/sitemaps/1.xml").status_code == 404


@pytest.mark.usefixtures("notices")
def test_each_is_one_query(
    client: Client, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    for address in ("/sitemap.xml", "/sitemaps/1.xml"):
        with django_assert_num_queries(1):
            client.get(address)


def test_lists_that_hold_something_can_be_found(
    client: Client, notices: list[Edition], office: Office, people: People
) -> None:
    found = {one.removeprefix("http://testserver") for one in read(client, "/sitemaps/lists.xml")}
    assert {"/", "/regions/", "/archive/", "/about/", "/columns/notices/"} <= found
    assert not {"/columns/news/", "/columns/notices/open/"} & found
    for notice in notices:
        workflow.withdraw(notice.article, "wrong", by=people.zhi, reason="因")
    found = {one.removeprefix("http://testserver") for one in read(client, "/sitemaps/lists.xml")}
    assert "/columns/notices/" not in found
