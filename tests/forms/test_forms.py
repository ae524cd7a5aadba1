"""The text of an article as .docx, .txt and .json: whole, the same bytes every time, gone with it."""

import io
import json
import os
import subprocess
import sys
import zipfile
from dataclasses import replace
from datetime import UTC, datetime
from typing import Any
from urllib.parse import unquote

import docx
import pytest
import time_machine
from django.conf import settings
from django.db import connection
from django.test import Client
from docx.oxml.ns import qn

from bulletins.document.colophon import CHECK
from bulletins.document.tree import DocumentAttachment
from bulletins.drafting import start_article
from bulletins.files import store_attachment, store_picture
from bulletins.models import Edition, SiteSettings
from bulletins.public.forms.taking import take
from bulletins.public.forms.writing import FORMS
from tests.databases import address
from tests.editing.test_richtext import picture
from tests.office import BULLETIN, PART, Office, People, amended, changed, released

pytestmark = pytest.mark.django_db
WRITTEN = ("docx", "txt", "json")
NOON = datetime(2026, 3, 5, 4, 0, tzinfo=UTC)
WORDS = (
    *(
        "多地推进网络工作",
        "海河发布",
        "2026-03-05 12:00",
        "天 津",
        "贵州",
        "一年来，各单位扎实推进。",
    ),
    *(
        "一、",
        "加强宣传",
        "二、",
        "加强管理",
        "提升能力",
        "=1+1",
        "名单",
        "http://testserver/articles/7/",
    ),
)


@pytest.fixture
def live(office: Office, people: People, places: None) -> Edition:
    """Two regions, one without a heading of its own; a picture, a link of ours, two attachments."""
    SiteSettings.objects.create(pk=1, name="海河网")
    shown = store_picture(picture(), "图.png", by=people.lin)
    file = store_attachment("甲、乙".encode(), "名单.txt", by=people.lin)
    body = f'见<a href="/articles/7/">前文</a>=1+1</p><p><img src="file:{shown.pk}" alt="会场"></p><p>文'
    section = replace(PART.sections[1], body=f"<p>{body}</p>")
    document = replace(
        BULLETIN,
        title="多地推进网络工作: 之一/二",
        parts=(
            replace(PART, sections=(PART.sections[0], section)),
            replace(BULLETIN.parts[1], heading=""),
        ),
        attachments=(
            DocumentAttachment("名单", f"file:{file.pk}"),
            DocumentAttachment("别处的", "https://www.example.org/a.pdf"),
        ),
    )
    with time_machine.travel(NOON, tick=False):
        return released(start_article(document, column=office.news, by=people.lin), people)


def get(client: Client, form: str, **headers: str) -> Any:
    return client.get(f"/articles/1/article.{form}", headers=headers)


def text_of(form: str, data: bytes) -> str:
    if form != "docx":
        return data.decode("utf-8-sig")
    package = zipfile.ZipFile(io.BytesIO(data))
    story = docx.Document(io.BytesIO(data)).element.body
    links = package.read("word/_rels/document.xml.rels").decode()
    return "".join(leaf.text or "" for leaf in story.iter(qn("w:t"))) + links


@pytest.mark.parametrize("form", WRITTEN)
def test_it_is_whole(client: Client, live: Edition, form: str) -> None:
    answer = get(client, form)
    assert (answer.status_code, answer["X-Robots-Tag"]) == (200, "noindex")
    said = text_of(form, answer.content)
    moments = {"2026-03-05 12:00": "2026-03-05T04:00:00Z"} if form == "json" else {}
    links = {"http://testserver/articles/7/"} if form == "txt" else set()  # words only, no links
    for word in set(WORDS) - links:
        assert moments.get(word, word) in said, word
    assert live.digest in said
    assert "http://testserver/articles/1/" in said
    assert f"http://testserver/articles/1/files/{live.attachments.all()[0].file_id}" in said
    assert "https://www.example.org/a.pdf" in said
    if form != "json":
        assert CHECK in said
        assert "海河网" in said


@pytest.mark.parametrize("form", WRITTEN)
def test_nothing_changes_a_byte_but_the_next_edition(
    client: Client, live: Edition, people: People, form: str
) -> None:
    first = get(client, form).content
    fresh = amended(live, people, "新的导语")
    with time_machine.travel(datetime(2027, 1, 1, tzinfo=UTC)):
        assert get(client, form).content == first
    released(fresh, people)
    second = get(client, form)
    assert second.content != first
    assert "新的导语" in text_of(form, second.content)


