"""Somebody is about to write something down while somebody else erases: nothing of it is left."""

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from threading import Event
from typing import Any

import pytest
from django.core.management import call_command
from pytest_django import Settings

from accounts.models import User
from bulletins import workflow
from bulletins.commenting import comment, comments
from bulletins.drafting import start_article, start_edition, working
from bulletins.mailing import Message
from bulletins.models import Article, Edition, Outgoing, Role
from bulletins.rendering import keeping
from bulletins.reporting import Said, receiving, subject_of
from bulletins.timetable import reminding
from tests.erasing.scanning import columns_with
from tests.office import BULLETIN, Office, People, again, released, submitted
from tests.together import Act, together

pytestmark = pytest.mark.django_db(transaction=True)
NAME = "甄无此人"
MESSAGE = Message(event="check_validity", head="有效性复查", said="请核对", address="/")
GAP = 2  # seconds in which an erasing is done, if nothing holds it up


@pytest.fixture
def boss(office: Office, people: People, places: None, settings: Settings) -> User:
    settings.MAILS = True
    boss = office.hire("boss", Role.ADMINISTRATOR)
    for person in User.objects.all():
        User.objects.filter(pk=person.pk).update(email=f"{person.username}@example.cn")
    return boss


@pytest.fixture
def written(boss: User, office: Office, people: People) -> Edition:
    """About a person, not yet submitted."""
    about = replace(BULLETIN, title=f"关于{NAME}的通报", lead=f"<p>{NAME}。</p>")
    return start_article(about, column=office.news, by=people.lin)


@pytest.fixture
def live(written: Edition, people: People) -> Edition:
    return released(written, people)


class Erasing:
    """Of the article, as soon as whoever acts comes out of the function that is slowed down."""

    def __init__(self, slowed: Any, name: str, monkeypatch: pytest.MonkeyPatch, boss: User) -> None:
        self.begun, self.ended, self.boss = Event(), Event(), boss
        self.real: Callable[..., Any] = getattr(slowed, name)
        monkeypatch.setattr(slowed, name, self._slowly)
        monkeypatch.setattr("bulletins.workflow.articles.erasing.finish_quickly", lambda: None)

    def meets(self, act: Act, article: Article) -> None:
        together(act, lambda: self._erase(article))
        assert columns_with(NAME) == set()

    def _slowly(self, *said: Any, **more: Any) -> Any:
        found = self.real(*said, **more)
        self.begun.set()
        self.ended.wait(GAP)
        return found

    def _erase(self, article: Article) -> None:
        assert self.begun.wait(10)
        workflow.erase(article, by=self.boss, reason="依申请")
        self.ended.set()


def withdrawn(edition: Edition, people: People) -> Article:
    workflow.withdraw(edition.article, "privacy", by=people.zhi, reason="依申请")
    return edition.article


def test_what_is_being_typed(
    live: Edition, people: People, boss: User, monkeypatch: pytest.MonkeyPatch
) -> None:
    draft = start_edition(live.article, by=people.lin)
    article = withdrawn(live, people)
    erasing = Erasing(working, "_require", monkeypatch, boss)
    typed = {"title": f"又是{NAME}"}
    erasing.meets(lambda: working.keep(draft, "head", typed, seen=1, by=people.lin), article)


def test_a_reminder(
    live: Edition, people: People, boss: User, monkeypatch: pytest.MonkeyPatch
) -> None:
    article, people_told = withdrawn(live, people), list(User.objects.all())
    erasing = Erasing(reminding, "one_at_a_time", monkeypatch, boss)
    again_after = timedelta(days=1)
    erasing.meets(
        lambda: reminding.remind(MESSAGE.event, live, MESSAGE, people_told, again=again_after),
        article,
    )


def test_a_reminder_of_what_was_read_before(live: Edition, people: People, boss: User) -> None:
    workflow.erase(withdrawn(live, people), by=boss, reason="依申请")
    day = timedelta(days=1)
    assert not reminding.remind(MESSAGE.event, live, MESSAGE, User.objects.all(), again=day)
    assert not Outgoing.objects.exists()


def test_a_comment_on_what_waits_for_its_late_review(
    written: Edition, people: People, boss: User, monkeypatch: pytest.MonkeyPatch
) -> None:
    urgent = submitted(written, people)
    workflow.release_urgently(urgent, by=people.zhi, reason="台风")
    article = withdrawn(urgent, people)
    erasing = Erasing(comments, "announce_comment", monkeypatch, boss)
    erasing.meets(lambda: comment(again(urgent), "", f"{NAME}是谁", by=people.chu), article)


def test_a_page_that_is_printed_again(
    live: Edition, people: People, boss: User, monkeypatch: pytest.MonkeyPatch
) -> None:
    article = withdrawn(live, people)
    Edition.objects.filter(pk=live.pk).update(rendered_by="")
    erasing = Erasing(keeping, "render", monkeypatch, boss)
    erasing.meets(lambda: call_command("render", verbosity=0), article)


def test_what_a_reader_reports(
    live: Edition, people: People, boss: User, monkeypatch: pytest.MonkeyPatch
) -> None:
    about = subject_of(live.article.number or 0)
    assert about
    article = withdrawn(live, people)
    erasing = Erasing(receiving, "_once", monkeypatch, boss)
    said = Said("typo", f"{NAME}写错了", NAME, NAME)
    erasing.meets(lambda: receiving.receive(about, said, form="form"), article)
