"""Somebody writes in a draft while somebody else acts: neither waits for the other for ever."""

import time
from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from threading import Event
from typing import Any

import pytest
from django.utils import timezone

from accounts.audit import verifying
from accounts.models import User
from bulletins import workflow
from bulletins.document.tree import DocumentPart
from bulletins.drafting import (
    changes,
    head,
    parts,
    save_head,
    save_part,
    start_article,
    start_edition,
)
from bulletins.drafting.content import part_of
from bulletins.drafting.head import head_of
from bulletins.importing import become_part, becoming, receive, receiving, understand_paste
from bulletins.models import Article, Edition, Import, Role, State
from bulletins.permissions import Refused
from bulletins.workflow.articles.validity import Force
from bulletins.workflow.articles.withdrawing import Explanation
from tests.office import BULLETIN, Office, People, again, amended, released, saying, scheduled
from tests.together import Act, refusals, together

pytestmark = pytest.mark.django_db(transaction=True)
DAY, GAP = timedelta(days=1), 0.25
LONGEST = 5.0  # seconds; an engine that finds a deadlock has waited for one already


@pytest.fixture
def boss(office: Office) -> User:
    return office.hire("boss", Role.ADMINISTRATOR)


@pytest.fixture
def written(monkeypatch: pytest.MonkeyPatch) -> Event:
    """Set while somebody has written half of what she saves; she takes her time for the rest."""
    half = Event()

    def slowly(*said: Any, **more: Any) -> None:
        half.set()
        time.sleep(GAP)
        changes.changed(*said, **more)

    for module in (head, parts):
        monkeypatch.setattr(module, "changed", slowly)
    return half


def writing(draft: Edition, by: User) -> tuple[Act, Act]:
    """A new title and a new text, as from two windows."""
    edition, part = again(draft), draft.parts.all()[0]
    stands = head_of(edition)
    said = replace(stands.document, title=f"第 {edition.changes} 次的标题")
    words = saying(part_of(part), f"第 {edition.changes} 次的导语")
    return (
        lambda: save_head(draft, replace(stands, document=said), seen=edition.revision, by=by),
        lambda: save_part(part, words, seen=part.revision, by=by),
    )


def meanwhile(act: Act, draft: Edition, by: User, written: Event) -> list[str]:
    """What those who came second were told; whatever else went wrong is raised."""
    written.clear()

    def then() -> object:
        assert written.wait(LONGEST)
        return act()

    began = time.monotonic()
    told = refusals(together(*writing(draft, by), then))
    assert time.monotonic() - began < LONGEST
    assert list(verifying.faults()) == []
    return told


@pytest.mark.parametrize("name", ["submit", "set_aside", "discard"])
def test_the_draft_itself(draft: Edition, people: People, written: Event, name: str) -> None:
    verb = getattr(workflow, name)
    told = meanwhile(lambda: verb(draft, by=people.lin), draft, people.lin, written)
    assert again(draft).state in (State.IN_REVIEW, State.SET_ASIDE, State.DISCARDED)
    assert len(told) <= 1  # who had not begun


def test_every_verb_of_its_article(
    office: Office, people: People, places: None, boss: User, written: Event
) -> None:
    """One public, one that waits for its time, one in work; then the article's whole life."""
    closes = timezone.now() + 20 * DAY
    notice = replace(BULLETIN, closes_at=closes)
    first = released(start_article(notice, column=office.notices, by=people.lin), people)
    second = scheduled(amended(first, people), people, timezone.now() + 3 * DAY)
    third = amended(first, people, "再改的导语")
    for act in while_it_is_public(first.article, second, people, boss, office):
        assert meanwhile(act, third, people.lin, written) == []
    article, zhi = first.article, people.zhi
    away = lambda: workflow.withdraw(article, "wrong", by=zhi, reason="有误")  # noqa: E731
    assert len(meanwhile(away, third, people.lin, written)) <= 1  # the draft was set aside
    _take_up(third, instead_of=second, people=people)
    explanation = Explanation("数字有误")
    for act in (
        lambda: workflow.explain(article, explanation, by=zhi),
        lambda: workflow.restore(article, by=people.zhong),
        away,
    ):
        assert meanwhile(act, third, people.lin, written) == []
    gone = lambda: workflow.erase(article, by=boss, reason="依申请")  # noqa: E731
    assert len(meanwhile(gone, third, people.lin, written)) <= 1
    assert again(third).title == ""


def while_it_is_public(
    article: Article, waiting: Edition, people: People, boss: User, office: Office
) -> Iterator[Act]:
    now, zhi = timezone.now(), people.zhi
    until, end = now + 30 * DAY, now + 60 * DAY
    yield lambda: workflow.place(waiting, {office.news.pk: None}, by=people.zhong)
    yield lambda: workflow.close(article, by=zhi, note="已满额")
    yield lambda: workflow.reopen(article, by=zhi)
    yield lambda: workflow.extend(article, by=zhi, at=until)
    yield lambda: workflow.set_end(article, by=zhi, at=end)
    yield lambda: workflow.archive(article, by=zhi)
    yield lambda: workflow.unarchive(article, by=zhi)
    yield lambda: workflow.set_validity(article, Force("repealed", date(2026, 1, 1)), by=zhi)
    yield lambda: workflow.backdate(article, by=boss, at=now - 9 * DAY, reason="迁移")
    yield lambda: workflow.reschedule(waiting, by=zhi, at=now + 5 * DAY)


def _take_up(edition: Edition, *, instead_of: Edition, people: People) -> None:
    workflow.recall(instead_of, by=people.lin)
    workflow.discard(instead_of, by=people.lin)
    workflow.resume(edition, by=people.lin)


def test_who_brings_an_import_in_and_who_erases(
    draft: Edition, people: People, boss: User, written: Event, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The same file was brought before: what is erased is looked for among what waits."""
    next_one = start_edition(released(draft, people).article, by=people.lin, kind="minor")
    workflow.withdraw(draft.article, "privacy", by=people.zhi, reason="依申请")
    brought(again(next_one), people.lin)()
    act = brought(again(next_one), people.lin)

    def slowly(row: Import, *, by: User) -> Import:
        held = receiving.lock_import(row, by=by)
        written.set()
        time.sleep(GAP)
        return held

    monkeypatch.setattr(becoming, "lock_import", slowly)

    def erase() -> None:
        assert written.wait(LONGEST)
        workflow.erase(draft.article, by=boss, reason="依申请")

    too_late = brought(again(next_one), people.lin)
    written.clear()
    assert refusals(together(act, erase)) == []
    assert not Import.objects.exists()
    with pytest.raises(Refused, match="请重新导入"):
        too_late()


def brought(edition: Edition, by: User) -> Act:
    text = "各单位要高度重视。"
    row = receive(understand_paste(text), text.encode(), "甲", by=by)
    wanted = DocumentPart(heading="某地", intro=f"<p>{text}</p>")
    return lambda: become_part(row, wanted, edition=edition, instead_of=None, by=by)
