"""An article with the same words in every place that it can have, put there by the office itself."""

import json
from dataclasses import dataclass, replace
from datetime import timedelta
from pathlib import Path

from django.core.management import call_command
from django.test import Client
from django.utils import timezone

from accounts.models import User
from bulletins import drafting, workflow
from bulletins.commenting import comment
from bulletins.commenting.phrases import remember
from bulletins.document.tree import Document, DocumentAttachment, DocumentPart, DocumentSection
from bulletins.drafting.content import part_of
from bulletins.drafting.head import head_of
from bulletins.drafting.working import keep
from bulletins.files import store_attachment
from bulletins.importing import become_part, receive, understand_paste
from bulletins.indexing import index_waiting
from bulletins.models import Article, Edition, Import, Outgoing
from bulletins.previews import make_link
from bulletins.previews.opening import log_use
from bulletins.reporting import Said, answer, subject_of
from bulletins.reporting import receive as receive_report
from bulletins.workflow.articles.validity import Force
from bulletins.workflow.articles.withdrawing import Explanation
from tests.office import People, again, approved, submitted


@dataclass(frozen=True)
class Words:
    """name and number: invented; the whole stands in every field."""

    name: str
    number: str

    @property
    def whole(self) -> str:
        return f"{self.name}{self.number}{self.name}"

    @property
    def place(self) -> str:
        return f"https://www.example.org/{self.number}"

    @property
    def html(self) -> str:
        return f"<p>{self.whole}</p>"


def plant(words: Words, people: People, boss: User, client: Client, folder: Path) -> Article:
    """Moved in as a link, then written, reviewed, public, away for a while, scheduled anew, withdrawn."""
    first = _moved_in(words, boss, folder)
    second = _written(first, words, people)
    _reviewed(second, words, people)
    _after_release(first, words, people, boss)
    _reported(first, words, people)
    _away_for_a_while(first, words, people)
    _next_ones(first, words, people)
    Outgoing.objects.filter(event="release").update(due_at=None, sent_at=timezone.now())
    workflow.withdraw(first, "privacy", by=people.zhi, reason=words.whole)
    list(index_waiting())
    waiting = client.session
    waiting["lantai.saved"] = words.whole
    waiting.save()
    return Article.objects.get(pk=first.pk)


def _moved_in(words: Words, boss: User, folder: Path) -> Article:
    line = {
        "id": f"old-{len(words.name)}-{words.name[0]}",
        "slug": words.whole,
        "title": words.whole,
        "column": "news",
        "published": "2021-03-15 09:13",
        "link_only_to": words.place,
        "tags": [words.whole],
        "old_address": f"/old/{words.name[0]}.html",
    }
    path = folder / f"{words.name[0]}.jsonl"
    path.write_text(json.dumps(line, ensure_ascii=False), encoding="utf-8")
    call_command("import_articles", path, "--release", "--by", boss.username, verbosity=0)
    return Article.objects.latest("pk")


def _written(article: Article, words: Words, people: People) -> Edition:
    lin = people.lin
    edition = drafting.start_edition(article, by=lin)
    own = store_attachment(f"名单：{words.whole}".encode(), f"{words.whole}.txt", by=lin)
    gone = store_attachment(f"旧名单：{words.whole}".encode(), f"旧{words.whole}.txt", by=lin)
    shared = store_attachment("各地名单".encode(), f"共{words.whole}.txt", by=lin)
    attachments = (
        DocumentAttachment(words.whole, f"file:{own.pk}"),
        DocumentAttachment(words.whole, f"file:{gone.pk}"),
        DocumentAttachment("共有的", f"file:{shared.pk}"),
        DocumentAttachment(words.whole, words.place),
        DocumentAttachment(f"旧{words.whole}", words.place),
    )
    _save(edition, lin, _document(words, attachments))
    call_command("read_files", verbosity=0)
    kept = head_of(again(edition)).document.attachments
    fewer = _document(words, (kept[0], kept[2], kept[3]))
    _save(edition, lin, fewer)
    _parts(edition, words, people)
    place = edition.parts.all()[0].sections.all()[0].key
    comment(edition, place, words.whole, by=lin)
    keep(edition, "head", {"title": words.whole}, seen=1, by=people.lin)
    link = make_link(edition, by=lin, note=words.whole).link
    log_use(link, own)
    return again(edition)


