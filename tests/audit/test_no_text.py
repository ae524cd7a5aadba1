"""The chain never holds a text of the site: it cannot be erased from there."""

from dataclasses import replace
from datetime import timedelta

import pytest
from django.utils import timezone

from accounts.audit import verifying
from accounts.models import AuditEntry, Remark
from bulletins import drafting, reporting, workflow
from bulletins.commenting import comment, reopen, resolve
from bulletins.document.tree import Document, DocumentAttachment, DocumentPart, DocumentSection
from bulletins.drafting.content import part_of
from bulletins.drafting.head import head_of
from bulletins.editing.admin.deeds import deed
from bulletins.importing import become_draft, become_part, receive, understand_paste
from bulletins.models import Column, Edition, Grant, Import, Role
from bulletins.permissions.granting import give, take_back
from bulletins.previews import make_link, revoke_link
from bulletins.workflow.columns import confirm_fewer_stages, save_column
from bulletins.workflow.verbs import EDITION_VERBS
from tests.office import Office, People, again, amended, released, scheduled, submitted

MARK = "绝不外传"
SAID = f"<p>{MARK}</p>"
PART = DocumentPart(None, MARK, SAID, (DocumentSection(1, MARK, SAID),))
WHOLE = Document(
    title=MARK,
    subtitle=MARK,
    list_title=MARK,
    lead=SAID,
    closing=SAID,
    source=MARK,
    source_address=f"https://example.org/{MARK}",
    document_number=MARK,
    index_number=MARK,
    issuing_body=MARK,
    responsible_editor=MARK,
    change_note=MARK,
    tags=(MARK,),
    attachments=(DocumentAttachment(MARK, f"https://example.org/{MARK}"),),
    parts=(PART, PART),
)
OF_DRAFTS = {
    *("start", "start_edition", "save_head", "save_part", "add_part", "remove_part"),
    *("arrange_parts", "receive", "import", "import_part"),
    *("comment", "resolve_comment", "reopen_comment"),
    *("make_preview_link", "revoke_preview_link"),
}
OF_REPORTS = {"take_up_report", "answer_report", "dismiss_report", "empty_report"}
OF_THE_OFFICE = {"grant", "revoke", "save_column", "confirm_fewer_stages"}


@pytest.fixture
def marked(office: Office, people: People, places: None) -> Edition:
    """Every text of it is the mark."""
    Column.objects.update(name=MARK)
    return drafting.start_article(WHOLE, column=Column.objects.get(slug="news"), by=people.lin)


def write_everything(edition: Edition, people: People) -> None:
    lin = people.lin
    first, second = edition.parts.all()
    drafting.save_part(first, replace(part_of(first), intro=SAID * 2), seen=1, by=lin)
    drafting.arrange_parts(edition, [second.key, first.key], by=lin)
    drafting.add_part(edition, PART, by=lin)
    drafting.remove_part(second, seen=1, by=lin)
    head = head_of(again(edition))
    head = replace(head, document=replace(head.document, subtitle=MARK * 2))
    drafting.save_head(edition, head, seen=again(edition).revision, by=lin)
    said = comment(edition, first.key, MARK, by=lin)
    resolve(edition, said.pk, by=lin)
    reopen(edition, said.pk, by=lin)
    shown = make_link(edition, by=lin, note=MARK)
    revoke_link(edition, shown.link.pk, by=lin)
    one, other = (_received(people) for _ in range(2))
    become_part(one, PART, edition=edition, instead_of=None, by=lin)
    become_draft(other, column=edition.column, by=lin)


def _received(people: People) -> Import:
    text = f"{MARK}\n一、{MARK}\n{MARK}。"
    return receive(understand_paste(text), MARK.encode(), MARK, by=people.lin)


def take_every_verb(edition: Edition, people: People) -> None:
    lin, chu, zhong, zhi = people.lin, people.chu, people.zhong, people.zhi
    later = timezone.now() + timedelta(days=2)
    workflow.set_aside(edition, by=lin, reason=MARK)
    workflow.resume(edition, by=lin)
    workflow.recall(submitted(edition, people), by=lin)
    sealed = submitted(edition, people)
    workflow.approve(sealed, digest=sealed.digest, by=chu, comment=MARK, report={"五关": MARK})
    workflow.send_back(sealed, digest=sealed.digest, by=people.fu, reason=MARK)
    first = released(edition, people)
    second = scheduled(amended(first, people, MARK * 3), people, later)
    workflow.reschedule(second, by=zhi, at=later + timedelta(days=1))
    workflow.cancel_release(second, by=zhong, reason=MARK)
    workflow.recall(second, by=lin)
    workflow.release_urgently(submitted(second, people), by=zhi, reason=MARK)
    workflow.discard(amended(second, people, MARK * 4), by=lin, reason=MARK)


def answer_reports(edition: Edition, people: People) -> None:
    number = edition.article.number or 0
    about = reporting.subject_of(number, edition.parts.all()[0].key)
    assert about
    for form in ("answered", "dismissed"):
        report = reporting.receive(about, reporting.Said("typo", MARK, MARK, MARK), form=form)
        reporting.take_up(report, seen=0, by=people.zhi)
        if form == "answered":
            reporting.answer(report, "已改。", seen=1, by=people.zhi)
        else:
            reporting.dismiss(report, "unclear", seen=1, by=people.zhi)
        reporting.empty(report, seen=2, by=people.zhi)


def run_the_office(office: Office, people: People) -> None:
    wei, yang = (office.hire(name, Role.ADMINISTRATOR) for name in ("wei", "yang"))
    grant = Grant(user=people.lin, role=Role.DESK, column=office.notices)
    give(grant, by=wei)
    take_back(grant, by=wei)
    column = Column.objects.get(pk=office.news.pk)
    column.description, column.keywords, column.review_stages = MARK, MARK, 1
    save_column(column, by=wei)
    confirm_fewer_stages(column, column.fewer_stages, by=yang)


def test_no_entry_holds_a_text(marked: Edition, office: Office, people: People) -> None:
    write_everything(marked, people)
    take_every_verb(marked, people)
    answer_reports(again(marked), people)
    run_the_office(office, people)
    entries = list(AuditEntry.objects.values())
    built = {verb.name for verb in EDITION_VERBS}
    assert {entry["action"] for entry in entries} >= built | OF_DRAFTS | OF_REPORTS | OF_THE_OFFICE
    assert [entry for entry in entries if MARK in str(entry)] == []
    assert {
        entry["action"] for entry in entries if deed(entry["action"]) == entry["action"]
    } == set()
    assert list(verifying.faults()) == []


def test_what_a_person_said_is_in_a_remark_that_can_be_erased(
    marked: Edition, people: People
) -> None:
    workflow.set_aside(marked, by=people.lin, reason=MARK)
    entry = AuditEntry.objects.get(action="set_aside")
    remark = Remark.objects.get()
    assert (remark.pk, remark.text) == (entry.remark_id, MARK)
    Remark.objects.update(text="", salt="")
    assert list(verifying.faults()) == []
