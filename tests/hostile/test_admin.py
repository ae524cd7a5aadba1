"""Whatever is sent to whatever page of the admin: an answer in words, and nothing half done."""

import hashlib
import re
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import pytest
from django.apps import apps
from django.db import connection
from django.test import Client

from accounts.models import User
from bulletins.models import Edition, Grant, Role
from tests.editing.doors import at_desk
from tests.hostile.pages import addresses, forms
from tests.hostile.values import BODIES, URLENCODED, VALUES, body, broken, some
from tests.office import Office, People
from tests.permissions.test_address_matrix import editions, things
from tests.refusals import undone

__all__ = ["editions", "things"]
pytestmark = pytest.mark.django_db

# The desk's own index follows the drafts when somebody looks for one
DERIVED = ("passagedesk", "indexededition", "searchindex")
WRITES = re.compile(
    r'^(?:INSERT INTO|UPDATE|DELETE FROM) "(?:bulletins|accounts|regions)_'
    rf"(?!{'|'.join(DERIVED)})"
)
# The edition page saves what can be saved, and shows the rest again; a link is told only once.
WRITE_AND_SHOW = re.compile(r"/edition/\d+/(?:change|working|preview|comments)/")
CHINESE = re.compile("[\u4e00-\u9fff]")
SENTENCE = re.compile(
    r'class="(?:errorlist|error|errornote|messagelist)[^"]*"[^>]*>(.*?)</(?:ul|p)>', re.DOTALL
)
TAG = re.compile("<[^>]+>")


@pytest.fixture
def known(things: dict[str, Any], editions: dict[tuple[str, str], Edition]) -> dict[str, Any]:
    """A row for everything an address names; the edition is a draft."""
    return things | {"edition": editions["own", "own"].pk}


@pytest.fixture
def everybody(office: Office, people: People, known: dict[str, Any]) -> Client:
    """One who may open every page: what is refused to her is refused for what she sent."""
    user = User.objects.get(username="lin")
    for role in Role:
        Grant.objects.get_or_create(user=user, role=role, region_id=_where(role))
    return at_desk(user)


def _where(role: Role) -> str | None:
    return "120000" if role == Role.CONTRIBUTOR else None


def stands() -> str:
    """All that is stored, in short."""
    found = hashlib.sha256()
    for model in apps.get_models():
        ours = model._meta.app_label in ("bulletins", "accounts", "regions")
        if ours and model._meta.managed and model._meta.model_name not in DERIVED:
            found.update(repr(list(model._default_manager.order_by("pk").values_list())).encode())
    return found.hexdigest()


class Writes:
    """Whether anything was written, or begun to be."""

    seen = False

    def __call__(self, execute: Any, sql: str, *more: Any) -> Any:
        self.seen = self.seen or bool(WRITES.match(sql))
        return execute(sql, *more)


class Answers:
    """Sends, and keeps a note of every answer that is none."""

    def __init__(self, client: Client) -> None:
        self.client, self.before, self.sent = client, stands(), 0
        self.wrong: list[tuple[object, ...]] = []

    def send(self, where: str, what: str, content: bytes, kind: str = URLENCODED) -> None:
        with self._noting(where, what):
            self._judge(self.client.generic("POST", where, content, kind), where, what)

    def ask(self, where: str, what: str, query: bytes = b"") -> None:
        with self._noting(where, what):
            self._judge(self.client.get(where, QUERY_STRING=query.decode()), where, what)

    @contextmanager
    def _noting(self, where: str, what: str) -> Iterator[None]:
        """Nothing that came of it stays."""
        self.sent += 1
        with undone():
            writes = Writes()
            try:
                with connection.execute_wrapper(writes):
                    yield
            except Exception as failure:  # each is a 500
                self.wrong.append((where, what, repr(failure)[:300]))
                return
            may = WRITE_AND_SHOW.search(where)
            if self.shown and not may and writes.seen and stands() != self.before:
                self.wrong.append((where, what, "written, and the page says no"))

    def _judge(self, said: Any, where: str, what: str) -> None:
        self.shown = said.status_code != 302
        if said.status_code not in (200, 302, 400, 403, 404, 405, 409, 413, 422):
            self.wrong.append((where, what, said.status_code))
        if said.streaming:
            b"".join(said.streaming_content)
        if said.streaming or said.status_code in (302, 405):
            return
        page = str(said.json()) if "json" in said["Content-Type"] else said.content.decode()
        if said.status_code >= 400 and not CHINESE.search(page):
            self.wrong.append((where, what, said.status_code, "not a word of Chinese"))
        self.wrong += [(where, what, one) for one in _foreign(page)]


def _foreign(page: str) -> Iterator[str]:
    """Sentences of refusal that are not in Chinese."""
    for one in SENTENCE.findall(page):
        if (words := TAG.sub("", one).strip()) and not CHINESE.search(words):
            yield words[:80]


def test_every_form_with_everything_in_it(everybody: Client, known: dict[str, Any]) -> None:
    answers = Answers(everybody)
    other = Edition.objects.exclude(pk=known["edition"])[0]
    forged = [str(other.pk).encode(), other.parts.all()[0].key.encode()]
    for turn, form in enumerate(forms(everybody, known)):
        for what, pairs in broken(form.pairs, forged, turn):
            answers.send(form.address, what, body(pairs))
    assert answers.wrong == []


def test_every_address_with_bodies_of_every_kind(everybody: Client, known: dict[str, Any]) -> None:
    answers = Answers(everybody)
    for turn, where in enumerate(addresses(known)):
        reads = "working" in where  # the only page that takes JSON
        for kind, content in BODIES if reads else some(BODIES, turn):
            answers.send(where, kind, content, kind)
    assert answers.wrong == []


ASKED = (
    *("q", "p", "o", "e", "all", "state", "column", "action", "role", "level", "page", "with"),
    *("at", "digest", "edition", "taken", "_popup", "_to_field", "_changelist_filters", "next"),
)


def test_every_address_with_every_question(everybody: Client, known: dict[str, Any]) -> None:
    answers = Answers(everybody)
    short = [value for value in VALUES if len(value) < 5001]
    for turn, where in enumerate(addresses(known)):
        for value in some(short, turn):
            answers.ask(where, repr(value[:12]), body((name, value) for name in ASKED))
    assert answers.wrong == []
