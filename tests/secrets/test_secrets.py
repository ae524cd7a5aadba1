"""Secrets in everything that is not public; every address there can be, asked by everybody."""

from datetime import timedelta
from pathlib import Path

import pytest
from django.core.management import call_command
from django.test import Client
from django.utils import timezone

from bulletins import workflow
from bulletins.document.moments import write_moment
from bulletins.drafting import start_article
from bulletins.models import Role, StoredFile
from tests.erasing import planting as erasing
from tests.erasing.planting import Words
from tests.erasing.scanning import columns_with
from tests.office import Office, People, released
from tests.secrets.planting import KINDS, document, plant, word
from tests.secrets.walking import addresses, said, share

pytestmark = pytest.mark.django_db
PRIVATE, ERASED = Words("赵某某", "secretprivatezq"), Words("钱某某", "secreterasedzq")


@pytest.fixture
def tokens(office: Office, people: People, places: None, tmp_path: Path) -> list[str]:
    """Also: what was withdrawn for a person's sake, and what was erased, with words everywhere."""
    boss = office.hire("boss", Role.ADMINISTRATOR)
    erasing.plant(PRIVATE, people, boss, Client(), tmp_path)
    erased = erasing.plant(ERASED, people, boss, Client(), tmp_path)
    workflow.erase(erased, by=boss, reason="应本人要求")
    return plant(office, people)


@pytest.fixture
def secrets() -> set[str]:
    return {PRIVATE.number, ERASED.number, *map(word, KINDS)}


def member(office: Office, role: Role) -> Client:
    office.hire(f"r-{role}", role, region="120000" if role == Role.CONTRIBUTOR else None)
    client = Client()
    assert client.login(username=f"r-{role}", password=f"r-{role}")
    return client


def told(
    client: Client, places: list[str], secrets: set[str], at: str = ""
) -> list[tuple[str, str]]:
    found = ((place, said(client, place, at)) for place in places)
    return [(place, secret) for place, text in found for secret in secrets if secret in text]


def test_nobody_is_told_a_secret_at_any_address(
    client: Client, office: Office, tokens: list[str], secrets: set[str]
) -> None:
    lost = {one for one in secrets - {ERASED.number} if not columns_with(one)}
    assert lost == set()
    places = addresses(tokens)
    assert len(places) > 500
    assert told(client, places, secrets) == []
    quick = [place for place in places if not place.endswith(".pdf")]
    at = write_moment(timezone.now() - timedelta(seconds=1))
    of_drafts = secrets - {PRIVATE.number, word("withdrawn")}  # hers to see as they stood
    for turn, role in enumerate(Role):
        staff, hers = member(office, role), share(quick, turn, 2 * len(Role))
        assert told(staff, hers, secrets) == [], role
        assert told(staff, hers, of_drafts, at) == [], role


def test_a_secret_that_became_public_is_found_in_every_form(
    client: Client, office: Office, people: People, places: None
) -> None:
    """So the walk would see one."""
    what = document("draft", people)
    released(start_article(what, column=office.news, by=people.lin), people)
    call_command("read_files", verbosity=0)
    found = {place for place, _ in told(client, addresses([]), {word("draft")})}
    table = StoredFile.objects.get(type__contains="sheet")
    assert found >= {
        *("/", "/articles/1/", "/articles/1/regions/430000/", "/articles/1/record.json"),
        *(f"/articles/1/article.{form}" for form in ("docx", "txt", "json")),
        *(f"/articles/1/files/{table.pk}", f"/articles/1/files/{table.pk}/text/"),
        *("/columns/news/", "/regions/430000/", "/archive/", "/feeds/site.atom", "/feeds/site.rss"),
        *("/api/v1/articles", "/api/v1/articles/1", "/api/v1/regions/430000/sections"),
    }
    if pdf := client.get("/articles/1/article.pdf").getvalue():
        assert ("/articles/1/article.pdf" in found) == pdf.startswith(b"%PDF")
