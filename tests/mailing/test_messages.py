"""Who is told of a step, and what: only those concerned, and of the text only its title."""

from datetime import timedelta

import pytest
from django.utils import timezone
from pytest_django import Settings

from accounts.models import User
from bulletins.commenting import comment
from bulletins.drafting import save_part, start_article, start_edition
from bulletins.drafting.content import part_of
from bulletins.models import Edition, Outgoing, Role
from bulletins.workflow import (
    approve,
    archive,
    recall,
    release,
    release_urgently,
    restore,
    send_back,
    submit,
    withdraw,
)
from tests.office import NOTICE, Office, People, again, approved, released, saying, submitted
from tests.refusals import undone

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("mails")]

TITLE = "多地推进网络工作"


def told(event: str) -> list[str]:
    """Who was told of the last step of this kind."""
    return sorted(str(one.to) for one in Outgoing.objects.filter(event=event, to__isnull=False))


def body(event: str) -> str:
    return Outgoing.objects.filter(event=event)[0].body


def test_the_reviewers_of_the_stage_are_told_of_a_submission(
    draft: Edition, office: Office, people: People
) -> None:
    far = office.hire("far", Role.FIRST_REVIEWER, column=office.notices)
    User.objects.filter(pk=far.pk).update(email="far@example.cn")
    submit(draft, by=people.lin)
    assert told("submit") == ["chu"]
    mail = Outgoing.objects.get()
    assert mail.subject == "待审：多地推进网络工作"
    assert "lin送审，轮到您审核" in mail.body
    assert f"https://news.example.cn/admin/bulletins/edition/{draft.pk}/review/" in mail.body
    for said in ("办好网站", "一年来", "贵 州", "海河发布"):
        assert said not in mail.body


def test_each_yes_goes_on_to_the_next(draft: Edition, people: People) -> None:
    edition = submitted(draft, people)
    for reviewer, following in ((people.chu, "fu"), (people.fu, "zhong"), (people.zhong, "zhong")):
        Outgoing.objects.all().delete()
        approve(edition, digest=edition.digest, by=reviewer)
        assert told("approve") == ([following] if following != str(reviewer) else [])


def test_the_last_yes_tells_who_may_release(draft: Edition, office: Office, people: People) -> None:
    other = office.hire("zhong2", Role.FINAL_REVIEWER)
    User.objects.filter(pk=other.pk).update(email="z@example.cn")
    approved(draft, people)
    assert told("approve")[-1] == "zhong2"


def test_the_authors_are_told_why_it_came_back(
    draft: Edition, office: Office, people: People
) -> None:
    xin = office.hire("xin", Role.CONTRIBUTOR, region="120000")
    User.objects.filter(pk=xin.pk).update(email="xin@example.cn")
    part = draft.parts.all()[0]
    save_part(part, saying(part_of(part), "新"), seen=1, by=xin)
    edition = submitted(again(draft), people)
    send_back(edition, digest=edition.digest, by=people.chu, reason="数字请核实")
    assert told("send_back") == ["lin", "xin"]
    assert "理由：数字请核实" in body("send_back")


def test_a_comment_is_told_to_the_others_without_its_words(draft: Edition, people: People) -> None:
    edition = submitted(draft, people)
    comment(edition, "", "这一句不妥", by=people.fu)
    assert told("comment") == ["chu", "lin"]
    assert "不妥" not in body("comment")
    assert "/review/#notes-whole" in body("comment")


def test_of_a_part_only_who_may_read_it_is_told(
    draft: Edition, office: Office, people: People
) -> None:
    xin = office.hire("xin", Role.CONTRIBUTOR, region="520000")
    User.objects.filter(pk=xin.pk).update(email="xin@example.cn")
    tianjin, guizhou = draft.parts.all()
    save_part(guizhou, saying(part_of(guizhou), "新"), seen=1, by=xin)
    comment(draft, tianjin.key, "请补", by=people.chu)
    assert told("comment") == ["lin"]
    comment(draft, guizhou.key, "请补", by=people.chu)
    assert told("comment") == ["lin", "lin", "xin"]


