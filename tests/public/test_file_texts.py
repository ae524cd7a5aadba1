"""The page on which an attachment is read, and what an article says of its attachments."""

from dataclasses import replace
from typing import Any

import pytest
from django.test import Client
from pytest_django import DjangoAssertNumQueries

from bulletins import workflow
from bulletins.document.tree import Document, DocumentAttachment
from bulletins.drafting import save_head, start_article
from bulletins.drafting.head import head_of
from bulletins.files import store_attachment
from bulletins.filetexts import read_due
from bulletins.models import Edition, FileText, StoredFile
from bulletins.public.file_texts import NO_TEXT, NOT_YET, PAGES, ROWS
from bulletins.public.showing import preview_context
from tests.files import samples
from tests.office import BULLETIN, Office, People, again, changed, released

pytestmark = pytest.mark.django_db
ROWS_OF_A_LIST: samples.Rows = [["姓名", "人数"], ["<b>甲</b>", 3.0], ["乙", 4.0]]
FILES = {
    "名单.xlsx": samples.xlsx(ROWS_OF_A_LIST, title="报名名单", hidden="内部的话"),
    "办法.docx": samples.word("一段话"),
    "手册.pdf": samples.pdf("one", "two"),
    "旧件.doc": b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(100),
}


def attached(people: People, files: dict[str, bytes]) -> Document:
    kept = {name: store_attachment(data, name, by=people.lin).pk for name, data in files.items()}
    attachments = (
        DocumentAttachment(name.split(".")[0], f"file:{pk}") for name, pk in kept.items()
    )
    return replace(BULLETIN, attachments=tuple(attachments))


@pytest.fixture
def live(office: Office, people: People, places: None) -> Edition:
    return released(
        start_article(attached(people, FILES), column=office.news, by=people.lin), people
    )


@pytest.fixture
def texts(live: Edition) -> Edition:
    list(read_due())
    return live


def place(name: str) -> str:
    return f"/articles/1/files/{StoredFile.objects.get(name=name).pk}/text/"


def html(client: Client, address: str, status: int = 200) -> str:
    answer: Any = client.get(address)
    assert answer.status_code == status
    return str(answer.content.decode())


def test_the_article_says_what_each_file_is(client: Client, texts: Edition) -> None:
    said = html(client, "/articles/1/")
    assert "PDF 文档，2 页，" in said
    assert "Excel 表格，" in said
    for name in FILES:
        assert (place(name) in said) is (name != "旧件.doc")


def test_a_table_is_a_table(client: Client, texts: Edition) -> None:
    said = html(client, place("名单.xlsx"))
    assert '<p class="center">报名名单</p>' in said
    assert '<th scope="col">姓名</th><th scope="col">人数</th>' in said
    assert "<td>&lt;b&gt;甲&lt;/b&gt;</td><td>3</td>" in said
    assert "内部的话" not in said
    assert "<h2>名单</h2>" in said


def test_a_word_file_and_pages_are_read(client: Client, texts: Edition) -> None:
    said = html(client, place("办法.docx"))
    assert "<p><strong>报名办法</strong></p><p>一段话</p>" in said
    said = html(client, place("手册.pdf"))
    assert "<h2>第 2 页</h2>" in said
    assert "<p>two</p>" in said


def test_what_has_no_text_says_so(client: Client, live: Edition) -> None:
    assert NO_TEXT in html(client, place("旧件.doc"))
    assert NOT_YET in html(client, place("名单.xlsx"))
    assert "看文字版" not in html(client, "/articles/1/")
    list(read_due())
    assert NO_TEXT in html(client, place("旧件.doc"))
    answer = client.get(place("名单.xlsx"))
    assert answer["X-Robots-Tag"] == "noindex"
    assert f'href="{place("名单.xlsx").removesuffix("/text/")}" download' in answer.content.decode()


def test_long_ones_are_shown_in_part(client: Client, texts: Edition) -> None:
    rows = [["姓名", "人数"], *[["甲", "一"]] * 300]
    table = FileText.objects.filter(file__name="名单.xlsx")
    table.update(leaves=[{"name": "表", "rows": rows, "total": 1301}])
    said = html(client, place("名单.xlsx"))
    assert said.count("<tr>") == ROWS
    assert f"其余 {1301 - ROWS} 行请下载原件。" in said
    leaves = [{"name": str(at), "lines": ["文"]} for at in range(1, PAGES + 9)]
    FileText.objects.filter(file__name="手册.pdf").update(leaves=leaves, pages=PAGES + 8)
    said = html(client, place("手册.pdf"))
    assert f"这里是前 {PAGES} 页，其余请下载原件。" in said
    assert said.count("<h2") == PAGES


def test_what_a_stranger_wrote_stays_words(client: Client, texts: Edition) -> None:
    evil = '<p onclick="x()">甲<script>alert(1)</script></p>'
    FileText.objects.filter(file__name="办法.docx").update(leaves=[{"name": "", "html": evil}])
    said = html(client, place("办法.docx"))
    assert "onclick" not in said
    assert "alert(1)" not in said


def test_it_is_as_public_as_its_file(
    client: Client, texts: Edition, office: Office, people: People
) -> None:
    secret = attached(people, {"密件.txt": "密文".encode()})
    draft = start_article(secret, column=office.news, by=people.lin)
    list(read_due())
    address = place("密件.txt")
    html(client, address, 404)
    assert FileText.objects.get(file__name="密件.txt").leaves  # read, and told nobody
    (seen,) = preview_context(draft, "/preview/{}".format)["attachments"]
    assert (seen["known"].kind, seen["text"]) == ("文本文件", "")
    workflow.withdraw(texts.article, "wrong", by=people.zhi, reason="因")
    html(client, place("名单.xlsx"), 410)


def test_earlier_texts_keep_theirs_until_they_are_closed(
    client: Client, texts: Edition, people: People
) -> None:
    address = place("名单.xlsx")
    for kind, status in (("correction", 200), ("privacy", 410)):
        fresh = changed(Edition.objects.latest("pk"), people, f"改{kind}", kind)
        head = head_of(again(fresh))
        fewer = replace(head, document=replace(head.document, attachments=()))
        save_head(fresh, fewer, seen=again(fresh).revision, by=people.lin)
        released(again(fresh), people)
        html(client, address, status)
    html(client, f"/articles/1/files/{'a' * 64}/text/", 404)
    html(client, f"{address}?page=2", 410)


def test_questions_are_few(
    client: Client, texts: Edition, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    addresses = "/articles/1/", place("名单.xlsx")
    for address in addresses:
        client.get(address)
    with django_assert_num_queries(3):  # one more than without attachments
        client.get(addresses[0])
    with django_assert_num_queries(2):
        client.get(addresses[1])
