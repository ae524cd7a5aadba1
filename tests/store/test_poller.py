"""The poller as a process: killed, the store ends with it; started again, it catches up."""

import os
import subprocess
import sys
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path

import pytest
from django.db import connections
from django.test import Client
from django.utils import timezone

from bulletins.models import Edition, Purge
from bulletins.store import sweeping
from bulletins.store.beating import AHEAD, beats_now
from bulletins.store.folder import Folder
from bulletins.store.forgetting import forget_pages
from bulletins.store.sweeping import sweep
from tests.office import People, released
from tests.serving import ROOT, database_url
from tests.store.world import keep_now, stored


def poller(store: Folder) -> "subprocess.Popen[bytes]":
    environment = os.environ | {
        "DJANGO_SETTINGS_MODULE": "config.settings",
        "DATABASE_URL": database_url(),
        "PAGE_STORE": str(store.root),
        "PAGE_STORE_MB": "100",
        "PROBE_URL": "http://127.0.0.1:9",
    }
    connections.close_all()
    return subprocess.Popen([sys.executable, "manage.py", "keep_pages"], cwd=ROOT, env=environment)


def wait_for(sign: Callable[[], bool], seconds: float) -> bool:
    until = time.monotonic() + seconds
    while time.monotonic() < until:
        if sign():
            return True
        time.sleep(0.05)
    return False


@pytest.mark.django_db(transaction=True)
def test_a_poller_that_is_killed_ends_the_store_and_catches_up_when_it_is_back(
    draft: Edition, people: People, store: Folder
) -> None:
    released(draft, people)
    keep_now()
    Client().get("/articles/1/")
    page = store.root / "whole/articles/1/index.html"
    assert page.exists()

    noted("/articles/1/*")  # nobody applies it: whoever committed it was killed
    running = poller(store)
    try:
        assert wait_for(lambda: not page.exists(), 60)
    finally:
        running.kill()
        running.wait()
    assert beats_now(store)
    assert wait_for(lambda: not beats_now(store), AHEAD + 1)

    store.write("whole/articles/1/index.html", b"as it was")
    noted("/articles/1/*")
    running = poller(store)
    try:
        assert wait_for(lambda: beats_now(store), 60)
        assert not page.exists()
    finally:
        running.kill()
        running.wait()


def noted(addresses: str) -> None:
    Purge.objects.create(addresses=addresses, made_at=timezone.now())


def test_what_is_too_much_goes_oldest_first_and_nothing_lies_in_the_trash(store: Folder) -> None:
    def page(number: int) -> Path:
        return store.root / f"whole/articles/{number}/index.html"

    for number in range(100):
        store.write(f"whole/articles/{number}/index.html", b"x" * 1_000_000)
        os.utime(page(number), (number, number))
    store.write("plain/articles/98/index.html", b"x" * 1000, at=1)  # whose page is younger
    store.write("plain/articles/200/index.html", b"x" * 1000)  # of no page
    store.take_out("/articles/99/*")
    sweep(store)
    left = [number for number in range(100) if page(number).exists()]
    assert left == list(range(30, 99))
    assert store.size() == 69_001_000
    assert not (store.root / "plain/articles/200/index.html").exists()
    assert (store.root / "plain/articles/98/index.html").exists()
    assert list((store.root / "trash").iterdir()) == []


def test_what_was_taken_out_makes_room_only_when_it_is_deleted(
    store: Folder, monkeypatch: pytest.MonkeyPatch
) -> None:
    store.write("whole/articles/1/index.html", b"x" * 1000)
    sweep(store)
    store.empty()
    assert store.size() == 1000
    count = sweeping._pages

    def filled_meanwhile(folder: Folder) -> list[sweeping.Held]:
        found = count(folder)
        folder.write("size", b"1700")
        return found

    monkeypatch.setattr(sweeping, "_pages", filled_meanwhile)
    sweep(store)
    assert store.size() == 700


def test_what_a_killed_process_left_on_its_way_in_is_deleted(
    store: Folder, monkeypatch: pytest.MonkeyPatch
) -> None:
    def killed(*_: object) -> None:
        raise KeyboardInterrupt

    with monkeypatch.context() as patched:
        patched.setattr("bulletins.store.folder.os.replace", killed)
        with pytest.raises(KeyboardInterrupt):
            store.write("whole/articles/1/index.html", b"secret")
    temp = store.root / "temp"
    assert list(temp.iterdir()) == []
    for clear in (partial(sweep, store), forget_pages):
        (temp / "left").write_bytes(b"secret")
        clear()
        assert list(temp.iterdir()) == []


@pytest.mark.django_db
def test_how_much_is_stored_is_counted_along(
    client: Client, draft: Edition, people: People, store: Folder
) -> None:
    released(draft, people)
    keep_now()
    client.get("/articles/1/")
    held = sum(
        one.stat().st_size for one in store.root.rglob("*") if one.suffix in (".html", ".gz")
    )
    assert stored()
    assert abs(store.size() - held) < 2000  # facts and headers aside
