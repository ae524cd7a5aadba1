"""When there is nothing to show: the right status, kept by nobody, and a page that helps."""

from typing import Any

import pytest
from django.db import OperationalError
from django.test import Client
from pytest_django import DjangoAssertNumQueries

from bulletins.models import Column, SiteSettings
from bulletins.public import furniture
from bulletins.public.furniture import BARE, Furniture
from tests.office import Office

# The database is closed to tests that do not ask for it: asking for anything would fail again.
BROKEN = Client(raise_request_exception=False)


def is_kept_by_nobody(answer: Any) -> bool:
    return answer["Cache-Control"] == "no-store" and "noindex" in answer["X-Robots-Tag"]


@pytest.fixture
def known(monkeypatch: pytest.MonkeyPatch) -> None:
    """What a process has read before the database went away."""
    site = SiteSettings(name="海河网", office="海河办", contact="022-00000000")
    column = Column(pk=7, slug="notices", name="通知公告")
    monkeypatch.setattr(furniture, "_last", [Furniture("", site, {7: column})])


def test_a_fault_is_told_without_the_database(known: None) -> None:
    answer = BROKEN.get("/")
    said = answer.content.decode()
    assert (answer.status_code, is_kept_by_nobody(answer)) == (500, True)
    for word in ("系统出错", "为什么看不到这个页面", "022-00000000", "/columns/notices/", "海河网"):
        assert word in said


def test_a_process_that_read_nothing_yet_tells_a_fault_too(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(furniture, "_last", [BARE])
    answer = BROKEN.get("/")
    assert answer.status_code == 500
    assert "022-" not in answer.content.decode()


def test_a_database_that_is_away_is_told_without_it(
    known: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    def away(*_: object) -> None:
        raise OperationalError("connection refused")

    monkeypatch.setattr("bulletins.public.home.sight_of", away)
    answer = BROKEN.get("/")
    assert (answer.status_code, answer["Retry-After"]) == (503, "20")
    assert is_kept_by_nobody(answer)
    assert "022-00000000" in answer.content.decode()


@pytest.mark.django_db
def test_what_is_missing_is_told_in_one_query_after_the_old_addresses(
    client: Client, office: Office, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    SiteSettings.objects.create(pk=1, name="海河网", contact="022-00000000")
    with django_assert_num_queries(2):
        answer = client.get("/nothing-here/")
    said = answer.content.decode()
    assert (answer.status_code, is_kept_by_nobody(answer)) == (404, True)
    assert '<a href="/columns/notices/">通知公告</a>' in said
    assert "022-00000000" in said
    assert "工作台" not in said


@pytest.mark.django_db
def test_what_never_was_public_is_told_like_what_never_was(client: Client, draft: Any) -> None:
    draft.article.number = 12
    draft.article.save()
    never, nowhere = client.get("/articles/12/"), client.get("/articles/99/")
    assert never.status_code == nowhere.status_code == 404
    assert never.content.replace(b"%2F12%2F", b"%2F99%2F") == nowhere.content


@pytest.mark.django_db
def test_a_form_without_its_token_and_a_bad_request_are_kept_by_nobody() -> None:
    unproven = Client(enforce_csrf_checks=True).post("/admin/login/", {})
    strange = Client().get("/", headers={"host": "evil.example.com"})
    assert (unproven.status_code, strange.status_code) == (403, 400)
    assert is_kept_by_nobody(unproven)
    assert is_kept_by_nobody(strange)
