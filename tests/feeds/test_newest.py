"""Feeds of what is new: whole, stable, of this site alone, and cheap to ask again."""

import re
from dataclasses import replace
from datetime import timedelta

import pytest
import time_machine
from django.test import Client
from django.utils import timezone
from pytest_django import DjangoAssertNumQueries, Settings

from bulletins import workflow
from bulletins.document.tree import Document
from bulletins.drafting import start_article
from bulletins.models import Edition, Listing, SiteSettings
from tests.feeds.reading import ATOM, atom, root, rss
from tests.office import NOTICE, Office, People, amended, approved, released

pytestmark = pytest.mark.django_db

FEEDS = ["/feeds/site", "/feeds/columns/news", "/feeds/regions/120000", "/feeds/tags/网络"]
TITLE = "多地推进网络工作"


@pytest.fixture
def live(draft: Edition, people: People) -> Edition:
    return released(draft, people)


@pytest.mark.parametrize("feed", FEEDS)
@pytest.mark.usefixtures("live")
def test_every_feed_is_whole_in_both_forms(client: Client, feed: str) -> None:
    address = feed.replace("网络", "%E7%BD%91%E7%BB%9C")
    (entry,) = atom(client, f"{address}.atom")
    assert entry.title == TITLE
    assert entry.id == entry.link == "http://testserver/articles/1/"
    assert entry.says == "天津 · 贵州"
    assert rss(client, f"{address}.rss") == [TITLE]


def test_a_new_edition_is_the_same_entry_updated(
    client: Client, live: Edition, people: People
) -> None:
    (before,) = atom(client, "/feeds/site.atom")
    with time_machine.travel(timezone.now() + timedelta(days=2), tick=False):
        later = released(amended(live, people), people)
        (after,) = atom(client, "/feeds/site.atom")
    assert (after.id, after.published) == (before.id, before.published)
    assert before.published == before.updated == live.live_from
    assert after.updated == later.live_from


def test_only_what_is_public_is_told_and_the_newest_twenty(
    client: Client, office: Office, people: People, places: None
) -> None:
    for n in range(22):
        edition = start_article(
            replace(NOTICE, title=f"通知{n}"), column=office.notices, by=people.lin
        )
        released(edition, people)
    entries = atom(client, "/feeds/columns/notices.atom")
    assert [one.title for one in entries] == [f"通知{n}" for n in range(21, 1, -1)]
    assert atom(client, "/feeds/site.atom") == entries
    ids = {
        feed_id(client, f"/feeds/{feed}.atom") for feed in ("site", "changes", "columns/notices")
    }
    assert len(ids) == 3
    workflow.withdraw(
        Edition.objects.get(title="通知21").article, "wrong", by=people.zhi, reason="因"
    )
    workflow.archive(Edition.objects.get(title="通知20").article, by=people.zhi)
    for feed in ("/feeds/site.atom", "/feeds/columns/notices.atom"):
        assert atom(client, feed)[0].title == "通知19"


def feed_id(client: Client, address: str) -> str:
    found: str = root(client, address, "application/atom+xml").findtext(f"{ATOM}id")
    return found


def test_an_empty_feed_is_one_and_always_the_same(client: Client, office: Office) -> None:
    assert atom(client, "/feeds/columns/news.atom") == []
    assert rss(client, "/feeds/site.rss") == []
    assert client.get("/feeds/site.atom").content == client.get("/feeds/site.atom").content


@pytest.mark.parametrize(
    "address",
    [
        *("/feeds/columns/nix.atom", "/feeds/regions/999999.atom", "/feeds/tags/nix.rss"),
        *("/feeds/site.xml", "/feeds/columns/news.json", "/feeds/", "/feeds/regions/1.atom"),
    ],
)
def test_what_there_is_not_has_no_feed(client: Client, live: Edition, address: str) -> None:
    assert client.get(address).status_code == 404


