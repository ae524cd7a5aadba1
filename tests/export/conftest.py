"""A small site with one of everything that can be exported."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
import time_machine
from django.test import Client
from pytest_django import Settings

from bulletins import workflow
from bulletins.document.wording import BEIJING
from bulletins.drafting import start_article
from bulletins.models import Column, Edition, Redirect, SiteSettings, StoredFile
from bulletins.pages.export.folder import folder_of_export
from bulletins.pages.export.manifest import Manifest
from bulletins.workflow.articles.withdrawing import Explanation
from tests.office import BULLETIN, NOTICE, Office, People, released
from tests.twice import released_twice

MONDAY = datetime(2026, 11, 30, 9, tzinfo=BEIJING)
DAY = timedelta(days=1)
Differences = Callable[[Path], dict[str, str]]


@pytest.fixture
def monday() -> Iterator[None]:
    """It is Monday morning."""
    with time_machine.travel(MONDAY):
        yield


@pytest.fixture
def whole(
    monday: None, office: Office, people: People, places: None, settings: Settings, tmp_path: Path
) -> Path:
    """1: two editions, files, an old address; 2: a notice with a deadline; 3: withdrawn; 4: a link;
    5 replaced by 1; 6 to 25: enough for lists of two pages. A merged column. Out comes the folder.
    """
    settings.MEDIA_ROOT = tmp_path / "uploads"
    _first(office, people)
    said = replace(NOTICE, closes_at=MONDAY + 3 * DAY, tags=("维护", "50% 折扣"))
    released(start_article(said, column=office.notices, by=people.lin), people)
    third = released(start_article(BULLETIN, column=office.local, by=people.lin), people)
    workflow.withdraw(
        third.article, "wrong", by=people.zhi, reason="内部", explanation=Explanation()
    )
    link = replace(NOTICE, title="外站", link_only_to="https://www.example.cn/a?b=$c", parts=())
    released(start_article(link, column=office.local, by=people.lin), people)
    fifth = released(start_article(BULLETIN, column=office.local, by=people.lin), people)
    instead = Explanation("", "/articles/1/")
    workflow.withdraw(fifth.article, "replaced", by=people.zhi, reason="内部", explanation=instead)
    Redirect.objects.create(path="/old/3.html", article=third.article)
    Column.objects.create(slug="former", name="旧栏目", active=False, merged_into=office.news)
    for n in range(20):
        more(office, people, f"第 {n} 期")
    own = {"name": "示范网", "accent": "#005a9c", "contact": "010-00000000"}
    SiteSettings.objects.create(pk=1, logo=StoredFile.objects.get(width__gt=0), **own)
    return tmp_path / "out"


@pytest.fixture
def small(
    monday: None, office: Office, people: People, places: None, settings: Settings, tmp_path: Path
) -> Path:
    """1: two editions and files; 2: a notice. Out comes the folder."""
    settings.MEDIA_ROOT = tmp_path / "uploads"
    released_twice(office, people)
    more(office, people, "第一期")
    return tmp_path / "out"


def more(office: Office, people: People, title: str) -> Edition:
    """One more notice."""
    said = replace(NOTICE, title=title)
    return released(start_article(said, column=office.notices, by=people.lin), people)


def _first(office: Office, people: People) -> None:
    article = released_twice(office, people)
    Redirect.objects.create(path="/news/1.html", article=article)
    Redirect.objects.create(path="/show.asp?id=1", article=article)


@pytest.fixture
def manifest() -> Callable[[Path], Manifest]:
    return lambda folder: folder_of_export(folder).manifest()


@pytest.fixture
def differences(client: Client) -> Differences:
    """Where the export at a folder is not what the site answers now; by address."""

    def _differences(folder: Path) -> dict[str, str]:
        export = folder_of_export(folder)
        assert export.current
        found: dict[str, str] = {}
        for address, kept in export.manifest().files.items():
            if address.startswith("/"):
                answer: Any = client.get(address)
                pieces = answer.streaming_content if answer.streaming else [answer.content]
                body = b"".join(pieces)
                if answer.status_code != kept.status:
                    found[address] = f"{answer.status_code}, exported as {kept.status}"
                elif kept.path and (export.current / kept.path).read_bytes() != body:
                    found[address] = "other bytes"
        return found

    return _differences
