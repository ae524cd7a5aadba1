"""A copy kept by the changes alone is what is public, whatever happens; of a person it keeps nothing."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
import time_machine
from django.test import Client
from django.utils import timezone

from bulletins import workflow
from bulletins.drafting import start_article
from bulletins.models import Edition
from bulletins.workflow.articles.withdrawing import Explanation
from bulletins.workflow.placing import place
from tests.api.reading import asked, every
from tests.moving.test_moving import LINE, boss, move_in, write
from tests.office import NOTICE, Office, People, amended, approved, changed, released

__all__ = ["boss"]
pytestmark = pytest.mark.django_db
BEGINNING = "changes?since=1999-01-01T00:00:00Z"
MINUTE = timedelta(minutes=1)


class Copy:
    """What a program keeps that only follows the changes, a few at a time."""

    def __init__(self, client: Client) -> None:
        self.client, self.next = client, f"{BEGINNING}&limit=2"
        self.news: list[Any] = []
        self.articles: dict[int, Any] = {}

    def catch_up(self) -> None:
        more = True
        while more:
            said = asked(self.client, self.next)
            self.next, more = said["next"], said["more"]
            for one in said["items"]:
                self.news.append(one)
                self._take(one["number"], one["public"])

    def _take(self, number: int, public: bool) -> None:
        self.articles.pop(number, None)
        if public:
            self.articles[number] = asked(self.client, f"articles/{number}")


def public(client: Client) -> dict[int, Any]:
    numbers = [one["number"] for one in every(client, "articles?limit=3")]
    return {number: asked(client, f"articles/{number}") for number in numbers}


def story(office: Office, people: People, draft: Edition) -> Iterator[None]:
    """What an office does in a while; it yields after each step."""
    now = timezone.now()
    live = released(draft, people)
    yield
    closing = replace(NOTICE, closes_at=now + timedelta(hours=1))
    notice = released(start_article(closing, column=office.notices, by=people.lin), people)
    shown = released(start_article(NOTICE, column=office.notices, by=people.lin), people)
    yield
    live = released(amended(live, people), people)
    workflow.extend(notice.article, by=people.zhi, at=now + timedelta(days=1))
    yield
    workflow.set_end(shown.article, by=people.zhi, at=now + timedelta(minutes=20, seconds=30))
    yield
    live = released(changed(live, people, "隐去", "privacy", "隐去张三"), people)
    yield
    workflow.withdraw(live.article, "wrong", by=people.zhi, reason="因")
    yield
    workflow.restore(live.article, by=people.zhong)
    workflow.close(notice.article, by=people.zhi, note="名额已满")
    yield
    workflow.archive(live.article, by=people.zhi)
    yield
    workflow.withdraw(notice.article, "privacy", by=people.zhi, reason="因")
    fresh = approved(start_article(NOTICE, column=office.notices, by=people.lin), people)
    workflow.release(fresh, by=people.zhong, at=now + timedelta(minutes=30, seconds=30))
    yield
    yield from [None] * 25


def test_a_copy_kept_by_the_changes_is_what_is_public_after_every_step(
    client: Client, office: Office, people: People, draft: Edition
) -> None:
    copy, seen = Copy(client), set()
    with time_machine.travel(timezone.now() - timedelta(hours=2)) as clock:
        for _ in story(office, people, draft):
            clock.shift(MINUTE)
            copy.catch_up()
            assert copy.articles == public(client)
            seen.add(tuple(copy.articles))
    assert len(seen) > 4
    assert {one["what"] for one in copy.news} == {
        *("published", "updated", "corrected", "restored", "withdrawn", "ended", "closed"),
        "amended",
    }
    assert copy.next == asked(client, copy.next)["next"]


def test_of_a_person_nothing_is_told(client: Client, office: Office, people: People) -> None:
    document = replace(NOTICE, title="关于张三的通报")
    live = released(start_article(document, column=office.notices, by=people.lin), people)
    explanation = Explanation("张三已改正")
    with time_machine.travel(timezone.now() + MINUTE, tick=False):
        assert "张三" in client.get(f"/api/v1/{BEGINNING}").content.decode()
        workflow.withdraw(
            live.article, "privacy", by=people.zhi, reason="因", explanation=explanation
        )
    with time_machine.travel(timezone.now() + 2 * MINUTE, tick=False):
        said = asked(client, BEGINNING)["items"]
    assert [(one["what"], one["public"], one["title"]) for one in said] == [
        ("published", False, None),
        ("withdrawn", False, None),
    ]
    assert "张三" not in str(said)


def test_a_correction_for_a_persons_sake_takes_earlier_notes_away(
    client: Client, people: People, draft: Edition
) -> None:
    live = released(changed(released(draft, people), people, "甲", note="改正张三的职务"), people)
    with time_machine.travel(timezone.now() + MINUTE, tick=False):
        assert "张三" in client.get(f"/api/v1/{BEGINNING}").content.decode()
        released(changed(live, people, "乙", "privacy", "隐去张三"), people)
    with time_machine.travel(timezone.now() + 2 * MINUTE, tick=False):
        assert "张三" not in client.get(f"/api/v1/{BEGINNING}").content.decode()


def test_many_things_of_one_moment_are_told_once_each(
    client: Client, office: Office, people: People
) -> None:
    with time_machine.travel(timezone.now() - timedelta(hours=2)) as clock:
        drafts = (start_article(NOTICE, column=office.notices, by=people.lin) for _ in range(5))
        notices = [released(one, people) for one in drafts]
        clock.shift(MINUTE)
        for one in notices:
            workflow.withdraw(one.article, "wrong", by=people.zhi, reason="因")
        clock.shift(MINUTE)
        copy = Copy(client)
        copy.catch_up()
    told = [(one["number"], one["what"]) for one in copy.news]
    assert sorted(told) == sorted(set(told))
    assert len(told) == 10


def test_what_a_draft_undergoes_is_no_change(
    client: Client, draft: Edition, office: Office, people: People
) -> None:
    assert place(draft, {office.local.pk: None}, by=people.lin)
    with time_machine.travel(timezone.now() + MINUTE, tick=False):
        assert asked(client, BEGINNING)["items"] == []
    with time_machine.travel(timezone.now() + 2 * MINUTE, tick=False):
        released(draft, people)
    with time_machine.travel(timezone.now() + 3 * MINUTE, tick=False):
        assert [one["what"] for one in asked(client, BEGINNING)["items"]] == ["published"]
        assert place(draft, {}, by=people.zhi)
    with time_machine.travel(timezone.now() + 4 * MINUTE, tick=False):
        told = [one["what"] for one in asked(client, BEGINNING)["items"]]
    assert told == ["published", "amended"]


def test_a_site_that_moved_in_is_told_at_the_time_of_its_moving(
    client: Client, boss: None, tmp_path: Path
) -> None:
    before = (timezone.now() - MINUTE).isoformat().replace("+", "%2B")
    move_in(write(tmp_path, LINE), "--release")
    with time_machine.travel(timezone.now() + MINUTE, tick=False):
        (one,) = asked(client, f"changes?since={before}")["items"]
    assert (one["what"], one["title"]) == ("published", "多地推进网络工作")
