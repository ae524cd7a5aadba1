"""The text as .pdf: made by a bounded process that fetches our own pictures and nothing else."""

import fcntl
import io
import os
import socket
import time
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pypdf
import pytest
from django.test import Client
from pytest_django import Settings

from bulletins import pdf, workflow
from bulletins.document.pdf.fetching import NotOurs, picture_at
from bulletins.drafting import start_article
from bulletins.files import store_picture
from bulletins.models import Edition, Role
from bulletins.pdf import available, making
from bulletins.pdf.keeping import folder, place_of
from bulletins.public.forms import answering
from bulletins.public.forms.taking import take
from bulletins.public.forms.writing import FORMS
from tests.editing.test_richtext import picture
from tests.office import BULLETIN, PART, Office, People, changed, released, saying

pytestmark = pytest.mark.django_db
ADDRESS = "/articles/1/article.pdf"
SHA256 = "a" * 64


@pytest.fixture(autouse=True)
def switched_on(settings: Settings, tmp_path: Path) -> Iterator[None]:
    settings.PDF = True
    settings.DATA_DIR = tmp_path
    available._everything_is_there.cache_clear()
    assert pdf.is_available()  # the tests' own requirements bring it
    yield
    available._everything_is_there.cache_clear()


@pytest.fixture
def live(office: Office, people: People, places: None) -> Edition:
    shown = store_picture(picture(), "图.png", by=people.lin)
    part = saying(PART, f'图</p><p><img src="file:{shown.pk}" alt="会场"></p><p>文')
    document = replace(BULLETIN, parts=(part, *BULLETIN.parts[1:]))
    return released(start_article(document, column=office.news, by=people.lin), people)


def text_of(data: bytes) -> str:
    pages = pypdf.PdfReader(io.BytesIO(data)).pages
    return "".join("".join(page.extract_text().split()) for page in pages)


