"""Lists: the newest, a month, what is older; the same rows as the slow question asks for."""

import re
from dataclasses import replace
from datetime import datetime, timedelta

import pytest
import time_machine
from django.core.management import call_command
from django.db import connection
from django.test import Client
from django.utils import timezone
from pytest_django import DjangoAssertNumQueries, Settings

from bulletins import workflow
from bulletins.document.tree import Document, DocumentPart
from bulletins.document.wording import BEIJING
from bulletins.drafting import save_head, start_article, start_edition
from bulletins.drafting.head import head_of
from bulletins.listing import counts
from bulletins.listing.counting import recount
from bulletins.listing.names import Places
from bulletins.models import Column, Edition, ListCount, Listing, SiteSettings
from bulletins.moving.batches import store
from bulletins.moving.documents import fit
from bulletins.moving.moved import Moved
from bulletins.moving.tags import Tags
from regions.models import Region
from tests.office import Office, People, again, approved, released

pytestmark = pytest.mark.django_db

ROW = ("list", "edition_id", "live_from", "live_until", "number", "title", "regions", "summary")


def publish(
    office: Office, people: People, title: str, region: str | None = None, *tags: str
) -> Edition:
    parts = (DocumentPart(region, "", "<p>内容</p>"),)
    document = Document(title=title, parts=parts, tags=tags)
    return released(start_article(document, column=office.notices, by=people.lin), people)


def titles(client: Client, address: str) -> list[str]:
    return [entry.title for entry in client.get(address).context["page"].entries]


@pytest.fixture
def many(office: Office, people: People, places: None) -> list[Edition]:
    """Twenty-six notices, one every two hours, moved in at once."""
    start = datetime(2024, 3, 30, 6, tzinfo=BEIJING)
    moved = [
        Moved(_notice(n), office.notices, f"{n}", released=start + timedelta(hours=2 * n))
        for n in range(26)
    ]
    names = dict(Region.objects.values_list("code", "short_name"))
    store(moved, names, Tags(), people.lin)
    return [one.edition for one in moved]


def _notice(n: int) -> Document:
    part = DocumentPart("120116" if n % 2 else "520000", "", "<p>内容</p>")
    return fit(Document(title=f"通知{n}", parts=(part,), tags=("大数据",)))


def test_a_list_shows_the_newest_and_leads_to_the_older_until_the_end(
    client: Client, many: list[Edition]
) -> None:
    assert titles(client, "/columns/notices/") == [f"通知{n}" for n in range(25, 5, -1)]
    first = client.get("/columns/notices/").context["page"]
    last = client.get(f"/columns/notices/before/{first.before}/").context["page"]
    assert [entry.title for entry in last.entries] == [f"通知{n}" for n in range(5, -1, -1)]
    assert last.before is None


def test_a_month_is_a_month_in_beijing_and_complete(client: Client, many: list[Edition]) -> None:
    march, april = "/archive/2024/03/", "/archive/2024/04/"
    assert titles(client, march) == [f"通知{n}" for n in range(20, -1, -1)]
    assert titles(client, april) == [f"通知{n}" for n in range(25, 20, -1)]
    assert titles(client, "/archive/2023/12/") == []


def months(client: Client, address: str) -> list[str]:
    html = client.get(address).content.decode().partition('<nav class="pages"')[2]
    html = html.partition("</nav>")[0]
    return re.findall(r'href="/archive/(\d+/\d+)/"', html)


def test_a_month_leads_to_the_nearest_that_have_something(
    client: Client, many: list[Edition]
) -> None:
    assert months(client, "/archive/2024/03/") == ["2024/04"]
    assert months(client, "/archive/2024/04/") == ["2024/03"]
    assert months(client, "/archive/2025/01/") == ["2024/04"]
    assert months(client, "/archive/1900/01/") == ["2024/03"]


def test_a_month_that_has_not_begun_does_not_exist(client: Client, many: list[Edition]) -> None:
    with time_machine.travel(datetime(2024, 4, 30, 23, 59, tzinfo=BEIJING), tick=False):
        assert client.get("/archive/2024/04/").status_code == 200
        assert client.get("/archive/2024/05/").status_code == 404
        assert client.get("/columns/notices/2099/12/").status_code == 404


