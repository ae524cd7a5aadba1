"""From a text that stands still to one that can be written in; and any two editions compared."""

import pytest
from django.test import Client

from accounts.models import AuditEntry
from bulletins import workflow
from bulletins.drafting import document_of, duplicate, start_edition
from bulletins.models import Article, Edition, Role
from bulletins.permissions import Hidden, Refused
from tests.editing.forms import page_of, signed_in
from tests.office import Office, People, again, amended, released, submitted

pytestmark = pytest.mark.django_db


def address(edition: Edition, page: str) -> str:
    return f"/admin/bulletins/edition/{edition.pk}/{page}/"


def test_a_live_text_is_changed_in_its_next_edition_with_kind_and_note(
    draft: Edition, people: People
) -> None:
    edition, client = released(draft, people), signed_in("lin")
    assert address(edition, "next") in client.get(page_of(edition)).content.decode()
    said = {"kind": "correction", "note": "更正一处数字"}
    answer = client.post(address(edition, "next"), said)
    fresh = Edition.objects.get(article=edition.article, number=2)
    assert answer["Location"] == page_of(fresh)
    assert (fresh.change_kind, fresh.change_note) == ("correction", "更正一处数字")
    assert [part.key for part in fresh.parts.all()] == [part.key for part in edition.parts.all()]


def test_while_another_edition_is_open_it_leads_there(draft: Edition, people: People) -> None:
    edition = released(draft, people)
    fresh = start_edition(edition.article, by=people.lin)
    client = signed_in("lin")
    assert address(edition, "next") not in client.get(page_of(edition)).content.decode()
    assert page_of(fresh) in client.get(address(edition, "next")).content.decode()
    client.post(address(edition, "next"), {"kind": "minor"})
    assert edition.article.editions.count() == 2


def test_an_old_text_comes_back_as_a_new_draft_with_its_keys(
    draft: Edition, people: People
) -> None:
    old = released(draft, people)
    new = released(amended(old, people), people)
    signed_in("lin").post(address(old, "next"), {"kind": "correction", "note": "退回"})
    third = old.article.editions.get(number=3)
    assert document_of(third).parts == document_of(old).parts != document_of(new).parts


def test_a_discarded_draft_comes_back(draft: Edition, people: People) -> None:
    workflow.discard(draft, by=people.lin)
    signed_in("lin").post(address(draft, "next"), {"kind": "minor"})
    fresh = draft.article.editions.get(number=2)
    assert (fresh.state, document_of(fresh).parts) == ("draft", document_of(draft).parts)
    workflow.submit(again(fresh), by=people.lin)


def test_a_text_of_another_article_does_not(draft: Edition, office: Office, people: People) -> None:
    other = duplicate(draft, by=people.lin)
    workflow.discard(other, by=people.lin)
    with pytest.raises(Hidden):
        start_edition(released(draft, people).article, by=people.lin, text_of=other)


def test_a_copy_is_a_new_article_of_whoever_made_it(draft: Edition, people: People) -> None:
    Edition.objects.filter(pk=draft.pk).update(document_number="海办〔2026〕1号")
    edition = released(draft, people)
    answer = signed_in("lin").post(address(edition, "duplicate"))
    copy = Edition.objects.exclude(article=edition.article).get()
    assert answer["Location"] == f"{page_of(copy)}#id_head-title"
    assert document_of(copy).parts == document_of(edition).parts
    assert (copy.title, copy.document_number, copy.number) == (edition.title, "", 1)
    assert copy.authors.get().user == people.lin
    assert AuditEntry.objects.filter(action="duplicate").count() == 1


def test_who_sees_a_part_only_copies_nothing(
    draft: Edition, office: Office, people: People
) -> None:
    narrow = office.hire("jin", Role.EDITOR, region="120000")
    with pytest.raises(Refused, match="一部分"):
        duplicate(draft, by=narrow)
    with pytest.raises(Refused):
        duplicate(draft, by=people.chu)
    assert Article.objects.count() == 1


def test_any_two_editions_are_compared(draft: Edition, people: People) -> None:
    first = released(draft, people)
    second = released(amended(first, people, "第二版的导语"), people)
    third = amended(second, people, "第三版的导语")
    client = signed_in("chu")
    page = client.get(address(third, "compare")).content.decode()
    assert "从第 2 版到第 3 版" in page
    page = client.get(address(first, "compare") + "?with=3").content.decode()
    assert "从第 3 版到第 1 版" in page
    assert "第三版的" in page
    assert (
        "只有一个版本"
        in client.get(address(duplicate(first, by=people.lin), "compare")).content.decode()
    )


def test_from_the_public_page_to_the_section_where_it_is_written(
    draft: Edition, people: People
) -> None:
    edition, client = released(draft, people), signed_in("lin")
    key = edition.sections.all()[0].key
    here = f"/admin/bulletins/edition/correct/{edition.article.number}/{key}/"
    assert client.get(here)["Location"] == f"{address(edition, 'next')}?at={key}"
    answer = client.post(f"{address(edition, 'next')}?at={key}", {"kind": "correction"})
    fresh = edition.article.editions.get(number=2)
    assert answer["Location"] == client.get(here)["Location"] == f"{page_of(fresh)}#{key}"
    submitted_one = submitted(again(_named(fresh)), people)
    assert client.get(here)["Location"] == f"{page_of(edition)}#{key}", submitted_one


def test_who_may_only_read_is_led_to_reading(draft: Edition, people: People) -> None:
    edition = released(draft, people)
    here = f"/admin/bulletins/edition/correct/{edition.article.number}/"
    assert signed_in("chu").get(here)["Location"] == page_of(edition)
    assert Client().get(here)["Location"].startswith("/admin/login/")


def test_public_pages_are_the_same_for_everybody(draft: Edition, people: People) -> None:
    number = released(draft, people).article.number
    address = f"/articles/{number}/"
    assert signed_in("lin").get(address).content == Client().get(address).content
    assert "correct/" not in Client().get(address).content.decode()


def _named(edition: Edition) -> Edition:
    Edition.objects.filter(pk=edition.pk).update(change_note="更正", title="改过的题目")
    return edition
