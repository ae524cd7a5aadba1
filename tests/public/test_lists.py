"""Lists: the newest, a month, what is older; the same rows as the slow question asks for."""

from datetime import datetime, timedelta

import pytest
import time_machine
from django.core.management import call_command
from django.test import Client
from django.utils import timezone
from pytest_django import DjangoAssertNumQueries

from bulletins import workflow
from bulletins.document.tree import Document, DocumentPart
from bulletins.document.wording import BEIJING
from bulletins.drafting import start_article
from bulletins.listing import counts
from bulletins.listing.counting import recount
from bulletins.listing.names import Places
from bulletins.models import Edition, ListCount, Listing
from tests.office import Office, People, again, approved, released

pytestmark = pytest.mark.django_db


def publish(
    office: Office, people: People, title: str, region: str | None = None, *tags: str
) -> Edition:
    parts = (DocumentPart(region, "", "<p>内容</p>"),)
    document = Document(title=title, parts=parts, tags=tags)
    return released(start_article(document, column=office.notices, by=people.lin), people)


def titles(client: Client, address: str) -> list[str]:
    return [edition.title for edition in client.get(address).context["page"].editions]


@pytest.fixture
def many(office: Office, people: People, places: None) -> list[Edition]:
    """Twenty-six notices, one every two hours."""
    start = datetime(2024, 3, 30, 6, tzinfo=BEIJING)
    made = []
    for n in range(26):
        with time_machine.travel(start + timedelta(hours=2 * n), tick=False):
            made.append(publish(office, people, f"通知{n}", "120116" if n % 2 else "520000"))
    return made


def test_a_list_shows_the_newest_and_leads_to_the_older_until_the_end(
    client: Client, many: list[Edition]
) -> None:
    assert titles(client, "/columns/notices/") == [f"通知{n}" for n in range(25, 5, -1)]
    first = client.get("/columns/notices/").context["page"]
    last = client.get(f"/columns/notices/before/{first.before}/").context["page"]
    assert [edition.title for edition in last.editions] == [f"通知{n}" for n in range(5, -1, -1)]
    assert last.before is None


def test_a_month_is_a_month_in_beijing_and_complete(client: Client, many: list[Edition]) -> None:
    march, april = "/archive/2024/03/", "/archive/2024/04/"
    assert titles(client, march) == [f"通知{n}" for n in range(20, -1, -1)]
    assert titles(client, april) == [f"通知{n}" for n in range(25, 20, -1)]
    assert titles(client, "/archive/2023/12/") == []
    assert 'href="/archive/2024/04/"' in client.get(march).content.decode()


def test_a_region_has_what_lies_in_it(client: Client, many: list[Edition]) -> None:
    assert len(Listing.objects.of("region:120000")) == 13
    assert titles(client, "/regions/120116/")[0] == "通知25"
    assert titles(client, "/regions/120000/")[0] == "通知25"
    html = client.get("/regions/120000/").content.decode()
    assert 'href="/regions/120116/"' in html
    assert titles(client, "/regions/510000/") == []


def test_counts_on_the_index_are_those_of_the_lists(client: Client, many: list[Edition]) -> None:
    shown = {
        region.code: held for region, held in client.get("/regions/").context["regions"] if held
    }
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
    """The slow question: for every live edition, every list it belongs in."""
    places = Places()
    slow = {
        (name, edition.pk)
        for edition in Edition.objects.live().with_body()
        for name in places.lists_of(edition)
    }
    now = timezone.now()
    rows = Listing.objects.filter(live_from__lte=now, live_until__gt=now)
    assert set(rows.values_list("list", "edition_id")) == slow


def test_lists_can_be_made_anew(many: list[Edition]) -> None:
    before = set(Listing.objects.values_list("list", "edition_id", "live_from", "live_until"))
    kept = dict(ListCount.objects.values_list("list", "count"))
    Listing.objects.all().delete()
    ListCount.objects.all().delete()
    call_command("rebuild_lists", verbosity=0)
    after = set(Listing.objects.values_list("list", "edition_id", "live_from", "live_until"))
    assert after == before
    assert dict(ListCount.objects.values_list("list", "count")) == kept


@pytest.mark.parametrize(
    ("address", "queries"),
    [
        ("/columns/notices/", 7),
        ("/archive/", 5),
        ("/regions/", 5),
        ("/regions/120000/", 10),
        ("/", 13),
    ],
)
def test_a_list_takes_a_fixed_number_of_queries(
    client: Client,
    many: list[Edition],
    address: str,
    queries: int,
    django_assert_num_queries: DjangoAssertNumQueries,
) -> None:
    with django_assert_num_queries(queries):
        client.get(address)


def test_a_tag_is_a_list_in_chinese(client: Client, office: Office, people: People) -> None:
    publish(office, people, "甲", None, "数据安全", "清朗")
    assert titles(client, "/tags/数据安全/") == ["甲"]
    assert 'href="/tags/%E6%95%B0' in client.get("/articles/1/").content.decode()
