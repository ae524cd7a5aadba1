"""标题查重: a title already used is pointed out, as far as the person asking may know of it."""

from dataclasses import replace
from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from accounts.models import User
from bulletins import workflow
from bulletins.drafting import save_head, start_article, start_edition
from bulletins.drafting.head import head_of
from bulletins.drafting.titles import UsedTitle, used_titles
from bulletins.models import ComparedTitle, Edition, Role
from bulletins.permissions import scope_of
from tests.office import NOTICE, Office, People, again, amended, released, scheduled, submitted

pytestmark = pytest.mark.django_db
TITLE = NOTICE.title


def told(title: str, by: User, apart_from: int | None = None) -> list[tuple[str, str]]:
    found: list[UsedTitle] = used_titles(title, by=by, scope=scope_of(by), apart_from=apart_from)
    return [(one.said, one.title) for one in found]


@pytest.fixture
def notice(office: Office, people: People, places: None) -> Edition:
    return start_article(NOTICE, column=office.notices, by=people.lin)


def test_the_same_title_is_told_however_it_is_spelt(notice: Edition, people: People) -> None:
    assert told("《关于系统维护的 通知》", people.lin) == [("已有同名稿件", TITLE)]


def test_a_like_title_is_told_as_like(notice: Edition, people: People) -> None:
    assert told("关于系统的维护的通知", people.lin) == [("已有相近的标题", TITLE)]
    assert told("关于图书馆开放的通知", people.lin) == []


def test_a_text_is_not_told_of_itself(notice: Edition, people: People) -> None:
    assert told(TITLE, people.lin, notice.article_id) == []


def test_a_hidden_draft_is_not_betrayed(notice: Edition, office: Office) -> None:
    outsider = office.hire("wai", Role.EDITOR, column=office.news)
    assert told(TITLE, outsider) == []


def test_what_is_public_is_told_without_its_words(
    notice: Edition, office: Office, people: People
) -> None:
    outsider = office.hire("wai", Role.EDITOR, column=office.news)
    released(notice, people)
    assert told(TITLE, outsider) == [("有同名稿件", "")]
    assert told("关于系统的维护的通知", outsider) == []


def test_what_is_only_scheduled_is_not_public_yet(
    notice: Edition, office: Office, people: People
) -> None:
    outsider = office.hire("wai", Role.EDITOR, column=office.news)
    scheduled(notice, people, timezone.now() + timedelta(days=1))
    assert told(TITLE, outsider) == []
    assert told(TITLE, people.lin) == [("已有同名稿件", TITLE)]


def test_a_discarded_draft_and_a_title_given_up_count_no_more(
    notice: Edition, people: People
) -> None:
    head = head_of(notice)
    renamed = replace(head, document=replace(head.document, title="停机通告"))
    save_head(notice, renamed, seen=1, by=people.lin)
    assert told(TITLE, people.lin) == []
    assert told("停机通告", people.lin) == [("已有同名稿件", "停机通告")]
    workflow.discard(again(notice), by=people.lin)
    assert told("停机通告", people.lin) == []


def test_two_editions_of_an_article_are_told_once(draft: Edition, people: People) -> None:
    edition = released(draft, people)
    submitted(amended(edition, people), people)
    assert told(edition.title, people.lin) == [("已有同名稿件", edition.title)]


def test_every_edition_has_its_compared_title(draft: Edition, people: People) -> None:
    start_edition(released(draft, people).article, by=people.lin)
    assert ComparedTitle.objects.count() == Edition.objects.count() == 2


def test_three_queries_whatever_the_number_of_titles(
    notice: Edition, office: Office, people: People
) -> None:
    scope = scope_of(people.lin)

    def queries() -> int:
        with CaptureQueriesContext(connection) as seen:
            used_titles(TITLE, by=people.lin, scope=scope)
        return len(seen)

    few = queries()
    for number in range(12):
        start_article(
            replace(NOTICE, title=f"关于系统维护的通知书{'甲' * number}"),
            column=office.notices,
            by=people.lin,
        )
    assert queries() == few == 3


def test_a_title_without_a_letter_is_like_none(notice: Edition, people: People) -> None:
    assert told("——", people.lin) == []
