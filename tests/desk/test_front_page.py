"""The desk at a glance: who reads what, what ends, what goes stale, what comes when."""

import re
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest
import time_machine
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from bulletins import workflow
from bulletins.document.tree import Document, DocumentPart
from bulletins.drafting import presence, start_article
from bulletins.editing.desk import finding
from bulletins.editing.desk.columns import stale
from bulletins.editing.desk.months import month_of
from bulletins.editing.desk.notices import ending
from bulletins.models import Column, Edition, Listing, Presence, Role
from bulletins.permissions import scope_of
from bulletins.workflow.articles.validity import Force
from tests.editing.doors import at_desk
from tests.editing.test_desk import desk, section
from tests.office import NOTICE, Office, People, released, scheduled, submitted

NOW = datetime(2021, 3, 15, 4, tzinfo=UTC)  # noon in Beijing


def notice(text: str) -> Document:
    return Document(title="报名通知", parts=(DocumentPart(intro=f"<p>{text}</p>"),))


def day(offset: int) -> str:
    at = timezone.localdate() + timedelta(days=offset)
    return f"{at.year}年{at.month}月{at.day}日"


def test_who_has_it_open_is_told_to_the_others(draft: Edition, people: People) -> None:
    edition = submitted(draft, people)
    presence.say_here(edition, (), by=people.zhi)
    presence.say_here(edition, (), by=people.chu)
    assert "zhi正打开着" in section("待我审核", desk(people.chu))
    assert "chu正打开着" not in section("待我审核", desk(people.chu))
    Presence.objects.update(at=timezone.now() - timedelta(minutes=5))
    assert "打开着" not in section("待我审核", desk(people.chu))


def test_a_notice_whose_term_is_near_says_so_to_its_reviewer(
    office: Office, people: People
) -> None:
    near = timezone.now() + timedelta(days=2, minutes=5)
    edition = start_article(replace(NOTICE, closes_at=near), column=office.notices, by=people.lin)
    submitted(edition, people)
    assert re.search("截止时间 .*还有 2 天", section("待我审核", desk(people.zhong)))


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (f"请于{day(-1)}前报名。", "已过，仍未截止"),
        (f"请于{day(3)}前报名。", "没有填截止时间"),
        (f"请于{day(30)}前报名。", ""),
        (f"{day(-1)}召开会议。", ""),
    ],
)
def test_a_date_in_the_text_of_a_public_notice_is_found(
    office: Office, people: People, text: str, said: str
) -> None:
    released(start_article(notice(text), column=office.notices, by=people.lin), people)
    shown = section("公告到期", desk(people.lin))
    assert (said in shown) if said else (shown == "")
    assert section("公告到期", desk(people.chu)) == ""  # who cannot do anything about it


def test_what_has_a_closing_time_is_judged_by_it_and_not_by_its_text(
    office: Office, people: People
) -> None:
    later = timezone.now() + timedelta(days=20)
    document = replace(notice(f"请于{day(-1)}前报名。"), closes_at=later)
    edition = released(start_article(document, column=office.notices, by=people.lin), people)
    seen, scope = finding.seen_by(people.lin, scope_of(people.lin)), scope_of(people.lin)
    assert list(ending(seen, scope, timezone.now())) == []
    [near] = ending(seen, scope, later - timedelta(days=2))
    assert (near.edition, near.over, "还有 48 小时" in near.said or "还有 2 天" in near.said) == (
        edition,
        False,
        True,
    )
    [over] = ending(seen, scope, later + timedelta(days=2))
    assert (over.over, "仍在公开" in over.said) == (True, True)


def test_the_part_of_another_region_is_not_read_for_dates(
    office: Office, people: People, places: None
) -> None:
    parts = (
        DocumentPart("120000", "天津", "<p>文字</p>"),
        DocumentPart("520000", "贵州", f"<p>请于{day(-1)}前报名。</p>"),
    )
    document = Document(title="通知", parts=parts)
    released(start_article(document, column=office.notices, by=people.lin), people)
    assert "报名" in section("公告到期", desk(people.lin))
    tianjin = office.hire("tianjin", Role.EDITOR, region="120000")
    assert section("公告到期", desk(tianjin)) == ""


@pytest.mark.parametrize(
    ("days_ago", "said", "over"),
    [
        (2, None, False),
        (7, "还有 7 天到期（应 14 天内更新）", False),
        (14, "今天到期（应 14 天内更新）", False),
        (20, "已超期 6 天（应 14 天内更新）", True),
    ],
)
def test_a_column_is_pointed_at_before_it_goes_stale(
    draft: Edition, office: Office, people: People, days_ago: int, said: str | None, over: bool
) -> None:
    Column.objects.filter(slug="news").update(freshness_days=14)
    released(draft, people)
    Listing.objects.update(first_published_at=NOW, live_from=NOW)
    found = stale(scope_of(people.lin), NOW + timedelta(days=days_ago))
    assert [(one.said, one.over) for one in found] == ([(said, over)] if said else [])


def test_columns_of_others_and_those_without_a_term_are_not_shown(
    office: Office, people: People
) -> None:
    Column.objects.filter(slug="news").update(freshness_days=14)
    assert [one.said for one in stale(scope_of(people.lin), NOW)] == ["还没有发布过"]
    assert "网上传播" in section("栏目更新", desk(people.lin))
    stranger = office.hire("stranger", Role.EDITOR, column=office.notices)
    assert stale(scope_of(stranger), NOW) == []
    assert stale(scope_of(people.chu), NOW) == []


