"""Buttons and confirmation pages: one press where it can be taken back, a question where not."""

from datetime import timedelta

import pytest
from django.http import HttpRequest, HttpResponse
from django.test import Client
from django.urls import path
from django.utils import timezone
from pytest_django import Settings

from accounts.models import Remark
from bulletins import workflow
from bulletins.drafting import save_part
from bulletins.drafting.content import part_of
from bulletins.models import Edition, Role, State
from bulletins.permissions import Hidden, Refused
from config.urls import urlpatterns
from tests.editing.doors import at_desk, page_of
from tests.office import Office, People, again, approved, saying, submitted


def test_recall_is_one_press_on_the_page_of_the_edition(draft: Edition, people: People) -> None:
    edition = submitted(draft, people)
    lin = at_desk(people.lin)
    page = lin.get(page_of("change", edition)).content.decode()
    assert f'action="{page_of("do", edition, "recall")}"' in page
    answer = lin.post(page_of("do", edition, "recall"), follow=True)
    assert "已撤回送审" in answer.content.decode()
    assert again(edition).state == State.DRAFT


def test_who_presses_second_is_told(draft: Edition, people: People) -> None:
    edition = submitted(draft, people)
    lin = at_desk(people.lin)
    lin.post(page_of("do", edition, "recall"))
    second = lin.post(page_of("do", edition, "recall"), follow=True)
    assert "可能已被别人处理，请刷新后再试" in second.content.decode()


def test_words_may_go_with_a_press(draft: Edition, people: People) -> None:
    at_desk(people.lin).post(page_of("do", draft, "set_aside"), {"reason": "等数据"})
    assert again(draft).state == State.SET_ASIDE
    assert Remark.objects.get().text == "等数据"


def test_giving_a_draft_up_is_asked_first(draft: Edition, people: People) -> None:
    lin = at_desk(people.lin)
    asked = lin.get(page_of("do", draft, "discard")).content.decode()
    assert "做了就不能收回" in asked
    assert again(draft).state == State.DRAFT
    lin.post(page_of("do", draft, "discard"))
    assert again(draft).state == State.DISCARDED


def test_a_time_that_is_past_is_refused_and_what_was_typed_stays(
    draft: Edition, people: People
) -> None:
    edition = approved(draft, people)
    typed = {"day": "2021-03-15", "clock": "09:13", "digest": edition.digest}
    answer = at_desk(people.zhong).post(page_of("do", edition, "release"), typed)
    page = answer.content.decode()
    assert answer.status_code == 409
    assert "已经过去" in page
    assert 'value="2021-03-15"' in page
    assert again(edition).state == State.IN_REVIEW


def test_a_time_beyond_the_calendar_is_refused(draft: Edition, people: People) -> None:
    edition = approved(draft, people)
    typed = {"day": "9999-12-31", "clock": "09:13"}
    answer = at_desk(people.zhong).post(page_of("do", edition, "release"), typed)
    assert answer.status_code == 409
    assert "公开时间太远" in answer.content.decode()


def test_half_a_time_is_asked_again(draft: Edition, people: People) -> None:
    edition = approved(draft, people)
    answer = at_desk(people.zhong).post(page_of("do", edition, "release"), {"day": "2030-01-01"})
    assert "日期和时刻要一起填" in answer.content.decode()
    assert again(edition).state == State.IN_REVIEW


def test_a_release_for_later_says_when(draft: Edition, people: People) -> None:
    edition = approved(draft, people)
    later = timezone.localtime() + timedelta(days=2)
    typed = {"day": f"{later:%Y-%m-%d}", "clock": "09:30", "digest": edition.digest}
    answer = at_desk(people.zhong).post(page_of("do", edition, "release"), typed, follow=True)
    assert f"{later.year}年{later.month}月{later.day}日09:30公开" in answer.content.decode()
    assert again(edition).is_scheduled()


def test_a_release_is_of_the_text_that_was_read(draft: Edition, people: People) -> None:
    """The link on the page that was read carries its digest, through the page that asks."""
    old = approved(draft, people).digest
    workflow.recall(again(draft), by=people.lin)
    part = draft.parts.all()[0]
    save_part(part, saying(part_of(part), "改过的导语"), seen=part.revision, by=people.lin)
    edition = approved(again(draft), people)
    zhong = at_desk(people.zhong)
    asked = zhong.get(page_of("do", edition, "release"), {"digest": old})
    assert "您读的不是现在这一稿" in asked.content.decode()
    refused = zhong.post(page_of("do", edition, "release"), {"digest": old})
    assert "您读的不是现在这一稿" in refused.content.decode()
    assert again(edition).state == State.IN_REVIEW


