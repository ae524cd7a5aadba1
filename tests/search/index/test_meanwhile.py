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
from bulletins.indexing import engine, rebuild, rebuilding
from bulletins.indexing.slots import state
from bulletins.models import Edition
from bulletins.search.finding import gathering
from tests.office import NOTICE, Office, People, released, scheduled
from tests.search.index.looking import disagreements, numbers, rows
from tests.together import together

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def notice(office: Office, people: People) -> Edition:
    return start_article(NOTICE, column=office.notices, by=people.lin)


@pytest.fixture
def half(monkeypatch: pytest.MonkeyPatch) -> Event:
    """Set while a batch is written, but not yet for good."""
    half, store = Event(), rebuilding._store

    def slowly(*said: Any) -> None:
        store(*said)
        half.set()
        time.sleep(0.3)

    monkeypatch.setattr(rebuilding, "_store", slowly)
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
