"""文字版: read soon, once, by whoever comes first; a kill in between is made good."""

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta

import pytest
from django.db import connection
from django.utils import timezone

from bulletins.document.filetext.reading import READER
from bulletins.document.tree import DocumentAttachment
from bulletins.drafting import start_article
from bulletins.files import store_attachment
from bulletins.filetexts import read_due, reading
from bulletins.filetexts.reading import TRIES, read_again
from bulletins.models import Edition, FileText, FileTextState, StoredFile
from bulletins.timetable.tasks import run_due
from tests.office import BULLETIN, Office, People
from tests.together import together

pytestmark = pytest.mark.django_db


@pytest.fixture
def attach(office: Office, people: People, places: None) -> Callable[..., Edition]:
    """A draft with these files."""

    def draft(**files: bytes) -> Edition:
        kept = [
            (name, store_attachment(data, name.replace("_", "."), by=people.lin))
            for name, data in files.items()
        ]
        attachments = tuple(DocumentAttachment(name, f"file:{one.pk}") for name, one in kept)
        document = replace(BULLETIN, attachments=attachments)
        return start_article(document, column=office.news, by=people.lin)

    return draft


def texts() -> dict[str, tuple[str, str]]:
    found = FileText.objects.values_list("file__name", "state", "reader")
    return {name: (state, reader) for name, state, reader in found}


def test_a_drafts_files_are_read_before_it_is_released(attach: Callable[..., Edition]) -> None:
    attach(
        甲_txt="名单".encode(), 乙_doc=b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", 丙_pdf=b"%PDF-1.7\n..."
    )
    reports = {report.task.name: report for report in run_due()}
    assert reports["file_texts"].done == 3
    assert texts() == {
        "甲.txt": ("done", READER),
        "乙.doc": ("none", READER),
        "丙.pdf": ("failed", READER),
    }
    assert FileText.objects.get(file__name="甲.txt").leaves == [{"name": "", "lines": ["名单"]}]
    assert list(read_due()) == []


def test_what_no_text_offers_is_not_read(people: People) -> None:
    store_attachment("名单".encode(), "甲.txt", by=people.lin)
    assert list(read_due()) == []


def test_what_was_killed_is_read_later_and_not_for_ever(attach: Callable[..., Edition]) -> None:
    attach(甲_txt="名单".encode())
    killed = FileText.objects.create(file=StoredFile.objects.get(name="甲.txt"))
    assert list(read_due()) == []  # somebody is at it
    FileText.objects.update(begun_at=timezone.now() - timedelta(hours=1))
    assert len(list(read_due())) == 1
    killed.refresh_from_db()
    assert killed.state == FileTextState.DONE
    FileText.objects.update(
        begun_at=timezone.now() - timedelta(hours=1), reader="", tries=TRIES, state="reading"
    )
    list(read_due())
    killed.refresh_from_db()
    assert killed.state == FileTextState.FAILED
    assert list(read_due()) == []


def test_another_reader_reads_everything_anew(
    attach: Callable[..., Edition], monkeypatch: pytest.MonkeyPatch
) -> None:
    attach(甲_txt="名单".encode(), 乙_pdf=b"%PDF-1.7\n...")
    list(read_due())
    read_again(failed_only=True)
    assert len(list(read_due())) == 1
    monkeypatch.setattr(reading, "READER", "other")
    assert len(list(read_due())) == 2


def test_what_was_erased_meanwhile_leaves_nothing(
    attach: Callable[..., Edition], monkeypatch: pytest.MonkeyPatch
) -> None:
    edition = attach(甲_txt="名单".encode())

    def erased(*_: object) -> None:
        edition.attachments.all().delete()
        StoredFile.objects.all().delete()

    monkeypatch.setattr(reading, "read_apart", erased)
    assert len(list(read_due())) == 1
    assert not FileText.objects.exists()


@pytest.mark.django_db(transaction=True)
def test_two_runners_read_each_file_once(
    attach: Callable[..., Edition], monkeypatch: pytest.MonkeyPatch
) -> None:
    attach(甲_txt="甲".encode(), 乙_txt="乙".encode(), 丙_txt="丙".encode())
    read: list[str] = []
    monkeypatch.setattr(reading, "read_apart", lambda source, ending: read.append(ending))

    def run() -> None:
        list(read_due())
        connection.close()

    together(run, run, run)
    assert len(read) == 3
