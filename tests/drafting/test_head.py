"""The fields around the parts: title, dates, tags, attachments, column."""

from dataclasses import replace
from datetime import UTC, date, datetime
from typing import Any

import pytest
from taggit.models import Tag

from bulletins.document.html.kept import read_kept
from bulletins.document.tree import DocumentAttachment
from bulletins.drafting import document_of, save_head, start_article
from bulletins.drafting.head import Head, head_of
from bulletins.models import Column, EarlierText, Edition, FileUse, Role, StoredFile
from bulletins.permissions import Refused
from tests.office import BULLETIN, NOTICE, Office, People, again

SHA = "ab" * 32


def saying(edition: Edition, **fields: Any) -> Head:
    head = head_of(again(edition))
    return replace(head, document=replace(head.document, **fields))


def save(edition: Edition, people: People, **fields: Any) -> bool:
    head = saying(edition, **fields)
    return save_head(edition, head, seen=again(edition).revision, by=people.lin)


@pytest.fixture
def picture(people: People) -> StoredFile:
    return StoredFile.objects.create(
        sha256=SHA,
        name="图.png",
        type="image/png",
        size=1,
        width=1,
        height=1,
        uploaded_by=people.lin,
    )


def test_every_field_of_the_head_is_stored_and_read_back(
    draft: Edition, people: People, picture: StoredFile
) -> None:
    said = {
        "title": "新标题",
        "subtitle": "副标题",
        "list_title": "列表标题",
        "lead": "<p>前言</p>",
        "closing": '<p class="right">某单位</p>',
        "source": "海河发布",
        "source_address": "https://example.org/1",
        "link_only_to": "https://example.org/2",
        "written_date": date(2024, 3, 1),
        "document_number": "某发〔2024〕1号",
        "index_number": "000014349/2024-00001",
        "issuing_body": "某办公室",
        "responsible_editor": "林",
        "closes_at": datetime(2030, 1, 1, tzinfo=UTC),
        "change_note": "更正数字",
        "tags": ("乙", "甲"),
    }
    attachments = (
        DocumentAttachment("附件一", f"file:{SHA}", "aaaaaa"),
        DocumentAttachment("附件二", "https://example.org/a.doc", "bbbbbb"),
        DocumentAttachment("附件三", "", "cccccc"),
    )
    assert save(draft, people, **said, attachments=attachments)
    stored = document_of(again(draft))
    assert {name: getattr(stored, name) for name in said} == said
    assert stored.attachments == attachments
    assert stored.parts == document_of(again(draft)).parts
    assert not save(draft, people, **said, attachments=attachments)


def test_what_the_head_said_before_is_kept(draft: Edition, people: People) -> None:
    before = head_of(draft).document
    save(draft, people, title="新标题", tags=())
    assert read_kept(EarlierText.objects.get().html) == before


def test_a_picture_in_the_lead_is_one_of_the_editions(
    draft: Edition, people: People, picture: StoredFile
) -> None:
    save(draft, people, lead=f'<p><img src="file:{SHA}" alt="图"></p>')
    assert FileUse.objects.get().edition == draft


def test_a_known_tag_keeps_its_spelling(draft: Edition, people: People) -> None:
    Tag.objects.create(name="WiFi")
    save(draft, people, tags=("wifi", "网络"))
    assert document_of(again(draft)).tags == ("WiFi", "网络")
    assert Tag.objects.count() == 2


def test_a_draft_is_moved_where_she_may_write(
    draft: Edition, office: Office, people: People
) -> None:
    wang = office.hire("wang", Role.EDITOR, column=office.news)
    head = replace(head_of(draft), column=office.local)
    save_head(draft, head, seen=1, by=wang)
    assert again(draft).column == office.local
    with pytest.raises(Refused, match="没有栏目“通知公告”的编辑授权"):
        save_head(draft, replace(head, column=office.notices), seen=2, by=wang)


def test_a_draft_is_not_moved_into_a_stopped_column(
    draft: Edition, office: Office, people: People
) -> None:
    Column.objects.filter(pk=office.notices.pk).update(active=False)
    stopped = Column.objects.get(pk=office.notices.pk)
    with pytest.raises(Refused, match="停用或冻结"):
        save_head(draft, replace(head_of(draft), column=stopped), seen=1, by=people.lin)
    with pytest.raises(Refused, match="停用或冻结"):
        start_article(NOTICE, column=stopped, by=people.lin)


def test_a_kind_of_change_that_does_not_exist_is_refused(draft: Edition, people: People) -> None:
    with pytest.raises(Refused, match="没有这种修改类别"):
        save_head(draft, replace(head_of(draft), change_kind="x"), seen=1, by=people.lin)


def test_a_new_article_says_what_the_document_says(
    office: Office, people: People, places: None
) -> None:
    edition = start_article(BULLETIN, column=office.news, by=people.lin)
    said = document_of(again(edition))
    keyless = [
        replace(part, key="", sections=tuple(replace(one, key="") for one in part.sections))
        for part in said.parts
    ]
    assert replace(said, column="", parts=tuple(keyless)) == BULLETIN
