"""After a change pages are read back; what is wrong is an alarm on the desk until it is right."""

import gzip
from contextlib import closing
from datetime import timedelta
from functools import partial
from socket import create_server

import pytest
from django.db import transaction
from django.test import Client
from django.utils import timezone
from pytest_django import Settings

from bulletins.models import Amiss, Edition, PageAlarm, Purge, Role
from bulletins.store import Change, note, note_everything, probing
from bulletins.store.affected import affected
from bulletins.store.probing import by_django, chosen, look, look_again, noted_since
from bulletins.store.reading import Seen, by_http
from tests.inboth import server
from tests.office import Office, People, released

pytestmark = pytest.mark.django_db
PAGE = "/articles/1/"
LOOK, AGAIN = partial(look, machine="here"), partial(look_again, machine="here")
THERE = partial(look_again, machine="there")


@pytest.fixture(autouse=True)
def patient(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(probing, "PAUSE", 0.0)


def answering(said: Seen) -> probing.Make:
    return lambda address: said


def reading(*said: Seen) -> probing.Read:
    """In one form, or in several."""
    return lambda address: said


@pytest.mark.parametrize(
    ("seen", "true", "found"),
    [
        (Seen(200, b"old"), Seen(200, b"new"), Amiss.OTHER),
        (Seen(200, b"old"), Seen(410, b"why"), Amiss.THERE),
        (Seen(404, b""), Seen(200, b"new"), Amiss.GONE),
        (Seen(502, b""), Seen(200, b"new"), Amiss.GONE),
        (Seen(0), Seen(200, b"new"), Amiss.AWAY),
        (Seen(200, b"new"), Seen(200, b"new"), None),
        (Seen(410, b"one"), Seen(410, b"other"), None),
    ],
)
def test_what_a_reader_gets_is_held_against_what_is_true(
    seen: Seen, true: Seen, found: Amiss | None
) -> None:
    LOOK([PAGE], reading(seen), answering(true))
    assert [one.amiss for one in PageAlarm.objects.all()] == ([found] if found else [])


def test_what_changes_between_the_two_questions_is_asked_again() -> None:
    answers = iter([Seen(200, b"old"), Seen(200, b"new")])
    LOOK([PAGE], lambda address: [next(answers)], answering(Seen(200, b"new")))
    assert not PageAlarm.objects.exists()


def test_an_alarm_goes_when_the_page_is_right(office: Office) -> None:
    LOOK([PAGE], reading(Seen(200, b"old")), answering(Seen(200, b"new")))
    first = PageAlarm.objects.get()
    AGAIN(reading(Seen(200, b"old")), answering(Seen(410, b"")))
    assert (PageAlarm.objects.get().amiss, PageAlarm.objects.get().since) == (
        Amiss.THERE,
        first.since,
    )
    AGAIN(reading(Seen(200, b"new")), answering(Seen(200, b"new")))
    assert not PageAlarm.objects.exists()


def test_what_is_wrong_on_one_machine_is_not_right_because_it_is_on_another() -> None:
    old, new = reading(Seen(200, b"old")), reading(Seen(200, b"new"))
    make = answering(Seen(200, b"new"))
    LOOK([PAGE], old, make)
    THERE(new, make)
    AGAIN(old, make)
    assert PageAlarm.objects.count() == 1
    PageAlarm.objects.update(seen_at=timezone.now() - timedelta(hours=2))
    THERE(new, make)  # whoever found it looks no more
    assert not PageAlarm.objects.exists()


def test_the_desk_says_it_to_who_can_do_something(client: Client, office: Office) -> None:
    for machine in ("here", "there"):
        look([PAGE], reading(Seen(200, b"old")), answering(Seen(410, b"new")), machine=machine)
    for role, is_told in ((Role.DESK, True), (Role.ADMINISTRATOR, True), (Role.EDITOR, False)):
        client.force_login(office.hire(f"of-{role}", role))
        said = client.get("/admin/").content.decode()
        assert ("应当已经不公开" in said) is is_told
        assert said.count(f'href="{PAGE}"') == is_told


@pytest.mark.django_db(transaction=True)
def test_django_is_asked_past_every_store(draft: Edition, people: People) -> None:
    released(draft, people)
    make = by_django()
    assert make(PAGE) == Seen(200, Client().get(PAGE).content)
    assert make("/articles/9/").status == 404
    assert make("/tags/网络/") == Seen(200, Client().get("/tags/网络/").content)


def test_what_does_not_answer_is_away(settings: Settings) -> None:
    with closing(create_server(("127.0.0.1", 0))) as door:
        port = door.getsockname()[1]
    settings.PROBE_URL = f"http://127.0.0.1:{port}"
    assert set(by_http(PAGE)) == {Seen(0)}


@pytest.mark.parametrize(
    ("small", "found"),
    [
        ((200, "gzip", gzip.compress(b"new")), None),
        ((200, "gzip", gzip.compress(b"old")), Amiss.OTHER),
        ((200, "gzip", b"broken"), Amiss.OTHER),
        ((200, "", b"new"), None),
        ((410, "", b""), Amiss.GONE),
    ],
)
def test_a_page_is_asked_for_in_both_forms_by_the_name_of_the_site(
    settings: Settings, small: tuple[int, str, bytes], found: Amiss | None
) -> None:
    settings.SITE_URL = "https://www.example.cn"
    with server({"identity": (200, "", b"new"), "gzip": small}) as (port, asked):
        settings.PROBE_URL = f"http://127.0.0.1:{port}"
        LOOK([PAGE], by_http, answering(Seen(200, b"new")))
        assert next(iter(by_http("/tags/网络/"))) == Seen(200, b"new")
    assert [one.amiss for one in PageAlarm.objects.all()] == ([found] if found else [])
    assert {(one["Host"], one["X-Forwarded-Proto"]) for one in asked} == {
        ("www.example.cn", "https")
    }


def test_pages_are_chosen_articles_first_and_never_many() -> None:
    lists = frozenset({"all", "column:news", *(f"region:{number}" for number in range(20))})
    found = chosen(affected(Change(12, lists, elsewhere=True)))
    assert found[0] == "/articles/12/"
    assert len(found) == 8
    assert not any("*" in one for one in found)
    assert chosen(None) == ["/", "/archive/"]


def test_what_was_noted_is_read_back_once() -> None:
    last, pages = noted_since(None)
    assert pages == []
    with transaction.atomic():
        note(Change(12))
        note_everything()
    last, pages = noted_since(last)
    assert pages[0] == "/articles/12/"
    assert "/" in pages
    assert noted_since(last) == (last, [])


def test_after_a_backup_was_restored_the_log_is_followed_from_its_end() -> None:
    note(Change(12))
    newest = Purge.objects.latest("pk").pk
    assert noted_since(newest + 100) == (newest, ["/", "/archive/"])