def test_a_title_that_is_a_link_leads_away_and_keeps_our_name(
    client: Client, office: Office, people: People
) -> None:
    link = Document(title="外站文章", link_only_to="https://www.example.cn/a?b=1&c=2")
    released(start_article(link, column=office.notices, by=people.lin), people)
    (entry,) = atom(client, "/feeds/site.atom")
    assert entry.link == "https://www.example.cn/a?b=1&c=2"
    assert entry.id == "http://testserver/articles/1/"
    item = root(client, "/feeds/site.rss", "application/rss+xml").find("channel/item")
    assert item.find("guid").get("isPermaLink") == "false"


@pytest.mark.parametrize("feed", ["/feeds/site.atom", "/feeds/site.rss", "/feeds/changes.atom"])
def test_the_asked_host_is_in_no_feed(
    client: Client, live: Edition, settings: Settings, feed: str
) -> None:
    settings.ALLOWED_HOSTS = ["*"]
    settings.SITE_URL = "https://haihe.example"
    answer = client.get(feed, headers={"host": "evil.example", "x-forwarded-host": "evil.example"})
    text = answer.content.decode()
    assert "evil.example" not in text
    assert "testserver" not in text
    assert "https://haihe.example/" in text


def test_characters_that_no_xml_may_hold_are_left_out(client: Client, live: Edition) -> None:
    """They cannot get into a text any more; what an older version stored must not break a feed."""
    Listing.objects.update(title="标\x01题\x0b一\u202e二\ufffe<&>", regions="津\x1b")
    SiteSettings.objects.create(pk=1, name="海\x08河")
    for form in ("atom", "rss"):
        kind = f"application/{form}+xml"
        text = "".join(root(client, f"/feeds/site.{form}", kind).itertext())
        assert "标题一二<&>" in text
        assert "海河" in text


def test_who_asks_again_is_told_that_nothing_changed(
    client: Client, live: Edition, people: People
) -> None:
    first = client.get("/feeds/site.atom")
    assert first["ETag"]
    same = {"if-none-match": first["ETag"]}
    since = {"if-modified-since": first["Last-Modified"]}
    for headers in (same, since):
        assert client.get("/feeds/site.atom", headers=headers).status_code == 304
    with time_machine.travel(timezone.now() + timedelta(minutes=5), tick=False):
        workflow.withdraw(live.article, "wrong", by=people.zhi, reason="因")
        for headers in (same, since):
            assert client.get("/feeds/site.atom", headers=headers).status_code == 200


def test_what_is_scheduled_changes_nothing_before_its_time(
    client: Client, live: Edition, office: Office, people: People
) -> None:
    before = client.get("/feeds/site.atom")
    draft = start_article(NOTICE, column=office.notices, by=people.lin)
    later = timezone.now() + timedelta(days=1)
    workflow.release(approved(draft, people), by=people.zhong, at=later)
    after = client.get("/feeds/site.atom")
    assert after.content == before.content
    assert after["Last-Modified"] == before["Last-Modified"]


@pytest.mark.parametrize(
    ("address", "feeds"),
    [
        ("/", ["site", "changes"]),
        ("/archive/", ["site", "changes"]),
        ("/columns/news/", ["columns/news"]),
        ("/regions/120000/", ["regions/120000"]),
        ("/tags/网络/", ["tags/%E7%BD%91%E7%BB%9C"]),
    ],
)
@pytest.mark.usefixtures("live")
def test_pages_name_their_feeds(client: Client, address: str, feeds: list[str]) -> None:
    head = client.get(address).content.decode().partition("</head>")[0]
    found = re.findall(r'<link rel="alternate" type="[^"]+" title="[^"]+" href="([^"]+)">', head)
    assert found == [f"/feeds/{name}.{form}" for name in feeds for form in ("atom", "rss")]
    assert {client.get(feed).status_code for feed in found} == {200}


@pytest.mark.parametrize(
    ("feed", "queries"),
    [
        ("/feeds/site.atom", 3),
        ("/feeds/columns/news.rss", 3),
        ("/feeds/regions/120000.atom", 4),
        ("/feeds/tags/网络.atom", 4),
        ("/feeds/changes.atom", 8),
    ],
)
def test_a_feed_takes_a_fixed_number_of_queries(
    client: Client,
    live: Edition,
    feed: str,
    queries: int,
    django_assert_num_queries: DjangoAssertNumQueries,
) -> None:
    with django_assert_num_queries(queries):
        client.get(feed)