def _document(words: Words, attachments: tuple[DocumentAttachment, ...]) -> Document:
    said = words.whole
    return Document(
        title=said,
        subtitle=said,
        list_title=said,
        source=said,
        document_number=said,
        index_number=said,
        issuing_body=said,
        responsible_editor=said,
        change_note=said,
        lead=words.html,
        closing=words.html,
        source_address=words.place,
        closes_at=timezone.now() + timedelta(days=9),
        tags=(words.whole, "共有"),
        attachments=attachments,
    )


def _save(edition: Edition, by: User, document: Document) -> None:
    head = replace(head_of(again(edition)), document=document, change_kind="major")
    drafting.save_head(edition, head, seen=again(edition).revision, by=by)


def _parts(edition: Edition, words: Words, people: People) -> None:
    section = DocumentSection(1, words.whole, words.html)
    wanted = DocumentPart("120000", words.whole, words.html, (section,))
    part = drafting.add_part(edition, wanted, by=people.lin)
    fuller = replace(part_of(part), intro=words.html * 2)
    drafting.save_part(part, fuller, seen=part.revision, by=people.lin)
    one, _ = _received(words, people), _received(words, people)
    become_part(one, wanted, edition=edition, instead_of=None, by=people.lin)


def _received(words: Words, people: People) -> Import:
    """With a number that is not the next one, of which the reading says so."""
    text = f"{words.whole}\n五、{words.whole}\n{words.whole}。\n七、{words.whole}\n{words.whole}。"
    return receive(understand_paste(text), text.encode(), words.whole, by=people.lin)


def _reviewed(edition: Edition, words: Words, people: People) -> None:
    said = words.whole
    sealed = submitted(edition, people)
    workflow.approve(
        sealed, digest=sealed.digest, by=people.chu, comment=said, report={"发现": said}
    )
    remember(said, by=people.chu)
    workflow.send_back(sealed, digest=sealed.digest, by=people.fu, reason=said)
    remember(said, by=people.chu)
    fresh = submitted(again(edition), people)
    for reviewer in people.reviewers:
        report = {"gates": ["wording"]}
        workflow.approve(fresh, digest=fresh.digest, by=reviewer, report=report)
    workflow.release(again(edition), by=people.zhong)


def _after_release(article: Article, words: Words, people: People, boss: User) -> None:
    said, zhi = words.whole, people.zhi
    workflow.close(article, by=zhi, note=said, outcome=words.place)
    workflow.set_validity(article, Force("valid", basis=said), by=zhi)
    earlier = timezone.now() - timedelta(days=4000)
    workflow.backdate(article, by=boss, at=earlier, reason=said)


def _reported(article: Article, words: Words, people: People) -> None:
    """By two readers, of whom one is answered."""
    said = words.whole
    place = article.editions.live().get().parts.all()[0].key
    about = subject_of(article.number or 0, place)
    assert about
    receive_report(about, Said("typo", said, said, said), form=f"{article.pk}")
    report = receive_report(about, Said("typo", said), form=f"{article.pk}")
    answer(report, said, seen=0, by=people.zhi)  # as the page says it, too


def _away_for_a_while(article: Article, words: Words, people: People) -> None:
    told = Explanation(words.whole, words.place)
    workflow.withdraw(article, "wrong", by=people.zhi, reason=words.whole, explanation=told)
    workflow.restore(article, by=people.zhong)


def _next_ones(article: Article, words: Words, people: People) -> None:
    """One that is scheduled (and will wait again), one in work, one that was given up."""
    lin = people.lin
    dropped = drafting.start_edition(article, by=lin)
    workflow.discard(dropped, by=lin, reason=words.whole)
    third = drafting.start_edition(article, by=lin)
    amended = replace(head_of(third).document, subtitle=f"又{words.whole}", change_note=words.whole)
    _save(third, lin, amended)
    third = approved(again(third), people)
    workflow.release(third, by=people.zhong, at=timezone.now() + timedelta(days=3))
    drafting.start_edition(article, by=lin)
