"""What gets into the store: anonymous answers of listed addresses, and never a stale one."""

from collections.abc import Iterator
from typing import Any

import pytest
from django.conf import settings as site
from django.db import transaction
from django.test import Client
from django.utils import timezone

from bulletins.models import Edition
from bulletins.store import Change, note
from bulletins.store import filling as filling_module
from bulletins.store.beating import keep
from bulletins.store.filling import STORED
from bulletins.store.folder import Folder, stamp
from tests.office import People, released
from tests.store.world import keep_now, stored

pytestmark = pytest.mark.django_db


@pytest.fixture
def article(draft: Edition, people: People, store: Folder) -> Iterator[Edition]:
    edition = released(draft, people)
    keep_now()
    yield edition
    assert all(not facts_of_a_person(one.body) for one in stored().values())


def facts_of_a_person(body: bytes) -> bool:
    return b"csrfmiddlewaretoken" in body or b"/admin/" in body


def test_a_page_is_stored_when_it_was_asked_for(client: Client, article: Edition) -> None:
    said = client.get("/articles/1/")
    assert said["Cache-Control"] == "no-cache"
    answer = stored()["/articles/1/"]
    assert answer.body == said.content
    names = {name for name, _ in answer.headers}
    assert {"Content-Type", "Content-Security-Policy", "X-Frame-Options"} <= names
    assert not names & {"Set-Cookie", "Vary", "Content-Length"}


@pytest.mark.parametrize(
    ("address", "more"),
    [
        ("/articles/1/?at=2026-01-01T09:30", {}),
        ("/articles/1/?", {"HTTP_COOKIE": "sessionid=x"}),
        ("/articles/1/", {"HTTP_COOKIE": "a=b; csrftoken=y"}),
        ("/articles/1/", {"HTTP_AUTHORIZATION": "Basic eDp5"}),
        ("/articles/1/", {"HTTP_RANGE": "bytes=0-1"}),
        ("/search/", {}),
        ("/compare/", {}),
        ("/reports/", {}),
        ("/reports/new/", {}),
        ("/api/v1/articles/", {}),
        ("/admin/login/", {}),
        ("/articles/2/", {}),
        ("/articles/1/article.json", {}),
        ("/nowhere/", {}),
    ],
)
def test_nothing_else_is_stored(
    client: Client, article: Edition, address: str, more: dict[str, Any]
) -> None:
    client.get(address, **more)
    assert stored() == {}


def test_another_host_is_refused_and_fills_nothing(client: Client, article: Edition) -> None:
    said = client.get("/articles/1/", headers={"host": "evil.example", "x-forwarded-host": "x.cn"})
    assert said.status_code == 400
    assert stored() == {}


def test_no_header_of_the_reader_gets_into_a_page(client: Client, article: Edition) -> None:
    """Under every name of the site the same bytes; absolute addresses come from SITE_URL."""
    client.get("/articles/1/", headers={"host": "localhost", "x-forwarded-host": "evil.example"})
    one = stored()["/articles/1/"].body
    assert b"evil.example" not in one
    assert b"localhost" not in one
    assert client.get("/articles/1/").content == one


def test_what_says_more_than_usual_is_for_the_app_alone(client: Client, article: Edition) -> None:
    """nginx says the same headers of every page: noindex it would leave out."""
    client.get("/articles/1/editions/1/")
    client.get("/articles/1/")
    root = site.PAGE_STORE / "plain"
    assert "/articles/1/editions/1/" in stored()
    assert not (root / "articles/1/editions").exists()
    assert (root / "articles/1/index.html").exists()
    assert (root / "articles/1/index.html.gz").exists()
    page = root / "articles/1/index.html"
    assert page.stat().st_mtime == stamp(page.read_bytes())


@pytest.mark.parametrize(
    "more",
    [
        {"REQUEST_METHOD": "HEAD"},
        {"HTTP_COOKIE": "sessionid=x"},
        {"HTTP_COOKIE": "csrftoken=y"},
        {"QUERY_STRING": "at=2026-01-01T09:30"},
    ],
)
def test_whoever_asks_for_a_page_is_told_the_same_of_keeping_it(
    client: Client, article: Edition, more: dict[str, Any]
) -> None:
    assert client.get("/articles/1/")["Cache-Control"] == "no-cache"
    assert client.get("/articles/1/", **more)["Cache-Control"] == "no-cache"


def test_a_tag_in_chinese_is_for_the_app_alone_and_goes_with_its_list(
    client: Client, article: Edition, store: Folder
) -> None:
    client.get("/tags/网络/")
    assert "/tags/网络/" in stored()
    assert not (store.root / "plain").exists()
    with transaction.atomic():
        note(Change(77, frozenset({"tag:网络"})))
    keep_now()
    assert stored() == {}


def test_nobody_fills_while_the_poller_is_dead(
    client: Client, draft: Edition, people: People, store: Folder
) -> None:
    released(draft, people)
    client.get("/articles/1/")
    assert not (store.root / "whole").exists()


def test_what_is_full_takes_nothing_more(client: Client, article: Edition, store: Folder) -> None:
    store.write("size", str(100 * 1_000_000).encode())
    client.get("/articles/1/")
    assert stored() == {}


@pytest.mark.parametrize("when", ["while it was made", "before the lock"])
def test_a_change_in_between_keeps_the_page_out(
    client: Client, article: Edition, store: Folder, when: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Committed while the page was made: its row is seen. Applied after that: the position is."""

    def change() -> None:
        with transaction.atomic():
            note(Change(77))

    answer_of = filling_module.answer_of

    def made(response: Any) -> Any:
        if when == "before the lock":
            change()
            keep(store, timezone.now())
        return answer_of(response)

    monkeypatch.setattr(filling_module, "answer_of", made)
    if when == "while it was made":
        is_purged = filling_module._is_purged

        def looked(position: Any) -> bool:
            change()
            return is_purged(position)

        monkeypatch.setattr(filling_module, "_is_purged", looked)
    client.get("/articles/1/")
    assert stored() == {}


def test_another_program_does_not_fill(
    client: Client, article: Edition, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(filling_module, "generation", lambda: "another")
    client.get("/articles/1/")
    assert stored() == {}


def test_every_name_that_is_stored_is_an_address_of_the_site() -> None:
    from bulletins.public.urls import urlpatterns

    assert {one.name for one in urlpatterns} >= STORED
