"""What was chosen as an attachment is stored, whatever becomes of the fields around it."""

from dataclasses import replace

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from bulletins.drafting import document_of, save_head
from bulletins.drafting.head import head_of
from bulletins.models import Edition, Role, State
from tests.editing.forms import page_of, signed_in, unopened
from tests.office import Office, People, again


@pytest.fixture
def lin(people: People) -> Client:
    return signed_in("lin")


def chosen(name: str = "名单.txt") -> SimpleUploadedFile:
    return SimpleUploadedFile(name, "甲、乙、丙".encode())


def titles(draft: Edition) -> list[str]:
    return [one.title for one in document_of(again(draft)).attachments]


def test_a_wrong_address_costs_no_attachment(lin: Client, draft: Edition, office: Office) -> None:
    form = unopened(draft) | {"head-column": office.notices.pk}
    wrong = form | {"head-source_address": "没有网址", "attachment-new": chosen()}
    page = lin.post(page_of(draft), wrong)
    assert titles(draft) == ["名单"]
    shown = page.content.decode()
    assert 'value="名单"' in shown
    assert "这不是可用的网址" in shown
    seen = page.context["page"].head["seen"].value()
    lin.post(page_of(draft), form | {"head-seen": seen, "head-source": "本报"})
    assert titles(draft) == ["名单"]
    assert document_of(again(draft)).source == "本报"


def test_nor_does_what_a_colleague_saved_in_the_same_field(
    lin: Client, draft: Edition, office: Office
) -> None:
    wang = office.hire("wang", Role.EDITOR)
    form = unopened(draft) | {"head-source": "林报"}
    theirs = head_of(draft)
    theirs = replace(theirs, document=replace(theirs.document, source="王报"))
    save_head(draft, theirs, seen=draft.revision, by=wang)
    page = lin.post(page_of(draft), form | {"attachment-new": chosen()})
    assert titles(draft) == ["名单"]
    assert document_of(again(draft)).source == "王报"
    assert "attachment-" in page.content.decode()


def test_of_several_files_the_sentence_names_the_damaged_one(lin: Client, draft: Edition) -> None:
    bad = SimpleUploadedFile("站点图.png", b"\x89PNG\r\n\x1a\nno picture")
    page = lin.post(page_of(draft), unopened(draft) | {"attachment-new": [chosen(), bad]})
    (said,) = [str(one) for one in page.context["messages"]]
    assert said.startswith("附件“站点图.png”：")
    assert titles(draft) == ["名单"]


def test_who_must_be_told_first_is_told_to_choose_the_file_again(
    draft: Edition, office: Office, people: People
) -> None:
    office.hire("both", Role.EDITOR, Role.FIRST_REVIEWER)
    page = signed_in("both").post(page_of(draft), unopened(draft) | {"attachment-new": chosen()})
    assert any("“名单.txt”没有保存，请再选一次" in str(one) for one in page.context["messages"])
    assert titles(draft) == []


def test_attached_and_submitted_with_one_press(lin: Client, draft: Edition) -> None:
    form = unopened(draft) | {"head-source": "本报", "then": "submit", "attachment-new": chosen()}
    lin.post(page_of(draft), form)
    assert again(draft).state == State.IN_REVIEW
    assert titles(draft) == ["名单"]
