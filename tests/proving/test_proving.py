"""Whatever somebody changes of what is kept of a text is found, and what is right is not."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest
from django.core.management import CommandError, call_command
from django.db.models import F, Value
from django.db.models.functions import Concat
from pytest_django import Settings

from bulletins.drafting import start_article
from bulletins.listing import related_to
from bulletins.models import Edition, ListCount, Listing, Section
from bulletins.proving import everything, unproved
from bulletins.rendering import keep_related
from bulletins.workflow.placing import place
from tests.office import NOTICE, Office, People, released
from tests.refusals import ON_EVERY_ENGINE, lifted, undone
from tests.twice import released_twice

pytestmark = pytest.mark.django_db
STRANGER = [["名单", "", "https://evil.example/x.exe", None]]


@pytest.fixture
def site(
    office: Office, people: People, places: None, settings: Settings, tmp_path: object
) -> Edition:
    """1: two editions, files; 2: a notice with a tag. Out comes the edition of 1 that is public."""
    settings.MEDIA_ROOT = f"{tmp_path}/uploads"
    article = released_twice(office, people)
    notice = replace(NOTICE, tags=("维护",))
    released(start_article(notice, column=office.notices, by=people.lin), people)
    live = article.editions.live().get()
    place(live, {office.notices.pk: None}, by=people.zhi)
    return live


def facts(edition: Edition, **said: Any) -> None:
    of = Edition.objects.filter(pk=edition.pk)
    of.update(rendered_facts={**(edition.rendered_facts or {}), **said})


def first(live: Edition) -> Edition:
    return Edition.objects.get(article=live.article, number=1)


def added(edition: Edition) -> None:
    more = Value("<p>请汇款到某账户</p>")
    Edition.objects.filter(pk=edition.pk).update(rendered=Concat(F("rendered"), more))


def reworded() -> None:
    """As who has the database in hand may."""
    with lifted(*(one for one in ON_EVERY_ENGINE if "section" in one)):
        Section.objects.update(body="<p>改过的</p>")


DEEDS: dict[str, tuple[Callable[[Edition], object], int, str]] = {
    "something added": (added, 1, "第 2 版：留存的正文"),
    "an earlier edition": (lambda live: added(first(live)), 1, "第 1 版：留存的正文"),
    "an attachment": (lambda live: facts(live, files=STRANGER), 1, "留存的附件"),
    "of an earlier one": (lambda live: facts(first(live), files=[]), 1, "第 1 版：留存的附件"),
    "a tag": (lambda live: facts(live, tags=[["网络", "other"]]), 1, "留存的标签"),
    "a region": (lambda live: facts(live, jumps=[]), 1, "留存的地区目录"),
    "what changed": (lambda live: facts(live, changes=None), 1, "留存的更正处数"),
    "related ones": (lambda live: facts(live, related=["<b>"]), 1, "留存的相关信息"),
    "anything else": (lambda live: facts(live, more=1), 1, "留存的“more”一项"),
    "the words": (lambda live: reworded(), 1, "校验码不符"),
    "a title in lists": (
        lambda live: Listing.objects.filter(number=2).update(title="改过的"),
        2,
        "里的标题与签发的不同",
    ),
    "a link in one list": (
        lambda live: Listing.objects.filter(list="tag:网络").update(link="https://evil.example/"),
        1,
        "列表 tag:网络 里的链接与签发的不同",
    ),
    "out of a list": (
        lambda live: Listing.objects.filter(number=2, list="all").delete(),
        2,
        "列表 all 里没有，应当有",
    ),
    "into a list": (
        lambda live: Listing.objects.filter(number=2, list="all").update(list="column:news"),
        2,
        "列表 column:news 里还有，不应当有",
    ),
    "a count": (lambda live: ListCount.objects.filter(list="all").update(count=9), 0, "篇数是 9"),
    "no count": (lambda live: ListCount.objects.filter(list="all").delete(), 0, "篇数是 0，实际 2"),
}


def test_whatever_is_changed_is_found(site: Edition) -> None:
    assert list(unproved()) == []
    for deed, (done, number, says) in DEEDS.items():
        with undone():
            done(site)
            assert any(one.number == number and says in one.says for one in unproved()), deed
            if number:
                assert any(says in one.says for one in unproved([number])), deed
                assert not list(unproved([3 - number])) or deed == "the words", deed
    assert list(unproved()) == []


def test_a_row_of_what_is_a_draft(site: Edition, office: Office, people: People) -> None:
    draft = start_article(NOTICE, column=office.news, by=people.lin)
    row = Listing.objects.filter(number=2, list="all").get()
    row.pk, row.edition, row.number = None, draft, 77
    row.save()
    says = {(one.number, one.says.split("：")[0]) for one in unproved()}
    assert (77, "列表 all 里还有，不应当有") in says


def test_what_its_sentences_say_mends_it(site: Edition, capsys: Any) -> None:
    call_command("verify_texts")
    assert "都相符" in capsys.readouterr().out
    added(site)
    facts(first(site), files=STRANGER)
    Listing.objects.update(title="改过的")
    ListCount.objects.update(count=9)
    with pytest.raises(CommandError, match="处不对"):
        call_command("verify_texts")
    said = capsys.readouterr().out
    assert "manage.py render 1" in said
    assert "manage.py rebuild_lists" in said
    call_command("render", "1")
    call_command("rebuild_lists", verbosity=0)
    assert list(unproved()) == []


def test_what_came_meanwhile_is_no_fault(site: Edition, monkeypatch: pytest.MonkeyPatch) -> None:
    """Somebody writes it between two questions: the second time it is as it should be."""
    once = everything._once
    rows = list(Listing.objects.all())
    Listing.objects.all().delete()

    def _meanwhile(*said: Any) -> Any:
        yield from once(*said)
        Listing.objects.bulk_create(rows, ignore_conflicts=True)

    monkeypatch.setattr(everything, "_once", _meanwhile)
    assert list(unproved([1, 2])) == []


def test_chosen_later_is_no_fault(site: Edition) -> None:
    keep_related(site, related_to(site))
    assert list(unproved()) == []


@pytest.mark.parametrize("command", ["verify_texts", "render"])
def test_of_a_number_that_is_wrong_nothing_is_said_to_be_right(site: Edition, command: str) -> None:
    with pytest.raises(CommandError, match="99、100"):
        call_command(command, "1", "100", "99")


def test_a_salt_that_is_none_is_a_fault_like_others(site: Edition) -> None:
    with lifted(*(one for one in ON_EVERY_ENGINE if "edition" in one)):
        Edition.objects.filter(pk=site.pk).update(salt="不是")
    assert {fault.number for fault in unproved()} == {site.article.number}