@pytest.mark.parametrize("form", WRITTEN)
def test_who_has_it_is_told_so_and_head_is_get_without_a_body(
    client: Client, live: Edition, people: People, form: str
) -> None:
    whole = get(client, form)
    assert whole["Last-Modified"] == "Thu, 05 Mar 2026 04:00:00 GMT"
    assert whole["Cache-Control"] == "no-cache"
    head = client.head(f"/articles/1/article.{form}")
    assert (head.content, head["Content-Length"]) == (b"", str(len(whole.content)))
    assert dict(head.headers) == dict(whole.headers)
    for asked in ({"if-none-match": whole["ETag"]}, {"if-modified-since": whole["Last-Modified"]}):
        same = get(client, form, **asked)
        assert (same.status_code, same.content) == (304, b"")
    released(changed(live, people, "改"), people)
    assert get(client, form, **{"if-none-match": whole["ETag"]}).status_code == 200


def test_another_name_of_the_site_is_another_file(client: Client, live: Edition) -> None:
    before = get(client, "txt")
    SiteSettings.objects.update(name="新名")
    assert get(client, "txt")["ETag"] != before["ETag"]


@pytest.mark.parametrize("form", WRITTEN)
def test_it_is_saved_under_its_title(client: Client, live: Edition, form: str) -> None:
    said = get(client, form)["Content-Disposition"]
    plain, _, whole = said.partition("; filename*=UTF-8''")
    assert plain == f'attachment; filename="article-1.{form}"'
    assert unquote(whole) == f"多地推进网络工作  之一 二.{form}"
    assert whole.isascii()


def test_notepad_of_an_older_windows_reads_the_text(client: Client, live: Edition) -> None:
    data = get(client, "txt").content
    assert data.startswith(b"\xef\xbb\xbf")
    assert data.count(b"\n") == data.count(b"\r\n") > 10


def test_a_program_reads_numbers_and_regions(client: Client, live: Edition) -> None:
    said = json.loads(get(client, "json").content)
    assert said["format"] == "lantai-article-1"
    assert said["regions"] == [
        {"code": "120000", "name": "天津"},
        {"code": "520000", "name": "贵州"},
    ]
    first, second = said["parts"]
    assert (first["heading"], second["heading"]) == ("天 津", "贵州")
    assert [(one["label"], one["number"]) for one in first["sections"]] == [
        ("一、", 1),
        ("二、", 2),
    ]
    assert '<img src="http://testserver/articles/1/files/' in first["sections"][1]["body"]
    ours, elsewhere = said["attachments"]
    assert (ours["type"], ours["size"]) == ("text/plain", len("甲、乙".encode()))
    assert (elsewhere["sha256"], elsewhere["address"]) == (None, "https://www.example.org/a.pdf")


def test_control_characters_never_reach_a_file(live: Edition) -> None:
    edition = Edition.objects.with_body().get(pk=live.pk)
    edition.title = "题\x02"
    edition.parts.all()[0].intro = "<p>甲\x01\x08\x1b乙</p>"
    said = take(edition, "网")
    for form in ("docx", "txt"):
        text = text_of(form, FORMS[form].write(said, ""))
        assert "甲乙" in text
        assert not set(text) & {"\x01", "\x02", "\x08", "\x1b"}


def test_what_leads_elsewhere_and_what_is_unknown_have_no_forms(
    client: Client, live: Edition, office: Office, people: People
) -> None:
    link = replace(BULLETIN, parts=(), link_only_to="https://www.example.org/")
    released(start_article(link, column=office.news, by=people.lin), people)
    for address_ in (
        "/articles/2/article.txt",
        "/articles/1/article.doc",
        "/articles/9/article.txt",
    ):
        assert client.get(address_).status_code == 404


def test_the_page_offers_them(client: Client, live: Edition) -> None:
    html = client.get("/articles/1/").content.decode()
    for form in WRITTEN:
        assert f'<a href="/articles/1/article.{form}" download>' in html
    assert "article.docx" not in client.get("/articles/1/editions/1/").content.decode()


@pytest.mark.django_db(transaction=True)
def test_two_processes_write_the_same_bytes(live: Edition) -> None:
    """Whatever order sets have in them."""
    connection.close()
    script = (
        "import django, hashlib; django.setup()\n"
        "from django.test import Client\n"
        f"for form in {WRITTEN}:\n"
        "    data = Client().get(f'/articles/1/article.{form}').content\n"
        "    print(hashlib.sha256(data).hexdigest())"
    )
    said = [
        subprocess.run(
            [sys.executable, "-c", script],
            env=os.environ
            | {
                "PYTHONHASHSEED": seed,
                "DATABASE_URL": address(),
                "DJANGO_SETTINGS_MODULE": "config.settings",
                "DATA_DIR": str(settings.DATA_DIR),
                "ALLOWED_HOSTS": "testserver",
            },
            check=True,
            capture_output=True,
        ).stdout
        for seed in ("1", "2")
    ]
    assert said[0] == said[1]
    assert len(said[0].split()) == 3
