"""回收站: nothing that was discarded or removed is lost, and each thing comes back with its key."""

from dataclasses import replace

import pytest

from bulletins import workflow
from bulletins.document.tree import Document, DocumentAttachment
from bulletins.drafting import bring_back, document_of, remove_part, save_head, start_article
from bulletins.drafting.head import head_of
from bulletins.models import Edition, Role
from bulletins.permissions import Hidden, Refused
from tests.editing.forms import page_of, signed_in
from tests.office import BULLETIN, NOTICE, Office, People, again, submitted

pytestmark = pytest.mark.django_db
BIN = "/admin/bulletins/edition/bin/"
TWO = (DocumentAttachment("甲表", "https://a.example.cn/"), DocumentAttachment("乙表", ""))


@pytest.fixture
def with_files(office: Office, people: People, places: None) -> Edition:
    document: Document = replace(BULLETIN, attachments=TWO)
    return start_article(document, column=office.news, by=people.lin)


def take_out(edition: Edition, people: People, title: str) -> None:
    head = head_of(again(edition))
    left = tuple(one for one in head.document.attachments if one.title != title)
    wanted = replace(head, document=replace(head.document, attachments=left))
    save_head(edition, wanted, seen=again(edition).revision, by=people.lin)


def said(edition: Edition) -> list[tuple[str, str, str]]:
    found = document_of(Edition.objects.get(pk=edition.pk)).attachments
    return [(one.title, one.address, one.key) for one in found]


def test_an_attachment_comes_back_with_its_key_and_address(
    with_files: Edition, people: People
) -> None:
    before = said(with_files)
    take_out(with_files, people, "甲表")
    client = signed_in("lin")
    assert "甲表" in client.get(BIN).content.decode()
    removed = with_files.removed_attachments.get()
    answer = client.post(BIN, {"attachment": removed.pk})
    assert answer["Location"] == f"{page_of(with_files)}#attachment-{removed.key}"
    assert said(with_files) == before[::-1]
    client.get(page_of(with_files))  # and what it says of it
    assert "甲表" not in client.get(BIN).content.decode()


def test_it_comes_back_once(with_files: Edition, people: People) -> None:
    take_out(with_files, people, "甲表")
    removed = with_files.removed_attachments.get()
    assert bring_back(removed, by=people.lin)
    assert not bring_back(removed, by=people.lin)
    assert len(said(with_files)) == 2


def test_what_came_back_by_an_earlier_text_is_not_in_the_bin(
    with_files: Edition, people: People
) -> None:
    before = head_of(with_files)
    take_out(with_files, people, "甲表")
    save_head(with_files, before, seen=again(with_files).revision, by=people.lin)
    assert not with_files.removed_attachments.exists()


def test_nothing_is_put_into_what_was_submitted(with_files: Edition, people: People) -> None:
    take_out(with_files, people, "乙表")
    edition = submitted(with_files, people)
    assert "乙表" not in signed_in("lin").get(BIN).content.decode()
    with pytest.raises(Refused, match="撤回"):
        bring_back(edition.removed_attachments.get(), by=people.lin)


def test_a_part_comes_back_from_the_bin_with_its_key(draft: Edition, people: People) -> None:
    part = draft.parts.get(region="120000")
    remove_part(part, seen=1, by=people.lin)
    client = signed_in("lin")
    assert "天 津" in client.get(BIN).content.decode()
    text = draft.earlier_texts.get(removed=True)
    way = f"/admin/bulletins/edition/{draft.pk}/earlier/"
    client.post(way, {"text": text.pk, "seen": again(draft).changes})
    assert draft.parts.get(region="120000").key == part.key
    client.get(page_of(draft))  # and what it says of it
    assert "天 津" not in client.get(BIN).content.decode()


def test_a_discarded_draft_has_its_way_back(draft: Edition, people: People) -> None:
    workflow.discard(draft, by=people.lin)
    page = signed_in("lin").get(BIN).content.decode()
    assert f"/admin/bulletins/edition/{draft.pk}/next/" in page


def test_the_bin_of_one_shows_nothing_of_others(
    with_files: Edition, office: Office, people: People
) -> None:
    gone = start_article(NOTICE, column=office.notices, by=people.lin)
    workflow.discard(gone, by=people.lin)
    take_out(with_files, people, "甲表")
    other = start_article(BULLETIN, column=office.news, by=people.lin)
    remove_part(other.parts.get(region="520000"), seen=1, by=people.lin)
    office.hire("jin", Role.EDITOR, column=office.news, region="120000")
    page = signed_in("jin").get(BIN).content.decode()
    assert "回收站是空的" in page
    assert signed_in("chu").get(BIN).status_code == 404
    removed = with_files.removed_attachments.get()
    assert signed_in("jin").post(BIN, {"attachment": removed.pk}).status_code == 404
    with pytest.raises((Hidden, Refused)):
        bring_back(removed, by=people.chu)