def test_the_calendar_says_what_comes_when_and_leads_on(draft: Edition, people: People) -> None:
    at = timezone.localtime(timezone.now() + timedelta(days=40)).replace(hour=9, minute=30)
    edition = scheduled(draft, people, at)
    client = at_desk(people.lin)
    page = client.get("/admin/", {"month": f"{at:%Y-%m}"}).content.decode()
    cell = re.search(rf'<time datetime="{at:%Y-%m-%d}">.*?</td>', page, re.DOTALL)
    assert cell
    assert "<b>09:30</b> 多地推进网络工作" in cell[0]
    assert f"/edition/{edition.pk}/change/" in cell[0]
    before = (at.replace(day=1) - timedelta(days=1)).strftime("%Y-%m")
    assert f'href="?month={before}#calendar"' in page


@pytest.mark.parametrize("asked", ["", "2021-13", "9999-12", "0000-01", "今天", "2021-03-15", "\0"])
def test_what_is_no_month_is_this_month(people: People, asked: str) -> None:
    month = month_of(finding.seen_by(people.lin, scope_of(people.lin)), asked, NOW)
    assert month.first == date(2021, 3, 1)
    assert (month.before, month.after) == ("2021-02", "2021-04")
    assert [one.day.day for one in month.weeks[2] if one.today] == [15]


def test_a_stranger_s_calendar_is_empty(draft: Edition, office: Office, people: People) -> None:
    at = timezone.now() + timedelta(days=1)
    scheduled(draft, people, at)
    stranger = office.hire("stranger", Role.EDITOR, column=office.notices)
    page = at_desk(stranger).get("/admin/", {"month": f"{timezone.localtime(at):%Y-%m}"})
    assert "多地推进" not in page.content.decode()


def test_notices_and_releases_cost_no_query_each(office: Office, people: People) -> None:
    Column.objects.update(freshness_days=14)
    every = office.hire("every", *(role for role in Role if role is not Role.CONTRIBUTOR))
    counts = []
    for _ in range(3):
        document = notice(f"请于{day(-1)}前报名。")
        released(start_article(document, column=office.notices, by=people.lin), people)
        presence.say_here(
            submitted(start_article(document, column=office.notices, by=people.lin), people),
            (),
            by=people.lin,
        )
        client = at_desk(every)
        with CaptureQueriesContext(connection) as asked:
            client.get("/admin/")
        counts.append(len(asked))
    assert counts[0] == counts[1] == counts[2] <= 30


def test_what_was_withdrawn_is_shown_until_it_is_back(draft: Edition, people: People) -> None:
    live = released(draft, people)
    workflow.withdraw(live.article, "wrong", by=people.zhi, reason="数字有误")
    gone = section("最近撤下", desk(people.zhi))
    assert live.title in gone
    assert "内容有误 · 还没有写公开说明" in re.sub(r"\s+", " ", gone)
    workflow.restore(live.article, by=people.zhong)
    assert section("最近撤下", desk(people.zhi)) == ""


def test_a_notice_that_was_put_off_or_closed_is_not_pointed_at(
    office: Office, people: People
) -> None:
    near = timezone.now() + timedelta(days=2)
    document = replace(NOTICE, closes_at=near)
    live = released(start_article(document, column=office.notices, by=people.lin), people)
    assert NOTICE.title in section("公告到期", desk(people.zhi))
    workflow.extend(live.article, by=people.zhi, at=near + timedelta(days=30))
    assert section("公告到期", desk(people.zhi)) == ""
    workflow.extend(live.article, by=people.zhi)
    assert NOTICE.title in section("公告到期", desk(people.zhi))
    workflow.close(live.article, by=people.zhi, note="名额已满")
    assert section("公告到期", desk(people.zhi)) == ""


def test_a_column_proposes_what_closed_long_ago_to_be_archived_together(
    office: Office, people: People
) -> None:
    near = timezone.now() + timedelta(days=2)
    document = replace(NOTICE, closes_at=near)
    live = released(start_article(document, column=office.notices, by=people.lin), people)
    Column.objects.filter(pk=office.notices.pk).update(archive_after_days=30)
    with time_machine.travel(near + timedelta(days=29), tick=False):
        assert section("可归档", desk(people.zhi)) == ""
    with time_machine.travel(near + timedelta(days=31), tick=False):
        assert section("可归档", desk(people.lin)) == ""
        assert "全部归档" in section("可归档", desk(people.zhi))
        together = {"deed": "archive", "pk": [live.pk], "sure": "1"}
        client = at_desk(people.zhi)
        assert (
            "1 篇已处理" in client.post("/admin/bulletins/edition/bulk/", together).content.decode()
        )
        assert section("可归档", desk(people.zhi)) == ""


def test_a_policy_paper_is_on_the_desk_from_the_day_on_which_to_look_at_it_again(
    draft: Edition, people: People
) -> None:
    live = released(draft, people)
    today = timezone.localdate()
    force = Force("valid", check_by=today + timedelta(days=1))
    workflow.set_validity(live.article, force, by=people.zhi)
    assert section("有效性待复查", desk(people.zhi)) == ""
    workflow.set_validity(live.article, Force("valid", check_by=today), by=people.zhi)
    assert live.title in section("有效性待复查", desk(people.lin))
    assert section("有效性待复查", desk(people.chu)) == ""
