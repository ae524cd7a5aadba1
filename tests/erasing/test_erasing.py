"""清除: nothing of it is found in any table or file, and the record still stands."""

from pathlib import Path
from typing import Any

import pytest
from django.core.files.storage import default_storage
from django.core.management import call_command
from django.db import connection
from django.test import Client
from pytest_django import Settings

from accounts.audit.verifying import faults
from accounts.models import AuditEntry, User
from bulletins import drafting, workflow
from bulletins.erasing import finish
from bulletins.models import (
    Article,
    Attachment,
    Edition,
    Erasure,
    ListCount,
    Listing,
    Proof,
    Review,
    Role,
    State,
    StoredFile,
    Withdrawal,
)
from bulletins.pages.addresses import addresses_of
from bulletins.permissions import Refused
from bulletins.workflow.articles.withdrawing import Explanation
from tests.erasing.columns import KNOWN, WANTED
from tests.erasing.planting import Words, plant
from tests.erasing.scanning import columns_with, files_with, samples_with, text_columns
from tests.office import Office, People
from tests.refusals import execute

pytestmark = pytest.mark.django_db
COMMITS = pytest.mark.django_db(transaction=True)

WORDS = Words("甄无此人", "11010519000230427x")
OTHERS = Words("贾无其人", "12010119000230553x")
SOUGHT = (WORDS.name, WORDS.number, WORDS.number.upper())
# Both stay; neither is filled by what stands in a text.
STAYS = {"import_id", "path"}


@pytest.fixture
def boss(office: Office, people: People, places: None, settings: Settings) -> User:
    """An administrator, in an office with a mail server."""
    for left in files_with(*SOUGHT):  # by a test whose transaction was rolled back
        if left.parts[0] == "uploads":
            (Path(settings.DATA_DIR) / left).unlink()
    boss = office.hire("boss", Role.ADMINISTRATOR)
    settings.MAILS = True
    for person in User.objects.all():
        User.objects.filter(pk=person.pk).update(email=f"{person.username}@example.cn")
    return boss


@pytest.fixture
def other(boss: User, people: People, tmp_path: Path) -> Article:
    """Another article, with other words in all the same places."""
    return plant(OTHERS, people, boss, Client(), tmp_path)


@pytest.fixture
def planted(boss: User, people: People, tmp_path: Path) -> Article:
    """Its words stand in every place in which a text can be."""
    return plant(WORDS, people, boss, Client(), tmp_path)


def test_every_text_column_of_the_database_is_known(db: None) -> None:
    assert text_columns() == WANTED | KNOWN
    assert not WANTED & KNOWN


@COMMITS
def test_nothing_of_it_is_found_anywhere(other: Article, planted: Article, boss: User) -> None:
    """Before, each place is found to hold it: else the search would be worth nothing."""
    execute("ANALYZE")
    assert columns_with(*SOUGHT) == WANTED
    assert {one.parts[:2] for one in files_with(*SOUGHT)} >= {
        ("uploads", "imports"),
        ("uploads", "files"),
    }
    if connection.vendor == "sqlite":
        assert Path(connection.settings_dict["NAME"]).name in {
            one.name for one in files_with(*SOUGHT)
        }
    else:
        assert ("bulletins_edition", "title") in samples_with(*SOUGHT)
    workflow.erase(planted, by=boss, reason="依当事人申请")
    assert columns_with(*SOUGHT) == set()
    assert samples_with(*SOUGHT) == set()
    assert files_with(*SOUGHT) == set()
    assert Erasure.objects.get().done_at


def test_the_record_stands(planted: Article, boss: User, people: People) -> None:
    before = record_of(planted)
    assert before["digests"]
    assert len(before["reviews"]) == 8
    workflow.erase(planted, by=boss, reason="依当事人申请")
    assert record_of(planted) == before
    assert list(faults()) == []
    article = Article.objects.get(pk=planted.pk)
    assert (article.erased_by, article.number) == (boss, planted.number)
    entry = AuditEntry.objects.latest("seq")
    assert (entry.action, entry.object) == ("erase", f"article:{planted.pk}")
    assert entry.detail["given_up"] == [5, 6]
    assert set(planted.editions.values_list("salt", flat=True)) == {""}
    assert set(planted.editions.values_list("state", flat=True)) == {"released", "discarded"}
    assert Review.objects.filter(edition__article=planted, report={"gates": ["wording"]}).exists()


def record_of(article: Article) -> dict[str, Any]:
    """What an office must be able to show of it in years to come."""
    public = article.editions.filter(state=State.RELEASED).order_by("number")
    reviews = Review.objects.filter(edition__article=article).order_by("pk")
    proofs = Proof.objects.filter(edition__article=article).order_by("pk")
    return {
        "digests": list(public.values_list("number", "digest", "live_from", "live_until")),
        "reviews": list(reviews.values_list("reviewer", "stage", "decision", "digest", "at")),
        "proofs": list(proofs.values_list("round", "digest", "made_by", "made_at")),
        "authors": list(public.values_list("authors__user", "authors__since")),
        "withdrawals": list(article.withdrawals.values_list("at", "by", "reason", "restored_at")),
        "redirects": list(article.redirects.values_list("path", flat=True)),
        "published": Article.objects.get(pk=article.pk).first_published_at,
    }


# Of all articles: who comes back to a form, and which pages were taken out of the store
EMPTIED = {("django_session", "session_data"), ("bulletins_purge", "addresses")}


