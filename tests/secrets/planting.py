"""An office full of secrets: one word for each thing that is not public, in every field it has."""

import io
from dataclasses import replace
from datetime import timedelta

import xlsxwriter
from django.core.management import call_command
from django.utils import timezone

from bulletins import drafting, workflow
from bulletins.commenting import comment
from bulletins.document.tree import Document, DocumentAttachment, DocumentPart, DocumentSection
from bulletins.drafting import start_article, start_edition
from bulletins.drafting.head import head_of
from bulletins.drafting.working import keep
from bulletins.files import store_attachment
from bulletins.models import Edition
from bulletins.previews import make_link
from bulletins.reporting import Said, answer, receive, subject_of
from tests.erasing.planting import Words
from tests.office import BULLETIN, NOTICE, Office, People, again, approved, released, submitted

KINDS = {
    *("draft", "lone", "scheduled", "aside", "withdrawn", "sentback", "discarded"),
    *("working", "comment", "opinion", "report", "reason", "note"),
}


def word(kind: str) -> str:
    """As no text of the site has it."""
    return f"secret{kind}zq"


def words(kind: str) -> Words:
    return Words("密", word(kind))


def sheet(kind: str) -> bytes:
    """An .xlsx whose one cell holds the word, packed."""
    out = io.BytesIO()
    with xlsxwriter.Workbook(out) as book:
        book.add_worksheet().write(0, 0, word(kind))
    return out.getvalue()


def document(kind: str, people: People, title: str = "") -> Document:
    """The word in everything that a document says, its files included."""
    what = words(kind)
    text = store_attachment(f"名单：{what.whole}".encode(), f"{what.whole}.txt", by=people.lin)
    table = store_attachment(sheet(kind), f"{what.whole}.xlsx", by=people.lin)
    part = DocumentPart(
        "430000", what.whole, what.html, (DocumentSection(1, what.whole, what.html),)
    )
    return Document(
        title=title or what.whole,
        subtitle=what.whole,
        list_title=title or what.whole,
        lead=what.html,
        closing=what.html,
        source=what.whole,
        source_address=what.place,
        document_number=what.whole,
        index_number=what.whole,
        issuing_body=what.whole,
        responsible_editor=what.whole,
        change_note=what.whole,
        closes_at=timezone.now() + timedelta(days=9),
        tags=(what.whole,),
        parts=(part,),
        attachments=tuple(
            DocumentAttachment(what.whole, f"file:{one.pk}") for one in (text, table)
        ),
    )


def plant(office: Office, people: People) -> list[str]:
    """Beside what is public; out come the tokens of the preview links."""
    live = released(start_article(BULLETIN, column=office.news, by=people.lin), people)
    draft = _next_of(live, "draft", people)
    lone = start_article(document("lone", people), column=office.news, by=people.lin)
    _scheduled(office, people)
    _set_aside(office, people)
    _withdrawn(office, people)
    _sent_back(office, people)
    _discarded(office, people)
    _around(draft, people)
    _reported(live, people)
    call_command("read_files", verbosity=0)
    links = [make_link(one, by=people.lin, note=word("note")) for one in (draft, lone)]
    return [one.token for one in links]


def _next_of(live: Edition, kind: str, people: People) -> Edition:
    """A next edition of what is public, in work."""
    edition = start_edition(live.article, by=people.lin)
    _save(edition, document(kind, people), people)
    part = replace(document(kind, people).parts[0], region="510000")
    drafting.add_part(edition, part, by=people.lin)
    return again(edition)


def _save(edition: Edition, said: Document, people: People) -> None:
    head = replace(head_of(again(edition)), document=said, change_kind="major")
    drafting.save_head(edition, head, seen=again(edition).revision, by=people.lin)


def _scheduled(office: Office, people: People) -> None:
    """Of a new article, and of one that is public already."""
    at = timezone.now() + timedelta(days=1)
    new = start_article(document("scheduled", people), column=office.news, by=people.lin)
    live = released(start_article(NOTICE, column=office.notices, by=people.lin), people)
    for edition in (new, _next_of(live, "scheduled", people)):
        workflow.release(approved(edition, people), by=people.zhong, at=at)


def _set_aside(office: Office, people: People) -> None:
    live = released(start_article(NOTICE, column=office.notices, by=people.lin), people)
    workflow.set_aside(_next_of(live, "aside", people), by=people.lin)


def _withdrawn(office: Office, people: People) -> None:
    """Its title is told; nothing else of it."""
    said = document("withdrawn", people, title="已撤下的")
    live = released(start_article(said, column=office.news, by=people.lin), people)
    workflow.withdraw(live.article, "wrong", by=people.zhi, reason=word("reason"))


def _sent_back(office: Office, people: People) -> None:
    edition = start_article(document("sentback", people), column=office.news, by=people.lin)
    sent = submitted(edition, people)
    opinion, digest = word("opinion"), sent.digest
    workflow.approve(sent, digest=digest, by=people.chu, comment=opinion, report={"发现": opinion})
    workflow.send_back(sent, digest=digest, by=people.fu, reason=opinion)


def _discarded(office: Office, people: People) -> None:
    edition = start_article(document("discarded", people), column=office.news, by=people.lin)
    workflow.discard(edition, by=people.lin, reason=word("reason"))


def _around(draft: Edition, people: People) -> None:
    place = draft.parts.all()[0].key
    comment(draft, place, word("comment"), by=people.lin)
    keep(draft, "head", {"title": word("working")}, seen=draft.revision, by=people.lin)


def _reported(live: Edition, people: People) -> None:
    """By two readers, of whom one is answered."""
    about = subject_of(live.article.number or 0, live.parts.all()[0].key)
    assert about
    secret = word("report")
    receive(about, Said("typo", secret, secret, secret), form="a")
    answered = receive(about, Said("typo", secret, secret, secret), form="b")
    answer(answered, "已经改正。", seen=0, by=people.zhi)
