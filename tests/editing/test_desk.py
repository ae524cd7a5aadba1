"""The desk: what waits for whom, each one click away, and nothing of others."""

import re
from datetime import UTC, datetime, timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from accounts.models import User
from bulletins import workflow
from bulletins.drafting import save_part, start_article
from bulletins.drafting.content import part_of
from bulletins.editing.ages import left, waited
from bulletins.models import Edition, Role
from tests.editing.doors import at_desk, page_of
from tests.office import BULLETIN, NOTICE, Office, People, again, approved, saying, submitted

NOON = datetime(2021, 3, 15, 12, tzinfo=UTC)


def desk(user: User) -> str:
    return at_desk(user).get("/admin/").content.decode()


def section(name: str, page: str) -> str:
    """The words of one section of the desk, "" where it is not there."""
    found = re.search(rf"<h2[^>]*>{name}.*?</section>", page, re.DOTALL)
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", found[0])) if found else ""


def test_what_was_submitted_waits_for_whose_turn_it_is(draft: Edition, people: People) -> None:
    edition = submitted(draft, people)
    shown = desk(people.chu)
    assert "多地推进网络工作 网上传播 · 初审 · 刚刚送审" in section("待我审核", shown)
    assert page_of("review", edition) in shown
    assert "没有等您审核的稿件" in section("待我审核", desk(people.fu))


def test_the_oldest_waits_first(office: Office, people: People) -> None:
    first, second = (start_article(NOTICE, column=office.notices, by=people.lin) for _ in "12")
    submitted(second, people)
    submitted(first, people)
    shown = desk(people.zhong)
    places = [shown.index(page_of("review", one)) for one in (second, first)]
    assert places == sorted(places)


def test_an_author_is_not_asked_to_review_her_own_words(
    draft: Edition, office: Office, people: People
) -> None:
    both = office.hire("both", Role.EDITOR, Role.FIRST_REVIEWER)
    part = draft.parts.all()[0]
    save_part(part, saying(part_of(part), "新的导语"), seen=part.revision, by=both, aware=True)
    submitted(again(draft), people)
    assert "多地推进" not in section("待我审核", desk(both))


def test_what_all_agreed_to_waits_for_release(draft: Edition, people: People) -> None:
    approved(draft, people)
    assert "多地推进网络工作" in section("待我签发", desk(people.zhong))
    assert section("待我签发", desk(people.chu)) == ""


def test_what_was_sent_back_says_why_and_by_whom(draft: Edition, people: People) -> None:
    edition = submitted(draft, people)
    workflow.send_back(edition, digest=edition.digest, by=people.chu, reason="数字请核实")
    shown = section("退回给我的", desk(people.lin))
    assert "chu退回 数字请核实" in shown
    assert "多地推进" not in section("我的草稿", desk(people.lin))
    workflow.submit(again(edition), by=people.lin)
    assert section("退回给我的", desk(people.lin)) == ""


def test_a_draft_that_was_recalled_is_an_ordinary_draft(draft: Edition, people: People) -> None:
    workflow.recall(submitted(draft, people), by=people.lin)
    assert "多地推进" in section("我的草稿", desk(people.lin))


def test_drafts_of_others_are_not_mine(draft: Edition, office: Office) -> None:
    other = office.hire("other", Role.EDITOR)
    assert "没有草稿。可以新写一篇" in section("我的草稿", desk(other))


def test_a_contributor_finds_the_drafts_she_may_fill_in(
    draft: Edition, office: Office, people: People
) -> None:
    xin = office.hire("xin", Role.CONTRIBUTOR, region="120000")
    assert "多地推进网络工作" in section("可填写的草稿", desk(xin))
    elsewhere = office.hire("elsewhere", Role.CONTRIBUTOR, region="510000")
    assert "多地推进网络工作" not in desk(elsewhere)


def test_what_is_scheduled_says_when(draft: Edition, people: People) -> None:
    at = timezone.localtime(timezone.now() + timedelta(days=2))
    workflow.release(approved(draft, people), by=people.zhong, at=at)
    shown = section("待发布", desk(people.zhi))
    assert f"{at.year}年{at.month}月{at.day}日{at:%H:%M}公开" in shown


