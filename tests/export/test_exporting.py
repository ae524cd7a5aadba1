"""An export is the site, address by address; the next one makes anew what has changed, and no more."""

import re
from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path

import pytest
import time_machine
from django.test import Client
from django.utils import timezone
from taggit.models import Tag

from bulletins import workflow
from bulletins.models import Article, Column, Edition, FileText, SiteSettings, StoredFile
from bulletins.pages.addresses import addresses_of
from bulletins.pages.export.exporting import export_site
from bulletins.pages.export.manifest import Manifest
from bulletins.workflow.articles.validity import Force
from bulletins.workflow.placing import place
from tests.export.conftest import DAY, MONDAY, Differences, more
from tests.office import Office, People, changed, released, scheduled

pytestmark = pytest.mark.django_db
Read = Callable[[Path], Manifest]
LINK = re.compile(rb'(?:href|src|data-aloud)="(/[^"#?]*)["#?]')
TEXT = ("txt",)  # a .docx takes longer than everything else of an article
NEEDS_PROGRAM = re.compile(r"/(search|compare|reports|preview|admin|api/v1)/")


def test_every_address_has_the_bytes_of_the_site(
    whole: Path, differences: Differences, manifest: Read
) -> None:
    outcome = export_site(whole)
    assert differences(whole) == {}
    assert not outcome.manifest.left_out
    files = manifest(whole).files
    for article in Article.objects.exclude(number=None):
        known = {one for one in addresses_of(article) if one.startswith("/articles/")}
        if any(one.is_live() and not one.link_only_to for one in article.editions.all()):
            assert known <= files.keys()
    assert files["/articles/3/"].status == 410
    assert files["/articles/3/"].path == "gone/articles/3/index.html"
    assert manifest(whole).moved["/articles/4/"] == (302, "https://www.example.cn/a?b=$c")
    assert manifest(whole).moved["/articles/5/"] == (302, "/articles/1/")
    assert manifest(whole).moved["/show.asp?id=1"] == (301, "/articles/1/")
    assert manifest(whole).moved["/old/3.html"] == (410, "3")


def test_what_leads_on_leads_there_on_the_site_too(
    whole: Path, client: Client, manifest: Read
) -> None:
    export_site(whole)
    for address, (status, to) in manifest(whole).moved.items():
        answer = client.get(address)
        assert answer.status_code == status, address
        assert status == 410 or answer["Location"] == to


def test_no_link_leads_out_of_the_export(whole: Path, manifest: Read) -> None:
    """Except to what only the program can answer."""
    export_site(whole)
    said, tree = manifest(whole), whole / "current"
    for address, kept in said.files.items():
        if kept.path.endswith(".html") and kept.status == 200:
            for link in LINK.findall((tree / kept.path).read_bytes()):
                to = link.decode().replace("&amp;", "&")
                known = to in said.files or to in said.moved or NEEDS_PROGRAM.match(to)
                assert known, f"{address} leads to {to}"


def test_nothing_changed_nothing_is_made(whole: Path, manifest: Read) -> None:
    first = export_site(whole)
    page = whole / "current/site/index.html"
    before = page.stat()
    again = export_site(whole)
    assert again.made == 0
    assert first.made >= again.kept > 200  # what changed while it was made was made again
    assert page.stat().st_ino == before.st_ino
    assert not again.reload


Deed = Callable[[Office, People], object]


def _first() -> Edition:
    return Edition.objects.live().get(article__number=1)


def _notice(number: int = 2) -> Article:
    return Article.objects.get(number=number)


# In an order in which each can be done
DEEDS: dict[str, Deed] = {
    "text of a file": lambda office, people: FileText.objects.create(
        file=StoredFile.objects.get(width=None),
        state="done",
        leaves=[{"name": "1", "lines": ["甲"]}],
        pages=3,
    ),
    "release": lambda office, people: more(office, people, "新的"),
    "tag": lambda office, people: Tag.objects.filter(name="网络").update(name="网 络"),
    "column": lambda office, people: Column.objects.filter(slug="news").update(name="新名"),
    "settings": lambda office, people: SiteSettings.objects.update(contact="1", accent="#333333"),
    "place": lambda office, people: place(
        _first(), {office.notices.pk: timezone.now() + DAY}, by=people.zhi
    ),
    "force": lambda office, people: workflow.set_validity(
        _notice(), Force("repealed", date(2026, 12, 2), "依据"), by=people.zhi
    ),
    "close": lambda office, people: workflow.close(_notice(), by=people.zhi, note="满了"),
    "archive": lambda office, people: workflow.archive(_notice(9), by=people.zhi),
    "correct": lambda office, people: released(changed(_first(), people, "改了"), people),
    "of a person": lambda office, people: released(
        changed(_first(), people, "又改了", kind="privacy"), people
    ),
    "restore": lambda office, people: workflow.restore(_notice(3), by=people.zhong),
    "withdraw": lambda office, people: workflow.withdraw(
        _notice(1), "privacy", by=people.zhi, reason="内部"
    ),
}


def test_after_every_deed_the_next_export_is_the_site_again(
    whole: Path, office: Office, people: People, differences: Differences
) -> None:
    export_site(whole, forms=TEXT)
    for deed, done in DEEDS.items():
        done(office, people)
        assert differences(whole), f"{deed} would prove nothing"
        outcome = export_site(whole, forms=TEXT)
        assert not differences(whole), deed
        assert outcome.made < outcome.files or deed in ("column", "settings"), deed
    assert (
        outcome.manifest.files.keys()
        == export_site(whole, forms=TEXT, anew=True).manifest.files.keys()
    )


def test_time_alone_changes_pages_and_the_manifest_knows_when(
    whole: Path, office: Office, people: People, differences: Differences
) -> None:
    """A midnight, then a scheduled release, then a deadline: at each the export before is stale."""
    at = MONDAY + DAY + timedelta(hours=3)
    scheduled(changed(_first(), people, "明天的"), people, at)
    moments = [export_site(whole, forms=TEXT).manifest.valid_until]
    for _ in range(3):
        last = moments[-1]
        with time_machine.travel(last - timedelta(seconds=1), tick=False):
            assert differences(whole) == {}
        with time_machine.travel(last, tick=False):
            assert differences(whole)
            moments.append(export_site(whole, forms=TEXT).manifest.valid_until)
            assert differences(whole) == {}
    assert moments[0] == MONDAY.replace(hour=0) + DAY
    assert at in moments
    assert timezone.now() < moments[0]


def test_a_draft_or_a_scheduled_text_is_nowhere(
    whole: Path, office: Office, people: People
) -> None:
    scheduled(changed(_first(), people, "绝密的明天"), people, MONDAY + DAY)
    changed(Edition.objects.live().get(article__number=2), people, "绝密的草稿")
    export_site(whole, forms=TEXT)
    for file in (whole / "current").rglob("*"):
        assert file.is_dir() or "绝密".encode() not in file.read_bytes(), file
