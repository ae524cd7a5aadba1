"""Processes that fill and purge the same pages, verbs that are killed: nothing stale stays."""

import os
import signal
import time
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial

import pytest
from django.db import connection, connections
from django.test import Client

from bulletins import workflow
from bulletins.models import Edition
from bulletins.store.folder import Folder, the_folder
from tests.killed.victim import Point, killed
from tests.office import People, released
from tests.store.world import keep_now, stale, stored

pytestmark = pytest.mark.django_db(transaction=True)
PAGES = ("/articles/1/", "/", "/articles/1/record.json", "/columns/news/")


@pytest.fixture
def article(draft: Edition, people: People, store: Folder) -> Edition:
    edition = released(draft, people)
    keep_now()
    return edition


@contextmanager
def readers(count: int) -> Iterator[None]:
    """Processes that ask for the pages over and over; killed at the end, as workers are."""
    if connection.vendor == "sqlite":
        connections.close_all()  # its locks belong to a process
    children = []
    for _ in range(count):
        child = os.fork()
        if child == 0:
            _ask_for_ever()
        children.append(child)
    try:
        yield
    finally:
        for child in children:
            os.kill(child, signal.SIGKILL)
            os.waitpid(child, 0)


def _ask_for_ever() -> None:
    """In the child; it never returns."""
    try:
        connection.connection = None  # the parent's
        client = Client()
        while os.getppid() != 1:
            for page in PAGES:
                client.get(page)
    finally:
        os._exit(1)


def test_two_processes_that_fill_never_leave_what_a_third_has_changed(
    article: Edition, people: People
) -> None:
    wrong, filled = [], 0
    with readers(2):
        until = time.monotonic() + 6
        while time.monotonic() < until:
            keep_now()
            filled += bool(_wait_for("/articles/1/"))
            workflow.archive(article.article, by=people.zhi)
            wrong += [b"archived" for one in _held() if "已于".encode() not in one]
            filled += bool(_wait_for("/articles/1/"))
            workflow.unarchive(article.article, by=people.zhi)
            wrong += [b"back" for one in _held() if "已于".encode() in one]
    assert wrong == []
    assert filled >= 6
    assert stale() == []


def _held() -> list[bytes]:
    """Looked at several times: who fills may be in the middle of it."""
    found = []
    for _ in range(20):
        answer = stored().get("/articles/1/")
        found += [answer.body] if answer else []
        time.sleep(0.002)
    return found


def _wait_for(page: str) -> bool:
    for _ in range(200):
        if page in stored():
            return True
        time.sleep(0.005)
    return False


def test_a_verb_that_is_killed_after_its_commit_is_made_good_by_the_poller(
    article: Edition, people: People
) -> None:
    client = Client()
    for page in PAGES:
        client.get(page)
    withdraw = partial(workflow.withdraw, article.article, "wrong", by=people.zhi, reason="有误")
    assert killed(withdraw, Point(commit="after")) == "killed"
    assert b"<h1" in stored()["/articles/1/"].body  # nobody has done it yet
    keep_now()
    assert "/articles/1/" not in stored()
    assert stale() == []


def test_a_verb_that_is_killed_before_its_commit_touches_nothing(
    article: Edition, people: People
) -> None:
    Client().get("/articles/1/")
    archive = partial(workflow.archive, article.article, by=people.zhi)
    assert killed(archive, Point(commit="before")) == "killed"
    keep_now()
    assert "/articles/1/" in stored()
    assert stale() == []


def test_what_is_withdrawn_is_out_when_the_verb_returns(article: Edition, people: People) -> None:
    client = Client()
    for page in PAGES:
        client.get(page)
    workflow.withdraw(article.article, "privacy", by=people.zhi, reason="涉及个人信息")
    root = the_folder().root
    left = [one for tree in ("whole", "plain") for one in (root / tree).rglob("*") if one.is_file()]
    assert not any(article.title.encode() in one.read_bytes() for one in left)
    assert stale() == []