def quick(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """In place of the program: the pages that were asked for."""
    asked: list[str] = []

    def made(html: str, pictures: object) -> bytes:
        asked.append(html)
        return b"%PDF-1.7 %%EOF"

    monkeypatch.setattr(making, "_made", made)
    return asked


def test_it_is_whole_and_says_where_it_is_from(client: Client, live: Edition) -> None:
    answer: Any = client.get(ADDRESS)
    assert (answer.status_code, answer["Content-Type"]) == (200, "application/pdf")
    said = text_of(answer.content)
    for word in (
        "多地推进网络工作",
        "天津",
        "一、加强宣传",
        "二、加强管理",
        "贵州",
        "来源：海河发布",
    ):
        assert word in said, word
    assert "http://testserver/articles/1/" in said
    assert live.digest in said
    file = pypdf.PdfReader(io.BytesIO(answer.content))
    assert len(list(file.pages[0].images)) == 1
    assert file.metadata
    assert file.metadata.title == "多地推进网络工作"
    assert [float(side) for side in file.pages[0].mediabox[2:]] == pytest.approx(
        [595.3, 841.9], 0.1
    )


def test_the_same_edition_has_the_same_bytes(client: Client, live: Edition) -> None:
    first: Any = client.get(ADDRESS)
    pdf.drop([live.pk])
    second: Any = client.get(ADDRESS)
    assert first.content == second.content
    head = client.head(ADDRESS)
    assert (head.content, head["Content-Length"]) == (b"", str(len(first.content)))
    same = client.get(ADDRESS, headers={"if-none-match": first["ETag"]})
    assert same.status_code == 304


def test_it_is_made_once(
    client: Client, live: Edition, people: People, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked = quick(monkeypatch)
    for _ in range(3):
        assert client.get(ADDRESS).status_code == 200
    assert len(asked) == 1
    released(changed(live, people, "新的导语"), people)
    assert client.get(ADDRESS).status_code == 200
    assert "新的导语" in asked[1]


@pytest.mark.parametrize(
    "address",
    [
        *("file:///etc/passwd", "http://127.0.0.1:9/", "https://example.org/a.png", "ftp://a/b"),
        *("data:text/plain,a", "picture:../../etc/passwd", f"picture:{SHA256}/../x", "picture:"),
        *(f"PICTURE:{SHA256}", f"picture:{SHA256}\n", "/etc/passwd", f"picture:{'A' * 64}"),
    ],
)
def test_nothing_else_is_fetched(address: str, tmp_path: Path) -> None:
    with pytest.raises(NotOurs):
        picture_at(address, tmp_path)


def test_our_pictures_are(tmp_path: Path) -> None:
    (tmp_path / SHA256).write_bytes(b"png")
    assert picture_at(f"picture:{SHA256}", tmp_path) == b"png"


@pytest.fixture
def listener() -> Iterator[socket.socket]:
    with socket.create_server(("127.0.0.1", 0)) as door:
        door.settimeout(0.2)
        yield door


def test_a_hostile_page_reaches_nothing(listener: socket.socket) -> None:
    """Everything by which WeasyPrint would open an address."""
    port = listener.getsockname()[1]
    page = "".join(
        f'<link rel="stylesheet" href="{one}"><link rel="attachment" href="{one}">'
        f'<a rel="attachment" href="{one}">甲</a><img src="{one}"><embed src="{one}">'
        f'<object data="{one}"></object><style>@import "{one}"; p {{ background: url({one}) }}'
        f"@font-face {{ font-family: x; src: url({one}) }}</style><p>乙</p>"
        for one in ("file:///etc/passwd", f"http://127.0.0.1:{port}/", "data:text/plain,root:x:0")
    )
    data = pdf.make(1, "aa", lambda: (f"<html>{page}</html>", {}))
    assert not pypdf.PdfReader(io.BytesIO(data)).attachments
    assert "root:" not in text_of(data)
    with pytest.raises(TimeoutError):
        listener.accept()


def test_one_that_hangs_is_ended_and_not_tried_again_at_once(
    client: Client, live: Edition, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(making, "PROGRAM", "timeit")  # a program that never answers
    monkeypatch.setattr(making, "PATIENCE", 0.2)
    since = time.monotonic()
    answer: Any = client.get(ADDRESS)
    assert time.monotonic() - since < 10
    assert (answer.status_code, answer["Retry-After"]) == (503, "10")
    assert "没能排成" in answer.content.decode()
    asked = quick(monkeypatch)
    assert client.get(ADDRESS).status_code == 503
    assert not asked
    (failed,) = folder().glob("*.failed")
    os.utime(failed, (0, 0))
    assert client.get(ADDRESS).status_code == 200


def test_one_at_a_time(client: Client, live: Edition, monkeypatch: pytest.MonkeyPatch) -> None:
    asked = quick(monkeypatch)
    monkeypatch.setattr(answering, "take", None)  # who has no turn costs no more than a sentence
    folder().mkdir()
    with (folder() / making.TURN).open("a") as turn:
        fcntl.flock(turn, fcntl.LOCK_EX)
        since = time.monotonic()
        answer: Any = client.get(ADDRESS)
    assert time.monotonic() - since < 1
    assert (answer.status_code, answer["Cache-Control"]) == (503, "no-store")
    assert answer["Retry-After"] == "10"
    assert "正在给别的读者排印" in answer.content.decode()
    assert not asked


@pytest.mark.django_db(transaction=True)
def test_it_goes_when_its_article_goes(
    client: Client, live: Edition, office: Office, people: People, monkeypatch: pytest.MonkeyPatch
) -> None:
    quick(monkeypatch)
    assert client.get(ADDRESS).status_code == 200
    assert list(folder().glob("*.pdf"))
    workflow.withdraw(live.article, "privacy", by=people.zhi, reason="因")
    assert not list(folder().glob("*.pdf"))
    assert client.get(ADDRESS).status_code == 410
    place_of(live.pk, "aa").write_bytes(b"left")
    workflow.erase(live.article, by=office.hire("boss", Role.ADMINISTRATOR), reason="因")
    assert not list(folder().glob("*.pdf"))


def test_what_is_withdrawn_while_it_is_made_is_not_given(
    client: Client, live: Edition, people: People, monkeypatch: pytest.MonkeyPatch
) -> None:
    def made(*_: object) -> bytes:
        workflow.withdraw(live.article, "wrong", by=people.zhi, reason="因")
        return b"%PDF-1.7 %%EOF"

    monkeypatch.setattr(making, "_made", made)
    assert client.get(ADDRESS).status_code == 410
    assert not list(folder().glob("*.pdf"))


def test_the_folder_is_swept(live: Edition, settings: Settings) -> None:
    settings.PDF_KEPT_MB = 1
    assert pdf.sweep() == 0  # where nothing was ever made
    folder().mkdir()
    kept = [place_of(live.pk, tag) for tag in ("aa", "bb", "cc")]
    for age, place in enumerate(kept):
        place.write_bytes(b"x" * 400_000)
        os.utime(place, (1_000_000 - age, 1_000_000 - age))
    other = place_of(live.pk + 99, "dd")
    other.touch()
    (folder() / making.TURN).touch()
    assert pdf.sweep() == 2
    assert [place.exists() for place in (*kept, other)] == [True, True, False, False]
    assert (folder() / making.TURN).exists()


def test_where_none_can_be_made_nobody_is_offered_one(
    client: Client, live: Edition, settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert "article.pdf" in client.get("/articles/1/").content.decode()
    for switch in (lambda: setattr(settings, "PDF", False), _no_library(monkeypatch)):
        settings.PDF = True
        switch()
        assert "article.pdf" not in client.get("/articles/1/").content.decode()
        answer: Any = client.get(ADDRESS)
        assert answer.status_code == 404
        assert "本站没有安装排印 PDF 的程序" in answer.content.decode()


def _no_library(monkeypatch: pytest.MonkeyPatch) -> Any:
    def take_away() -> None:
        monkeypatch.setattr(available, "LIBRARIES", ("libnosuch.so.0",))
        available._everything_is_there.cache_clear()

    return take_away


def test_a_text_of_many_regions_is_made(live: Edition, monkeypatch: pytest.MonkeyPatch) -> None:
    """34 regions of 4 sections, 25,000 characters; how long it waits for a processor is no matter."""
    monkeypatch.setattr(making, "PATIENCE", 200)
    taken = take(Edition.objects.with_body().get(pk=live.pk), "网")
    section = replace(
        PART.sections[0], body="<p>" + "各单位扎实推进网络工作，办好为民实事。" * 10 + "</p>"
    )
    part = replace(PART, sections=(section,) * 4)
    large = replace(taken, document=replace(taken.document, parts=(part,) * 34))
    data = FORMS["pdf"].write(large, "ee")
    assert len(pypdf.PdfReader(io.BytesIO(data)).pages) > 15
