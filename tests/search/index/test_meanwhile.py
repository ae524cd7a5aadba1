"""The index is made anew while others write, search, or make it anew, too."""

import time
from collections.abc import Iterator
from datetime import timedelta
from threading import Event
from typing import Any

import pytest
from django.utils import timezone

from bulletins import workflow
from bulletins.drafting import start_article
from bulletins.indexing import engine, rebuild, rebuilding, tidy
from bulletins.indexing.slots import PUBLIC, state
from bulletins.models import Edition, Role, Slot
from bulletins.search.finding import gathering
from tests.office import NOTICE, Office, People, released, scheduled
from tests.search.index.looking import disagreements, numbers, rows, tokens_left
from tests.together import together

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def notice(office: Office, people: People) -> Edition:
    return start_article(NOTICE, column=office.notices, by=people.lin)


@pytest.fixture
def half(monkeypatch: pytest.MonkeyPatch) -> Event:
    """Set while a batch is written, but not yet for good."""
    half, store = Event(), engine().store

    def slowly(*said: Any) -> None:
        store(*said)
        half.set()
        time.sleep(0.3)

    monkeypatch.setattr(engine(), "store", slowly)
    return half


def test_a_verb_and_a_batch_do_not_wait_for_each_other(
    notice: Edition, people: People, half: Event
) -> None:
    edition = scheduled(notice, people, timezone.now() + timedelta(days=2))

    def cancel() -> None:
        half.wait(timeout=5)
        workflow.cancel_release(edition, by=people.zhong)

    together(lambda: list(rebuild()), cancel)
    assert rows() == []


def test_two_at_once_make_one_index(draft: Edition, notice: Edition, people: People) -> None:
    released(draft, people), released(notice, people)
    before = rows()
    together(lambda: list(rebuild()), lambda: list(rebuild()))
    assert (rows(), disagreements(), state().building) == (before, [], "")


def test_begun_anew_by_another_it_is_not_taken_for_done(
    notice: Edition, people: People, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Else the slot just emptied would answer, and nobody would notice."""
    number = released(notice, people).article.number
    ended, others = engine().end, list[Iterator[Any]]()

    def end(slot: str) -> None:
        ended(slot)
        if not others:
            others.append(rebuild(anew=True))
            rebuilding._begin(True)

    monkeypatch.setattr(engine(), "end", end)
    list(rebuild())
    assert numbers("停机维护") == [number]
    assert state().building == ""


def test_who_searches_while_the_slots_change_places_finds_it(
    notice: Edition, people: People, monkeypatch: pytest.MonkeyPatch
) -> None:
    number = released(notice, people).article.number
    gather = gathering.gather

    def late(*said: Any, **more: Any) -> Any:
        list(rebuild())
        return gather(*said, **more)

    monkeypatch.setattr("bulletins.search.finding.gather", late)
    assert numbers("停机维护") == [number]


@pytest.mark.parametrize("done", [False, True], ids=["in the midst", "slots changed"])
def test_what_is_erased_comes_back_in_no_slot(
    draft: Edition,
    notice: Edition,
    people: People,
    office: Office,
    monkeypatch: pytest.MonkeyPatch,
    done: bool,
) -> None:
    boss, steps = office.hire("boss", Role.ADMINISTRATOR), rebuild()
    monkeypatch.setattr(rebuilding, "STEP", 1)
    edition = released(notice, people)
    released(draft, people)
    next(steps)
    assert "停机维护" in str([rows(slot) for slot in PUBLIC]).replace(" ", "")
    if done:
        list(steps)
    workflow.withdraw(edition.article, "wrong", by=people.zhi, reason="数字待核")
    workflow.erase(edition.article, by=boss, reason="依当事人申请")
    list(steps)
    tidy()
    said = str([(rows(slot), tokens_left(slot)) for slot in Slot]).replace(" ", "")
    assert "停机" not in said
    assert "组织培训" in said
