"""Made anew in the other slot while the first one answers; killed, it goes on where it was."""

from multiprocessing import active_children

import pytest
from django.utils import timezone

from bulletins import workflow
from bulletins.drafting import start_article
from bulletins.indexing import clear_left, rebuild, rebuilding
from bulletins.indexing.slots import state
from bulletins.models import Edition, ToIndex
from tests.office import NOTICE, Office, People, amended, approved, released
from tests.search.index.looking import disagreements, numbers, rows


@pytest.fixture
def two(draft: Edition, people: People, office: Office) -> tuple[Edition, Edition]:
    notice = start_article(NOTICE, column=office.notices, by=people.lin)
    return released(draft, people), released(notice, people)


def test_it_says_what_was_said_step_by_step(two: tuple[Edition, Edition]) -> None:
    before, slot = rows(), state().slot
    steps = list(rebuild())
    assert steps[-1].done == steps[-1].total == 2
    assert state().slot != slot
    assert rows() == before == rows(slot)  # some are in the middle of a search
    clear_left(timezone.now())
    assert rows(slot) == []
    assert disagreements() == disagreements(slot) == []


def test_search_is_never_empty_meanwhile(
    two: tuple[Edition, Edition], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(rebuilding, "STEP", 1)
    for _ in rebuild():
        assert numbers("停机维护") == [two[1].article.number]
    assert numbers("停机维护") == [two[1].article.number]


def test_killed_it_goes_on_where_it_was(
    two: tuple[Edition, Edition], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(rebuilding, "STEP", 1)
    before = rows()
    first = rebuild()
    assert next(first).done == 1
    del first
    assert [step.done for step in rebuild()] == [2, 2]
    assert rows() == before
    assert disagreements() == []


def test_other_processes_make_the_same(
    two: tuple[Edition, Edition], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(rebuilding, "MANY", 0)
    monkeypatch.setattr(rebuilding, "STEP", 1)
    before = rows()
    assert [step.done for step in rebuild()] == [1, 2, 2]
    assert (rows(), disagreements(), active_children()) == (before, [], [])


def test_where_the_other_process_is_gone_the_work_is_done_here(
    two: tuple[Edition, Edition], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(rebuilding, "MANY", 0)
    monkeypatch.setattr("bulletins.indexing.beside._work", lambda *_: None)
    monkeypatch.setattr("bulletins.indexing.beside.PATIENCE", 0.05)
    before = rows()
    list(rebuild())
    assert rows() == before


def test_what_changes_meanwhile_is_not_forgotten(
    two: tuple[Edition, Edition], people: People, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(rebuilding, "STEP", 1)
    bulletin, notice = two
    steps = rebuild()
    next(steps)
    workflow.withdraw(notice.article, "wrong", by=people.zhi, reason="数字待核")
    workflow.release(approved(amended(bulletin, people, "后来的导语"), people), by=people.zhong)
    list(steps)
    assert numbers("停机维护") == []
    assert numbers("后来的导语") == [bulletin.article.number]
    assert disagreements() == []
    assert not ToIndex.objects.exists()