def test_other_articles_keep_every_word(planted: Article, other: Article, boss: User) -> None:
    sought = (OTHERS.name, OTHERS.number)
    before = columns_with(*sought) - EMPTIED
    files = {one for one in files_with(*sought) if one.parts[0] == "uploads"}
    texts = [everything(edition) for edition in other.editions.order_by("pk")]
    workflow.erase(planted, by=boss, reason="依当事人申请")
    assert columns_with(*sought) == before
    assert {one for one in files_with(*sought) if one.parts[0] == "uploads"} == files
    assert [everything(edition) for edition in other.editions.order_by("pk")] == texts
    shared = Attachment.objects.filter(edition__article=other, title="共有的")[0].file
    assert shared is not None
    with shared.content.open("rb") as file:
        assert file.read() == "各地名单".encode()
    assert shared.name == f"{shared.pk[:8]}.txt"


def everything(edition: Edition) -> str:
    """All that the rows say of it."""
    fresh = Edition.objects.with_body().get(pk=edition.pk)
    return repr((drafting.document_of(fresh), fresh.rendered, fresh.salt))


def test_it_stands_in_no_list_and_lists_are_as_if_made_anew(planted: Article, boss: User) -> None:
    workflow.erase(planted, by=boss, reason="依当事人申请")
    assert not Listing.objects.filter(edition__article=planted).exists()
    kept = set(ListCount.objects.values_list("list", "count"))
    call_command("rebuild_lists", verbosity=0)
    assert {one for one in kept if one[1]} == set(ListCount.objects.values_list("list", "count"))
    assert not Listing.objects.filter(edition__article=planted).exists()
    call_command("render", verbosity=0)


def test_readers_find_no_word_at_any_of_its_addresses(planted: Article, boss: User) -> None:
    places = addresses_of(planted)
    assert len(places) > 6
    workflow.erase(planted, by=boss, reason="依当事人申请")
    for place in places:
        answer = Client().get(place)
        assert answer.status_code == 410, place
        assert not any(word in answer.content.decode() for word in SOUGHT), place
    told = Client().get("/feeds/changes.atom").content.decode()
    assert f"第 {planted.number} 号信息" in told
    assert not any(word in told for word in SOUGHT)


def test_nothing_can_be_done_with_it_any_more(planted: Article, boss: User, people: People) -> None:
    workflow.erase(planted, by=boss, reason="依当事人申请")
    first = planted.editions.order_by("number")[0]
    for act in (
        lambda: workflow.erase(planted, by=boss, reason="再来"),
        lambda: workflow.restore(planted, by=people.zhong),
        lambda: workflow.archive(planted, by=people.zhi),
        lambda: workflow.extend(planted, by=people.zhi),
        lambda: drafting.start_edition(planted, by=people.lin),
        lambda: drafting.duplicate(first, by=people.lin),
    ):
        with pytest.raises(Refused, match="清除"):
            act()


def test_only_what_is_withdrawn_is_erased_and_with_a_reason(
    planted: Article, boss: User, people: People
) -> None:
    with pytest.raises(Refused, match="请写明清除的理由"):
        workflow.erase(planted, by=boss, reason=" ")
    with pytest.raises(Refused, match="管理员"):
        workflow.erase(planted, by=people.zhong, reason="因")
    workflow.erase(planted, by=boss, reason="因", explanation=Explanation("依法不再公开。"))
    assert Withdrawal.objects.standing().get(article=planted).explanation == "依法不再公开。"


@COMMITS
def test_a_crash_after_the_commit_is_made_good_the_next_time(
    planted: Article, boss: User, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The verb is done, its files are still there: the list of them outlives the process."""
    monkeypatch.setattr("bulletins.workflow.articles.erasing.finish_quickly", lambda: 1 / 0)
    workflow.erase(planted, by=boss, reason="依当事人申请")
    left = Erasure.objects.get()
    assert (left.done_at, bool(left.files)) == (None, True)
    assert files_with(*SOUGHT)
    assert columns_with(*SOUGHT) == set()
    call_command("finish_erasing", verbosity=0)
    assert files_with(*SOUGHT) == set()
    left.refresh_from_db()
    assert (left.done_at is not None, left.files) == (True, [])
    assert finish() == 0


@COMMITS
def test_of_a_large_database_the_rest_is_left_to_the_timetable(
    planted: Article, boss: User, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("bulletins.erasing.engines.SMALL", 0)
    workflow.erase(planted, by=boss, reason="依当事人申请")
    left = Erasure.objects.get()
    assert (left.done_at, left.files) == (None, [])
    assert columns_with(*SOUGHT) == set()
    call_command("run_due", verbosity=0)
    assert files_with(*SOUGHT) == set()
    left.refresh_from_db()
    assert left.done_at is not None


@COMMITS
def test_a_file_that_came_again_meanwhile_stays(
    planted: Article, boss: User, people: People, monkeypatch: pytest.MonkeyPatch
) -> None:
    from bulletins.files import store_attachment

    monkeypatch.setattr("bulletins.workflow.articles.erasing.finish_quickly", lambda: None)
    workflow.erase(planted, by=boss, reason="依当事人申请")
    again = store_attachment(f"名单：{WORDS.whole}".encode(), "名单.txt", by=people.lin)
    finish()
    assert default_storage.exists(StoredFile.objects.get(pk=again.pk).content.name or "")