def test_a_region_has_what_lies_in_it(client: Client, many: list[Edition]) -> None:
    assert len(Listing.objects.of("region:120000")) == 13
    assert titles(client, "/regions/120116/")[0] == "通知25"
    assert titles(client, "/regions/120000/")[0] == "通知25"
    html = client.get("/regions/120000/").content.decode()
    assert 'href="/regions/120116/"' in html
    assert titles(client, "/regions/510000/") == []


def test_counts_on_the_index_are_those_of_the_lists(client: Client, many: list[Edition]) -> None:
    tiles = client.get("/regions/").context["tiles"]
    shown = {one.region.code: one.region.held for one in tiles if one.region.held}
    assert shown == {"120000": 13, "520000": 13}


def test_a_count_is_true_before_and_after_a_scheduled_release(
    client: Client, office: Office, people: People
) -> None:
    edition = start_article(
        Document(title="明天", parts=(DocumentPart(intro="<p>文</p>"),)),
        column=office.notices,
        by=people.lin,
    )
    tomorrow = timezone.now() + timedelta(days=1)
    workflow.release(approved(edition, people), by=people.zhong, at=tomorrow)
    assert counts(["all"]) == {"all": 0}
    with time_machine.travel(tomorrow, tick=False):
        assert counts(["all"]) == {"all": 1}
        publish(office, people, "后天之前")
        assert counts(["all"]) == {"all": 2}
    assert counts(["all", "nix"], tomorrow) == {"all": 2, "nix": 0}
    workflow.cancel_release(again(edition), by=people.zhong)
    assert not Listing.objects.filter(edition=edition).exists()


def test_kept_counts_are_what_counting_finds(many: list[Edition]) -> None:
    kept = dict(ListCount.objects.values_list("list", "count"))
    recount()
    assert dict(ListCount.objects.values_list("list", "count")) == kept


def test_lists_are_what_the_slow_question_finds(many: list[Edition]) -> None:
    """The slow question: for every live edition, every list it belongs in, and what it says."""
    places = Places()
    slow = {
        (name, edition.article.number, edition.list_title or edition.title, _regions(edition))
        for edition in Edition.objects.live().with_body()
        for name in places.lists_of(edition)
    }
    now = timezone.now()
    rows = Listing.objects.filter(live_from__lte=now, live_until__gt=now)
    assert set(rows.values_list("list", "number", "title", "regions")) == slow
    for name in {row[0] for row in slow}:
        assert {row.pk for row in Listing.objects.of(name)} == {
            row.pk for row in rows if row.list == name
        }


def _regions(edition: Edition) -> str:
    return " · ".join(part.region_name for part in edition.parts.all() if part.region_id)


def test_a_list_prints_the_short_title_the_day_in_beijing_and_each_region_once(
    client: Client, office: Office, people: People, places: None
) -> None:
    intros = [("120000", "<p>一</p>"), ("520000", "<p>二</p>"), ("120000", "<p>三</p>")]
    parts = tuple(DocumentPart(code, intro=intro) for code, intro in intros)
    document = Document(title="很长的标题", list_title="短题", parts=parts)
    with time_machine.travel(datetime(2024, 3, 30, 0, 30, tzinfo=BEIJING), tick=False):
        released(start_article(document, column=office.notices, by=people.lin), people)
        (entry,) = client.get("/archive/").context["page"].entries
        html = client.get("/archive/").content.decode()
    assert entry == (1, "短题", "天津 · 贵州", "2024-03-30", "", "", False, "", "一")
    assert '<a href="/articles/1/">短题</a>' in html
    assert '<p class="regions">天津\N{NO-BREAK SPACE}· 贵州</p>' in html


def test_a_new_edition_changes_what_lists_print(
    client: Client, office: Office, people: People
) -> None:
    first = publish(office, people, "旧题")
    draft = start_edition(first.article, by=people.lin)
    document = replace(head_of(draft).document, title="新题")
    head = replace(head_of(draft), document=document, change_kind="minor")
    save_head(draft, head, seen=draft.revision, by=people.lin)
    released(again(draft), people)
    assert titles(client, "/columns/notices/") == ["新题"]


