"""A store whose files may not be used, or whose lock is never let go: the site goes on without it."""

import fcntl
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from django.core.handlers.wsgi import WSGIHandler
from django.db import transaction
from django.test import Client

from bulletins.models import Edition
from bulletins.store import Change, note, trouble
from bulletins.store.applying import apply_quietly
from bulletins.store.beating import beats_now
from bulletins.store.folder import Folder
from config.stored import behind_store
from tests.office import People, released
from tests.store.world import keep_now, stored

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def nothing_said(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(trouble, "_said", {})


@pytest.fixture
def article(draft: Edition, people: People, store: Folder) -> Edition:
    edition = released(draft, people)
    keep_now()
    return edition


def in_the_way(place: Path) -> None:
    """A folder where a file should be: as with a file of root's, every question is an OSError."""
    place.unlink(missing_ok=True)
    place.mkdir()


@contextmanager
def held(store: Folder) -> Iterator[None]:
    """By another process, as far as locks can tell."""
    with (store.root / "lock").open("ab") as other:
        fcntl.flock(other, fcntl.LOCK_EX)
        yield


@pytest.mark.parametrize("name", ["position", "lock"])
def test_pages_are_made_and_changes_applied_as_far_as_can_be(
    article: Edition, store: Folder, name: str, caplog: pytest.LogCaptureFixture
) -> None:
    in_the_way(store.root / name)
    for _ in range(3):
        assert Client().get("/articles/1/").status_code == 200
        apply_quietly()
    assert caplog.text.count("cannot be used") == 1


def test_a_folder_of_beats_that_may_not_be_read_is_none(
    article: Edition, store: Folder, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refused(folder: Folder) -> bool:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr("bulletins.store.filling.beats_now", refused)
    assert Client().get("/articles/1/").status_code == 200
    assert stored() == {}


def test_the_app_starts_without_it(store: Folder) -> None:
    keep_now()
    django = WSGIHandler()
    assert behind_store(django) is not django
    in_the_way(store.root / "lock")
    assert behind_store(django) is django


@pytest.mark.django_db(transaction=True)
def test_who_holds_the_lock_for_ever_keeps_nobody_and_nothing_is_handed_out_until_it_is_applied(
    article: Edition, store: Folder, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("bulletins.store.folder.PATIENCE", 0.1)
    monkeypatch.setattr("bulletins.store.filling.PATIENCE", 0.1)
    Client().get("/articles/1/")
    keep_now()
    assert beats_now(store)
    began = time.monotonic()
    with held(store):
        with transaction.atomic():
            note(Change(1))
        assert Client().get("/articles/1/").status_code == 200
    assert time.monotonic() - began < 2
    assert "/articles/1/" in stored()
    assert not beats_now(store)
    keep_now()
    assert "/articles/1/" not in stored()
    assert beats_now(store)


def test_a_poller_that_was_held_up_gives_no_sign(
    article: Edition, store: Folder, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A verb may have waited for its lock in vain, and gone without it."""
    monkeypatch.setattr("bulletins.store.beating.SLOW", -1.0)
    keep_now()
    assert not beats_now(store)
