"""What a store takes out: what was noted, what time changed, or everything, rather once too often."""

from collections.abc import Iterator
from datetime import datetime, timedelta

import pytest
import time_machine
from django.db import connection, transaction
from django.test.utils import CaptureQueriesContext
from django.utils import timezone
from pytest_django import Settings

from bulletins.document.wording import BEIJING
from bulletins.models import Purge
from bulletins.store import Change, note, note_all, note_everything
from bulletins.store.applying import adopt, apply_quietly
from bulletins.store.beating import keep
from bulletins.store.folder import Folder
from bulletins.store.forgetting import forget_purges
from bulletins.store.noting import forget_addresses

pytestmark = pytest.mark.django_db
NOON = datetime(2026, 12, 1, 12, tzinfo=BEIJING)
PAGES = ("index.html", "articles/1/index.html", "articles/12/index.html", "about/index.html")


@pytest.fixture(autouse=True)
def noon() -> Iterator[time_machine.Traveller]:
    with time_machine.travel(NOON, tick=False) as clock:
        yield clock


@pytest.fixture
def full(store: Folder) -> Folder:
    """With four pages, and in step with the log."""
    noted(Change(99))
    keep(store, NOON)
    for page in PAGES:
        for tree in ("whole", "plain"):
            store.write(f"{tree}/{page}", b"as it was")
    return store


def noted(*changes: Change) -> None:
    with transaction.atomic():
        note_all(changes)


def left(folder: Folder) -> set[str]:
    both = [
        {str(one.relative_to(folder.root / tree)) for one in (folder.root / tree).rglob("*.html")}
        for tree in ("whole", "plain")
    ]
    assert both[0] == both[1]
    return both[0]


def beats(folder: Folder) -> list[int]:
    return sorted(
        int(one.name) - int(NOON.timestamp()) for one in (folder.root / "beats").iterdir()
    )


def test_a_change_takes_out_its_own_pages_alone(full: Folder) -> None:
    noted(Change(1))
    keep(full, NOON)
    assert left(full) == {*PAGES} - {"articles/1/index.html"}


def test_with_its_lists_goes_what_counts_them(full: Folder) -> None:
    noted(Change(1, frozenset({"all"})))
    keep(full, NOON)
    assert left(full) == {"articles/12/index.html", "about/index.html"}


@pytest.mark.parametrize("how", ["everything", "many", "behind"])
def test_what_touches_nearly_all_takes_out_all(full: Folder, how: str) -> None:
    if how == "everything":
        with transaction.atomic():
            note_everything()
    elif how == "many":
        noted(*(Change(number) for number in range(200, 300)))
    else:
        for number in range(200, 420):
            noted(Change(number))
    keep(full, NOON)
    assert left(full) == set()


def test_a_store_goes_on_where_it_stopped(full: Folder) -> None:
    """As after a kill between the commit and what follows it: nothing was done, all is found."""
    noted(Change(1))
    noted(Change(12))
    keep(full, NOON)
    assert left(full) == {"index.html", "about/index.html"}
    keep(full, NOON)
    assert left(full) == {"index.html", "about/index.html"}


def test_a_kill_before_the_position_was_written_does_it_again(
    full: Folder, monkeypatch: pytest.MonkeyPatch
) -> None:
    noted(Change(1))

    def killed(folder: Folder, position: object) -> None:
        raise KeyboardInterrupt

    with monkeypatch.context() as patched:
        patched.setattr(Folder, "write_position", killed)
        with pytest.raises(KeyboardInterrupt):
            keep(full, NOON)
    full.write("whole/articles/1/index.html", b"of a filler that came in between")
    keep(full, NOON)
    assert not (full.root / "whole/articles/1").exists()


def test_who_was_away_longer_than_the_log_is_kept_begins_anew(
    full: Folder, noon: time_machine.Traveller
) -> None:
    noted(Change(500))
    noon.shift(timedelta(days=3))
    assert list(forget_purges())
    assert Purge.objects.count() == 1
    keep(full, timezone.now())
    assert left(full) == set()


def test_another_database_empties_the_store(full: Folder) -> None:
    """A backup that was restored has other rows under the same numbers, or none."""
    Purge.objects.update(made_at=NOON - timedelta(days=1))
    keep(full, NOON)
    assert left(full) == set()


def test_pages_are_of_one_day(full: Folder) -> None:
    keep(full, NOON.replace(hour=23, minute=59, second=59))
    assert left(full) == {*PAGES}
    keep(full, NOON + timedelta(hours=12))
    assert left(full) == set()


def test_a_clock_that_is_set_back_begins_anew(
    full: Folder, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What was scheduled for 12:00 is in the pages, and must not be read at 11:40."""
    events = [NOON - timedelta(minutes=10), NOON + timedelta(hours=1)]
    monkeypatch.setattr(
        "bulletins.store.applying.next_event", lambda now: min(one for one in events if one > now)
    )
    keep(full, NOON - timedelta(seconds=1))
    assert left(full) == {*PAGES}
    assert keep(full, NOON - timedelta(minutes=20)).limit == events[0]
    assert left(full) == set()


def test_another_program_begins_anew(full: Folder, monkeypatch: pytest.MonkeyPatch) -> None:
    adopt(full)
    assert left(full) == {*PAGES}
    monkeypatch.setattr("bulletins.store.applying.generation", lambda: "another")
    adopt(full)
    assert left(full) == set()


def test_beats_reach_five_seconds_ahead_and_old_ones_go(full: Folder) -> None:
    assert beats(full) == [0, 1, 2, 3, 4]
    keep(full, NOON + timedelta(seconds=3))
    assert beats(full) == [2, 3, 4, 5, 6, 7]


def test_no_beat_is_left_of_a_clock_that_was_set_back(full: Folder) -> None:
    keep(full, NOON + timedelta(hours=1))
    keep(full, NOON)
    assert beats(full) == [0, 1, 2, 3, 4]


def test_no_beat_reaches_beyond_midnight(full: Folder) -> None:
    keep(full, NOON + timedelta(hours=12) - timedelta(seconds=2))
    assert max(beats(full)) == 12 * 3600 - 1


def test_what_is_erased_is_not_named_in_the_log_either(full: Folder) -> None:
    noted(Change(1, frozenset({"tag:wang"})))
    forget_addresses()
    assert not Purge.objects.exclude(addresses="").exists()
    keep(full, NOON)
    assert left(full) == set()


def test_noting_takes_one_statement_beside_the_lock(db: None) -> None:
    with transaction.atomic(), CaptureQueriesContext(connection) as asked:
        note(Change(1, frozenset({"all", "column:news"}), beside=True))
    assert sum("INSERT" in one["sql"] for one in asked) == 1
    assert sum("advisory" not in one["sql"] for one in asked) == 1


@pytest.mark.parametrize("is_on", [True, False])
def test_nothing_is_done_where_there_is_no_store(
    store: Folder, settings: Settings, is_on: bool
) -> None:
    """Switched off, or no poller has been there yet: a change is noted, and makes no folder."""
    settings.PAGE_STORE_MB = 100 if is_on else 0
    noted(Change(1))
    apply_quietly()
    assert Purge.objects.count() == 1
    assert not store.root.exists()