def test_a_late_review_says_how_long_there_is_left(draft: Edition, people: People) -> None:
    workflow.release_urgently(submitted(draft, people), by=people.zhi, reason="台风今晚登陆")
    assert "还有 23 小时 · 轮到您" in section("待补审", desk(people.chu))
    assert "轮到初审" in section("待补审", desk(people.zhi))
    assert "没有等您审核" in section("待我审核", desk(people.chu))


def test_what_was_released_is_there_to_be_seen(draft: Edition, people: People) -> None:
    workflow.release(approved(draft, people), by=people.zhong)
    assert "多地推进网络工作" in section("最近发布", desk(people.lin))


def test_who_has_no_role_is_told_whom_to_ask(office: Office) -> None:
    assert "请联系管理员" in desk(office.hire("nobody"))


def test_nothing_of_another_column_is_on_the_desk(
    draft: Edition, office: Office, people: People
) -> None:
    submitted(draft, people)
    stranger = office.hire("stranger", Role.FIRST_REVIEWER, Role.EDITOR, column=office.notices)
    shown = desk(stranger)
    assert "多地推进" not in shown
    assert "网上传播" not in shown


@pytest.mark.parametrize(
    ("role", "links"),
    [
        (Role.EDITOR, {"稿件", "新稿件", "导入", "稿源", "回收站", "纠错", "检索情况", "词库"}),
        (Role.CONTRIBUTOR, {"稿件"}),
        (Role.FINAL_REVIEWER, {"稿件", "稿源", "纠错"}),
        (Role.AUDITOR, {"稿件", "审计"}),
        (
            Role.ADMINISTRATOR,
            {*("稿件", "稿源", "栏目", "授权", "账号", "网站设置"), "放假和调休"}
            | {"地区", "审计", "检索情况", "词库"},
        ),
    ],
)
def test_the_links_are_those_that_open(
    office: Office, places: None, role: Role, links: set[str]
) -> None:
    region = "120000" if role is Role.CONTRIBUTOR else None
    client = at_desk(office.hire("one", role, region=region))
    page = client.get("/admin/").content.decode()
    found = dict(re.findall(r'<li><a href="([^"]+)"><b>([^<]+)</b>', page))
    assert set(found.values()) == links
    assert {client.get(address).status_code for address in found} == {200}


def test_more_work_asks_no_more_of_the_database(
    draft: Edition, office: Office, people: People
) -> None:
    """Lists of one and of many cost the same number of queries."""
    every = office.hire("every", *(role for role in Role if role is not Role.CONTRIBUTOR))

    def work() -> None:
        one = submitted(start_article(BULLETIN, column=office.news, by=people.lin), people)
        workflow.send_back(one, digest=one.digest, by=people.chu, reason="请改")
        submitted(start_article(BULLETIN, column=office.news, by=people.lin), people)
        approved(start_article(NOTICE, column=office.notices, by=people.lin), people)
        start_article(NOTICE, column=office.notices, by=every)
        urgent = submitted(start_article(NOTICE, column=office.news, by=people.lin), people)
        workflow.release_urgently(urgent, by=people.zhi, reason="急")

    counts = []
    for _ in range(3):
        work()
        client = at_desk(every)
        with CaptureQueriesContext(connection) as asked:
            client.get("/admin/")
        counts.append(len(asked))
    assert counts[0] == counts[1] == counts[2] <= 30


@pytest.mark.parametrize(
    ("before", "said"),
    [
        (timedelta(seconds=20), "刚刚送审"),
        (timedelta(minutes=5), "5 分钟前送审"),
        (timedelta(hours=47), "47 小时前送审"),
        (timedelta(days=2), "2 天前送审"),
    ],
)
def test_an_age_is_told_in_words(before: timedelta, said: str) -> None:
    assert waited(NOON - before, NOON) == said


def test_what_is_left_and_what_is_over_is_told_in_words() -> None:
    assert left(NOON + timedelta(hours=5), NOON) == "还有 5 小时"
    assert left(NOON - timedelta(days=3), NOON) == "已超过 3 天"