@pytest.mark.parametrize("address", ["/", "/articles/1/", "/columns/notices/", "/archive/"])
def test_what_stands_around_a_page_changes_at_once(
    client: Client, office: Office, people: People, settings: Settings, address: str
) -> None:
    publish(office, people, "通知")
    assert "海河网" not in client.get(address).content.decode()
    SiteSettings.objects.create(pk=1, name="海河网", icp="津ICP备12345678号")
    html = client.get(address).content.decode()
    assert "海河网" in html
    assert "津ICP备12345678号" in html
    Column.objects.filter(slug="news").update(name="要闻速递")
    assert "要闻速递" in client.get(address).content.decode()
    settings.SITE_URL = "https://haihe.example"
    assert 'content="haihe.example"' in client.get(address).content.decode()


def test_lists_can_be_made_anew(many: list[Edition]) -> None:
    before = set(Listing.objects.values_list(*ROW))
    kept = dict(ListCount.objects.values_list("list", "count"))
    Listing.objects.all().delete()
    ListCount.objects.all().delete()
    call_command("rebuild_lists", verbosity=0)
    after = set(Listing.objects.values_list(*ROW))
    assert after == before
    assert dict(ListCount.objects.values_list("list", "count")) == kept


@pytest.mark.parametrize(
    ("address", "first", "queries"),
    [
        # first: after anything in any list has changed
        ("/columns/notices/", 4, 1),
        ("/columns/notices/2024/03/", 4, 2),
        ("/columns/notices/before/21/", 4, 2),
        ("/archive/", 4, 1),
        ("/archive/before/21/", 4, 2),
        ("/regions/", 3, 2),
        ("/regions/120116/", 5, 2),
        ("/regions/120000/", 5, 2),
        ("/tags/大数据/", 5, 2),
        ("/", 5, 2),
    ],
)
def test_a_list_takes_a_fixed_number_of_queries(
    client: Client,
    many: list[Edition],
    address: str,
    first: int,
    queries: int,
    django_assert_num_queries: DjangoAssertNumQueries,
) -> None:
    for number in (first, queries):
        with django_assert_num_queries(number):
            client.get(address)


def test_a_tag_is_a_list_in_chinese(client: Client, office: Office, people: People) -> None:
    publish(office, people, "甲", None, "数据安全", "清朗")
    assert titles(client, "/tags/数据安全/") == ["甲"]
    assert 'href="/tags/%E6%95%B0' in client.get("/articles/1/").content.decode()


def test_articles_of_one_moment_are_each_shown_once_page_after_page(
    client: Client, office: Office, people: People
) -> None:
    with time_machine.travel(datetime(2024, 3, 30, 6, tzinfo=BEIJING), tick=False):
        for n in range(23):
            publish(office, people, f"通知{n}")
        first = client.get("/archive/").context["page"]
        last = client.get(f"/archive/before/{first.before}/").context["page"]
    assert [entry.number for entry in first.entries + last.entries] == list(range(23, 0, -1))
    assert last.before is None


def test_only_an_article_of_the_list_leads_on(
    client: Client, office: Office, people: People
) -> None:
    publish(office, people, "通知")
    assert client.get("/columns/notices/before/1/").status_code == 200
    assert client.get("/columns/news/before/1/").status_code == 404
    assert client.get("/archive/before/2/").status_code == 404


def test_a_list_is_read_in_its_order_and_never_sorted(many: list[Edition]) -> None:
    """However long it is: an index that would need sorting afterwards is not taken."""
    rows = Listing.objects.of("all")
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":  # on so few rows it would sort all the same
            for way in ("sort", "seqscan", "bitmapscan"):
                cursor.execute(f"SET LOCAL enable_{way} = off")
    for question in (rows[:21], rows.since(21)[:22]):
        plan = question.explain()
        assert "bulletins_listing_order" in plan
        assert not re.search("TEMP B-TREE|Sort", plan)


def test_a_list_names_its_own_address_whatever_is_asked_behind_it(
    client: Client, office: Office, places: None
) -> None:
    for place in ("/", "/columns/news/", "/regions/", "/regions/120000/", "/archive/"):
        page = client.get(f"{place}?utm_source=x", headers={"host": "localhost"}).content.decode()
        assert f'<link rel="canonical" href="http://testserver{place}">' in page
