"""A file is saved under the title that its text gives it, whoever brought its bytes first."""

from dataclasses import replace

import pytest
from django.test import Client
from django.urls import reverse

from bulletins.document.tree import DocumentAttachment
from bulletins.drafting import start_article
from bulletins.files import store_attachment
from tests.editing.forms import page_of, signed_in, unopened
from tests.office import NOTICE, Office, People, again, released

pytestmark = pytest.mark.django_db
PDF = b"%PDF-1.7\n..."


def test_the_name_of_a_file_is_its_title_in_this_text(
    office: Office, people: People, places: None
) -> None:
    file = store_attachment(PDF, "内部稿-张某某.pdf", by=people.lin)
    named = replace(NOTICE, attachments=(DocumentAttachment("名单：/公示", f"file:{file.pk}"),))
    edition = released(start_article(named, column=office.notices, by=people.lin), people)
    answer = Client().get(reverse("file", args=[edition.article.number, file.pk]))
    answer.close()
    said = answer["Content-Disposition"]
    assert "%E5%90%8D%E5%8D%95" in said  # 名单
    assert said.endswith(".pdf")
    assert "%E5%BC%A0" not in said  # 张


def test_attachments_are_put_in_order(office: Office, people: People, places: None) -> None:
    named = tuple(DocumentAttachment(name, "https://example.cn/") for name in "甲乙丙")
    draft = start_article(replace(NOTICE, attachments=named), column=office.notices, by=people.lin)
    keys = {one.title: one.key for one in draft.attachments.all()}
    order = f"{keys['丙']} {keys['甲']} {keys['乙']}"
    signed_in("lin").post(page_of(draft), unopened(draft) | {"attachment-order": order})
    assert [one.title for one in again(draft).attachments.all()] == ["丙", "甲", "乙"]
