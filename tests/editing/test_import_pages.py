"""导入 through its pages: shown line by line, corrected, a draft or a part; the original is kept."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from bulletins.document.docx.writing import write_docx
from bulletins.drafting import document_of, save_part
from bulletins.drafting.content import part_of
from bulletins.models import EarlierText, Edition, Import, Role
from tests.editing.forms import signed_in
from tests.office import BULLETIN, Office, People, again, saying

pytestmark = pytest.mark.django_db
IMPORT = "/admin/bulletins/edition/import/"
TEXT = """春季工作安排

天 津
一、加强宣传
办好网站。
二、加强管理
定期巡查。
贵 州
一、提升能力
组织培训。
"""


@pytest.fixture
def lin(people: People, places: None) -> Client:
    return signed_in("lin")


def confirm(row: Import) -> str:
    return f"{IMPORT}{row.pk}/"


def pasted(client: Client, text: str, html: str = "") -> Import:
    client.post(IMPORT, {"text": text, "html": html})
    row = Import.objects.order_by("-pk").first()
    assert row is not None
    return row


def test_a_paste_is_shown_as_it_was_understood(lin: Client) -> None:
    page = lin.get(confirm(pasted(lin, TEXT))).content.decode()
    assert "春季工作安排" in page
    assert page.count('<option value="part" selected>') == 2
    assert page.count('<option value="1" selected>') == 3
    assert not Edition.objects.exists()


def test_and_becomes_a_draft_once(lin: Client, office: Office, people: People) -> None:
    row = pasted(lin, TEXT)
    answer = lin.post(confirm(row), {"then": "draft", "column": office.news.pk})
    edition = Edition.objects.get()
    assert answer["Location"] == f"/admin/bulletins/edition/{edition.pk}/change/"
    assert [str(part) for part in edition.parts.all()] == ["天 津", "贵 州"]
    assert [one.user for one in edition.authors.all()] == [people.lin]
    lin.post(confirm(row), {"then": "draft", "column": office.news.pk})
    assert Edition.objects.count() == 1


def test_html_of_the_clipboard_brings_its_structure(lin: Client, office: Office) -> None:
    html = "<html><body><p>一、加强宣传</p><table><tr><td>甲</td><td>乙</td></tr></table></body></html>"
    row = pasted(lin, "一、加强宣传\n甲\t乙", html)
    lin.post(confirm(row), {"then": "draft", "column": office.news.pk})
    assert "<table>" in Edition.objects.get().sections.get().body


def test_a_word_file_is_read_and_kept(lin: Client, office: Office) -> None:
    data = write_docx(BULLETIN)
    lin.post(IMPORT, {"file": SimpleUploadedFile("天津.docx", data)})
    row = Import.objects.get()
    lin.post(confirm(row), {"then": "draft", "column": office.news.pk})
    edition = Edition.objects.get()
    assert [part.heading for part in document_of(edition).parts] == ["天 津", "贵 州"]
    kept = lin.get(f"{confirm(row)}original/")
    assert b"".join(kept.streaming_content) == data  # type: ignore[attr-defined]
    assert kept["Content-Type"] == "application/octet-stream"
    assert "attachment" in kept["Content-Disposition"]


def test_corrections_come_before_anything_is_stored(lin: Client, office: Office) -> None:
    row = pasted(lin, TEXT)
    page = lin.get(confirm(row)).context["lines"]
    heading = next(line.item.index for line in page if line.item.text == "加强管理")
    region = next(line.item.index for line in page if line.item.text == "贵 州")
    form = {f"kind-{heading}": "text", f"kind-{region}": "part", f"region-{region}": "四川"}
    lin.post(confirm(row), form | {"then": "draft", "column": office.news.pk})
    tianjin, other = Edition.objects.get().parts.all()
    assert [section.heading for section in tianjin.sections.all()] == ["加强宣传"]
    assert "二、加强管理" in tianjin.sections.get().body
    assert (other.region_id, other.heading) == ("510000", "贵 州")


def test_a_region_that_cannot_be_read_is_said_at_its_line(lin: Client) -> None:
    row = pasted(lin, TEXT)
    region = next(
        line.item.index
        for line in lin.get(confirm(row)).context["lines"]
        if line.item.text == "贵 州"
    )
    form = {f"kind-{region}": "part", f"region-{region}": "火星", "then": "check"}
    assert "没有叫“火星”的地区" in lin.post(confirm(row), form).content.decode()


def test_a_doubtful_line_is_marked_where_it_stands(lin: Client) -> None:
    page = lin.get(confirm(pasted(lin, TEXT.replace("二、加强管理", "四、加强管理"))))
    line = next(one for one in page.context["lines"] if one.item.text == "加强管理")
    assert any("序号不连续" in notice for notice in line.notices)


@pytest.mark.parametrize(
    ("form", "said"),
    [
        ({}, "请选择文件，或把内容粘贴到框中"),
        ({"text": "   "}, "请选择文件，或把内容粘贴到框中"),
        ({"file": ("a.pdf", b"%PDF-1.4 scan")}, "另存为 .docx"),
        ({"file": ("a.doc", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600)}, "另存为 .docx"),
        ({"file": ("a.docx", b"PK\x03\x04 broken")}, "docx"),
        ({"file": ("a.png", b"\x89PNG\r\n\x1a\n")}, "图片"),
    ],
)
def test_what_cannot_be_read_is_refused_with_a_sentence(
    lin: Client, form: dict[str, object], said: str
) -> None:
    sent = {
        name: SimpleUploadedFile(*value) if isinstance(value, tuple) else value
        for name, value in form.items()
    }
    page = lin.post(IMPORT, sent)
    assert page.status_code == 200
    assert said in page.content.decode()
    assert not Import.objects.exists()


def test_one_regions_file_replaces_its_part_of_an_open_draft(lin: Client, draft: Edition) -> None:
    row = pasted(lin, "天 津\n一、加强宣传\n办好网站和公众号。\n二、加强管理\n定期巡查。")
    address = f"{confirm(row)}part/?edition={draft.pk}"
    page = lin.get(address)
    target = page.context["target"]
    assert str(target.part) == "天 津"
    assert not target.difference.is_empty
    form = page.context["form"].data | {"edition": draft.pk, "do": "1"}
    lin.post(f"{confirm(row)}part/", form)
    tianjin, guizhou = again(draft).parts.all()
    assert tianjin.sections.first().body == "<p>办好网站和公众号。</p>"  # type: ignore[union-attr]
    assert guizhou.revision == 1
    assert EarlierText.objects.get().key == tianjin.key
    assert Import.objects.get().edition == draft


def test_one_regions_file_becomes_a_new_part(lin: Client, draft: Edition) -> None:
    row = pasted(lin, "四川省工作要点\n一、数字乡村\n推进建设。")
    form = {"edition": draft.pk, "target": "new", "region": "四川", "heading": "四 川", "do": "1"}
    lin.post(f"{confirm(row)}part/", form)
    part = again(draft).parts.last()
    assert part is not None
    assert (part.region_id, part.heading) == ("510000", "四 川")
    assert part.sections.get().heading == "数字乡村"


def test_a_part_changed_meanwhile_is_shown_again_before_it_is_replaced(
    lin: Client, draft: Edition, people: People
) -> None:
    row = pasted(lin, "天 津\n一、加强宣传\n导入的。")
    form = lin.get(f"{confirm(row)}part/?edition={draft.pk}").context["form"].data
    part = draft.parts.get(region="120000")
    save_part(part, saying(part_of(part), "同事刚写的"), seen=1, by=people.lin)
    sent = dict(form) | {"edition": draft.pk, "do": "1"}
    page = lin.post(f"{confirm(row)}part/", sent)
    assert "刚被别人改过" in page.content.decode()
    assert "同事刚写的" in page.content.decode()
    assert draft.parts.get(pk=part.pk).intro == "<p>同事刚写的</p>"


def test_another_persons_import_is_not_there(lin: Client, office: Office) -> None:
    row = pasted(lin, TEXT)
    office.hire("wang", Role.EDITOR)
    wang = signed_in("wang")
    for address in (confirm(row), f"{confirm(row)}part/?edition=1", f"{confirm(row)}original/"):
        assert wang.get(address).status_code == 404
    assert wang.post(confirm(row), {"then": "draft"}).status_code == 404


def test_a_reviewer_may_hold_the_original_beside_the_draft(
    lin: Client, office: Office, people: People
) -> None:
    row = pasted(lin, TEXT)
    lin.post(confirm(row), {"then": "draft", "column": office.news.pk})
    kept = signed_in("chu").get(f"{confirm(row)}original/")
    assert b"".join(kept.streaming_content).decode() == TEXT  # type: ignore[attr-defined]


def test_who_writes_nowhere_finds_no_import(people: People) -> None:
    assert signed_in("chu").get(IMPORT).status_code == 404


def test_a_column_she_may_not_write_in_is_not_offered_and_not_taken(
    office: Office, places: None
) -> None:
    office.hire("near", Role.EDITOR, column=office.news)
    near = signed_in("near")
    row = pasted(near, TEXT)
    columns = near.get(confirm(row)).context["columns"]
    assert set(columns) == {office.news, office.local}
    near.post(confirm(row), {"then": "draft", "column": office.notices.pk})
    assert not Edition.objects.exists()