def test_an_urgent_release_needs_words_and_keeps_them(draft: Edition, people: People) -> None:
    edition = submitted(draft, people)
    zhong = at_desk(people.zhong)
    assert "理由" in zhong.post(page_of("do", edition, "release_urgently")).content.decode()
    assert again(edition).state == State.IN_REVIEW
    workflow.recall(again(edition), by=people.lin)
    typed = {"reason": "台风今晚登陆", "digest": edition.digest}
    late = zhong.post(page_of("do", edition, "release_urgently"), typed)
    assert late.status_code == 409
    assert "台风今晚登陆" in late.content.decode()


def test_a_page_that_is_behind_submits_nothing(draft: Edition, people: People) -> None:
    seen = again(draft).changes
    part = draft.parts.all()[0]
    save_part(part, saying(part_of(part), "同事刚改的"), seen=part.revision, by=people.lin)
    lin = at_desk(people.lin)
    answer = lin.post(page_of("do", draft, "submit"), {"changes": seen}, follow=True)
    assert "又有改动" in answer.content.decode()
    assert again(draft).state == State.DRAFT


@pytest.mark.parametrize("name", ["submit", "recall", "release", "release_urgently", "discard"])
def test_who_may_not_is_told_what_she_lacks(draft: Edition, office: Office, name: str) -> None:
    auditor = office.hire("auditor", Role.AUDITOR)
    answer = at_desk(auditor).post(page_of("do", draft, name), {"reason": "试试"}, follow=True)
    assert "授权" in answer.content.decode()
    assert again(draft).state == State.DRAFT


@pytest.mark.parametrize("name", ["submit", "release", "discard"])
def test_who_may_not_see_it_finds_nothing(draft: Edition, office: Office, name: str) -> None:
    stranger = at_desk(office.hire("stranger", Role.EDITOR, column=office.notices))
    assert stranger.get(page_of("do", draft, name)).status_code == 404
    assert stranger.post(page_of("do", draft, name)).status_code == 404


def test_what_is_no_verb_of_an_edition_is_not_there(draft: Edition, people: People) -> None:
    lin = at_desk(people.lin)
    assert lin.get(page_of("do", draft, "erase")).status_code == 404
    assert lin.get(f"/admin/bulletins/edition/{10**20}/do/discard/").status_code == 404
    assert lin.put(page_of("do", draft, "discard")).status_code == 405


@pytest.mark.parametrize("name", ["approve", "send_back"])
def test_decisions_are_made_where_the_text_is_read(
    draft: Edition, people: People, name: str
) -> None:
    edition = submitted(draft, people)
    answer = at_desk(people.chu).post(page_of("do", edition, name), {"reason": "不行"})
    assert answer.headers["Location"] == page_of("review", edition)
    assert again(edition).state == State.IN_REVIEW


def test_a_press_from_another_site_does_nothing(draft: Edition, people: People) -> None:
    forged = Client(enforce_csrf_checks=True)
    forged.force_login(people.lin)
    assert forged.post(page_of("do", draft, "set_aside")).status_code == 403
    assert again(draft).state == State.DRAFT


def hidden(request: HttpRequest) -> HttpResponse:
    raise Hidden


def refused(request: HttpRequest) -> HttpResponse:
    raise Refused("稿件状态已变化，不能签发：请刷新后再试")


class Careless:
    """Addresses whose views let refusals go by."""

    urlpatterns = [*urlpatterns, path("hidden/", hidden), path("refused/", refused)]


def test_a_refusal_that_nobody_caught_is_a_sentence(
    db: None, client: Client, settings: Settings
) -> None:
    settings.ROOT_URLCONF = Careless
    answer = client.get("/refused/")
    assert answer.status_code == 409
    assert "稿件状态已变化，不能签发：请刷新后再试" in answer.content.decode()


def test_what_is_hidden_answers_like_what_is_not_there(
    db: None, client: Client, settings: Settings
) -> None:
    settings.ROOT_URLCONF = Careless
    one, other = client.get("/hidden/"), client.get("/nothing/")
    assert one.status_code == other.status_code == 404
    assert one.content == other.content
