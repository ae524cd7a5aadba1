"""The editor's text on its way in and out: nothing hostile, nothing fetched, pictures by content."""

import base64
import io
import re
from typing import Any

import pytest
from django.test import Client
from PIL import Image

from accounts.models import User
from bulletins.document.html.part_form import write_part_html
from bulletins.document.tree import DocumentPart
from bulletins.drafting import document_of
from bulletins.editing.richtext import editor_config, for_editor, from_editor
from bulletins.editing.richtext.fields import PartTextField, TextField
from bulletins.models import Edition, FileUse, Part, Role, Section, StoredFile
from tests.document.hostile.test_payloads import PAYLOADS, Inspector
from tests.editing.forms import opened, page_of, signed_in, unopened
from tests.office import Office, People

pytestmark = pytest.mark.django_db


@pytest.fixture
def lin(people: People) -> User:
    return people.lin


def picture(color: str = "red", kind: str = "PNG") -> bytes:
    out = io.BytesIO()
    Image.new("RGB", (20, 10), color).save(out, kind)
    return out.getvalue()


def data_address(data: bytes) -> str:
    return f"data:image/png;base64,{base64.b64encode(data).decode()}"


def objections(html: str) -> list[str]:
    inspector = Inspector()
    inspector.feed(html)
    return inspector.objections


def test_every_payload_comes_out_of_a_text_field_harmless(lin: User) -> None:
    field = TextField(by=lin)
    for payload in PAYLOADS:
        assert not objections(field.clean(f"<p>字</p>{payload}<p>字</p>")), payload


def test_every_payload_comes_out_of_a_parts_editor_harmless(lin: User) -> None:
    field = PartTextField(part=DocumentPart(), by=lin)
    for payload in PAYLOADS:
        part = field.clean(f"<h3>{payload}</h3><p>{payload}</p>{payload}")
        for html in (part.intro, *(section.body for section in part.sections)):
            assert not objections(html), payload


def test_what_was_written_into_the_tables_is_cleaned_before_an_editor_gets_it(
    lin: User, draft: Edition
) -> None:
    """A shell may put anything there: the last door is before the browser."""
    page = signed_in("lin")
    Section.objects.filter(edition=draft).update(body="<p onclick=x()>甲<script>x()</script></p>")
    Part.objects.filter(edition=draft).update(intro="<img src=x onerror=x()>乙")
    html = page.get(page_of(draft)).content.decode()
    assert "onclick" not in html
    assert "onerror" not in html
    assert "x()" not in html


def test_a_pasted_picture_with_its_bytes_is_stored_anew(lin: User) -> None:
    html = from_editor(f'<p>前<img src="{data_address(picture())}" alt="图">后</p>', by=lin)
    file = StoredFile.objects.get()
    assert f'src="file:{file.pk}"' in html
    assert (file.width, file.height, file.type) == (20, 10, "image/png")


def test_a_picture_from_elsewhere_is_not_fetched_but_marked(lin: User) -> None:
    html = TextField(by=lin).clean('<p>前<img src="https://example.org/a.png" alt="会场">后</p>')
    assert "<img" not in html
    assert "图片未取用：会场" in html
    assert html.startswith("<p>前")
    assert not StoredFile.objects.exists()


@pytest.mark.parametrize(
    "source", ["data:image/svg+xml;base64,PHN2Zz4=", "data:text/html,<b>x", "file:///etc/passwd"]
)
def test_what_is_no_picture_is_not_stored(lin: User, source: str) -> None:
    assert "<img" not in TextField(by=lin).clean(f'<p>字<img src="{source}"></p>')
    assert not StoredFile.objects.exists()


def test_a_stored_picture_goes_to_the_editor_and_back(lin: User) -> None:
    stored = from_editor(f'<p><img src="{data_address(picture())}" alt="图"></p>', by=lin)
    shown = for_editor(stored)
    assert "file:" not in shown
    assert from_editor(shown, by=lin) == stored
    assert from_editor(shown.replace('src="/', 'src="http://any.host/'), by=lin) == stored


def test_the_editor_knows_nothing_the_sanitiser_does_not() -> None:
    config = editor_config(headings=True)
    for name in (
        "sourcearea",
        "iframe",
        "flash",
        "forms",
        "exportpdf",
        "scayt",
        "wsc",
        "uploadimage",
    ):
        assert name in config["removePlugins"].split(",")
    assert "script" not in config["allowedContent"]
    assert config["versionCheck"] is False
    assert "style" not in re.sub(r"\{.*?\}", "", config["allowedContent"])


def test_a_picture_is_uploaded_looked_at_and_seen_by_who_may(
    lin: User, draft: Edition, office: Office
) -> None:
    page = signed_in("lin")
    answer = upload(page, picture(kind="JPEG")).json()
    assert status(page, answer["address"]) == 200
    office.hire("far", Role.EDITOR, column=office.notices)
    assert status(signed_in("far"), answer["address"]) == 404
    assert status(Client(), answer["address"]) == 302


def status(client: Client, address: str) -> int:
    """What the address answers, its file read to the end."""
    answer = client.get(address)
    if answer.streaming:
        assert b"".join(answer.streaming_content)  # type: ignore[attr-defined]
    return answer.status_code


def upload(client: Client, data: bytes, name: str = "会场.jpg") -> Any:
    file = io.BytesIO(data)
    file.name = name
    return client.post("/admin/bulletins/edition/pictures/", {"picture": file, "alt": "会场"})


def test_a_picture_in_a_text_is_seen_by_its_readers_and_nobody_else(
    lin: User, draft: Edition, office: Office, people: People
) -> None:
    part = draft.parts.get(region="120000")
    html = f'{write_part_html(DocumentPart())}<p><img src="{data_address(picture())}" alt=""></p>'
    form = unopened(draft) | opened(part, DocumentPart("120000", "天 津"), "天津市")
    signed_in("lin").post(page_of(draft), form | {f"part-{part.key}-text": html})
    file = StoredFile.objects.get()
    assert FileUse.objects.filter(edition=draft, file=file).exists()
    address = f"/admin/bulletins/edition/files/{file.pk}/"
    office.hire("tian", Role.CONTRIBUTOR, region="120000")
    office.hire("gui", Role.CONTRIBUTOR, region="520000")
    assert status(signed_in("chu"), address) == 200
    assert status(signed_in("tian"), address) == 200
    assert status(signed_in("gui"), address) == 404
    assert "file:" in document_of(Edition.objects.get(pk=draft.pk)).parts[0].intro


def test_who_writes_nowhere_uploads_nothing(people: People) -> None:
    assert upload(signed_in("chu"), picture()).status_code == 404
    assert not StoredFile.objects.exists()


def test_an_upload_without_its_token_is_refused(people: People) -> None:
    strict = Client(enforce_csrf_checks=True)
    strict.login(username="lin", password="lin")
    assert upload(strict, picture()).status_code == 403


@pytest.mark.parametrize(
    "data",
    [
        b"<svg xmlns='http://www.w3.org/2000/svg'><script>alert(1)</script></svg>",
        b"GIF89a<script>alert(1)</script>",
        b"\x89PNG\r\n\x1a\nnot really",
        b"",
        b"%PDF-1.4",
    ],
)
def test_what_only_calls_itself_a_picture_is_refused_with_a_sentence(
    people: People, data: bytes
) -> None:
    answer = upload(signed_in("lin"), data)
    assert answer.status_code == 400
    assert "图片" in answer.json()["error"]
    assert not StoredFile.objects.exists()