def test_a_release_is_told_to_its_authors_with_its_time(draft: Edition, people: People) -> None:
    edition = approved(draft, people)
    release(edition, by=people.zhong, at=timezone.now() + timedelta(days=1))
    assert told("release") == ["lin"]
    assert "公开：" in body("release")


def test_an_urgent_release_calls_those_who_must_still_read_it(
    draft: Edition, people: People
) -> None:
    release_urgently(submitted(draft, people), by=people.zhi, reason="台风")
    assert told("release_urgently") == ["chu", "lin"]


def test_nobody_is_told_of_what_did_not_happen(draft: Edition, people: People) -> None:
    with undone():
        submit(draft, by=people.lin)
        assert Outgoing.objects.exists()
    assert not Outgoing.objects.exists()


def test_who_switched_mails_off_or_has_no_address_gets_none(draft: Edition, people: People) -> None:
    User.objects.filter(username="chu").update(mails=False)
    submit(draft, by=people.lin)
    recall(again(draft), by=people.lin)
    User.objects.filter(username="chu").update(mails=True, email="")
    submit(again(draft), by=people.lin)
    assert not Outgoing.objects.exists()


def test_without_a_mail_server_nothing_piles_up(
    draft: Edition, people: People, settings: Settings
) -> None:
    settings.MAILS = False
    comment(submitted(draft, people), "", "请核对", by=people.chu)
    assert not Outgoing.objects.exists()


def test_a_title_cannot_begin_a_header_of_its_own(draft: Edition, people: People) -> None:
    title = "标题\r\nBcc: x@example.org\u2028完"
    Edition.objects.filter(pk=draft.pk).update(title=title)
    submit(again(draft), by=people.lin)
    mail = Outgoing.objects.get()
    assert mail.subject == "待审：标题 Bcc: x@example.org 完"
    assert "“标题 Bcc: x@example.org 完”" in mail.body


def test_who_was_asked_to_review_is_told_that_she_need_not(draft: Edition, people: People) -> None:
    edition = submitted(draft, people)
    assert told("submit") == ["chu"]
    recall(edition, by=people.lin)
    assert told("recall") == ["chu"]


def test_authors_and_principals_are_told_of_a_withdrawal_and_of_its_end(
    draft: Edition, people: People
) -> None:
    live = released(draft, people)
    withdraw(live.article, "wrong", by=people.zhi, reason="内部的话")
    assert told("withdraw") == ["lin", "zhong"]
    assert "内部的话" not in body("withdraw")
    restore(live.article, by=people.zhong)
    assert told("restore") == ["lin"]


def test_a_title_that_may_name_a_person_is_not_sent_out_again(
    draft: Edition, office: Office, people: People, settings: Settings
) -> None:
    """Not by the withdrawal, nor by what follows or still waits to be sent; others keep theirs."""
    settings.WEBHOOK_URL = "https://chat.example.cn/hook"
    live = released(draft, people)
    fresh = start_edition(live.article, by=people.lin)
    comment(fresh, "", "请核对", by=people.chu)
    assert TITLE in body("comment")
    Outgoing.objects.filter(event="release").update(due_at=None)  # sent already
    withdraw(live.article, "privacy", by=people.zhi, reason="依申请")
    comment(fresh, "", "还有一处", by=people.chu)
    assert told("withdraw") == ["lin", "zhong"]
    later = Outgoing.objects.exclude(event="release")
    assert {one.event for one in later} >= {"submit", "approve", "comment", "withdraw"}
    for one in later:
        assert TITLE not in one.subject + one.body
        assert "第 1 号信息" in one.subject
        assert "“第 1 号信息”" in one.body
    elsewhere = start_article(NOTICE, column=office.notices, by=people.lin)
    comment(elsewhere, "", "请核对", by=people.zhong)
    assert NOTICE.title in Outgoing.objects.filter(edition=elsewhere)[0].subject


def test_authors_are_told_of_their_text_after_it_came_back(draft: Edition, people: People) -> None:
    live = released(draft, people)
    withdraw(live.article, "wrong", by=people.zhi, reason="待核")
    restore(live.article, by=people.zhong)
    archive(live.article, by=people.zhi)
    assert told("archive") == ["lin"]
