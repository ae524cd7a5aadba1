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
from bulletins.editing.desk.freshness import freshness_of
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
    found = freshness_of(scope_of(people.lin), NOW + timedelta(days=days_ago))
    columns = found.columns if found else []
    assert [(one.said, one.over) for one in columns] == ([(said, over)] if said else [])


def test_columns_of_others_and_those_without_a_term_are_not_shown(
    office: Office, people: People
) -> None:
    Column.objects.filter(slug="news").update(freshness_days=14)
    found = freshness_of(scope_of(people.lin), NOW)
    assert found
    assert [one.said for one in found.columns] == ["还没有发布过"]
    assert "网上传播" in section("首页与栏目更新", desk(people.lin))
    stranger = office.hire("stranger", Role.EDITOR, column=office.notices)
    assert [one.columns for one in [freshness_of(scope_of(stranger), NOW)] if one] == [[]]
    assert freshness_of(scope_of(people.chu), NOW) is None


@pytest.mark.parametrize(
    ("days_ago", "said", "over"),
    [
        (9, None, False),
        (10, "还有 4 天到期（应 14 天内更新）", False),
        (14, "今天到期（应 14 天内更新）", False),
        (15, "已超期 1 天（应 14 天内更新）", True),
    ],
)
def test_the_home_page_is_pointed_at_before_two_weeks_are_over(
    draft: Edition, people: People, days_ago: int, said: str | None, over: bool
) -> None:
    released(draft, people)
    Listing.objects.update(first_published_at=NOW, live_from=NOW)
    found = freshness_of(scope_of(people.lin), NOW + timedelta(days=days_ago))
    home = found.home if found else None
    assert (home and (home.said, home.over)) == ((said, over) if said else None)


def test_what_is_archived_keeps_no_home_page_fresh(draft: Edition, people: People) -> None:
    live = released(draft, people)
    assert "首页 " not in section("首页与栏目更新", desk(people.zhi))
    workflow.archive(live.article, by=people.zhi)
    assert "首页 还没有发布过" in section("首页与栏目更新", desk(people.zhi))


def columns_of(term: int, kind: str, often: int) -> None:
    """Columns with one text each, which came out at NOW."""
    made = [
        Column.objects.create(
            slug=f"c{term}-{kind}-{at}", name=f"栏{term}{at}", freshness_days=term, kind=kind
        )
        for at in range(often)
    ]
    facts = Listing.objects.values("edition", "live_until", "number", "title").first()
    assert facts
    Listing.objects.bulk_create(
        Listing(
            edition_id=facts["edition"],
            list=f"column:{column.slug}",
            first_published_at=NOW,
            live_from=NOW,
            live_until=facts["live_until"],
            number=facts["number"],
            title=facts["title"],
        )
        for column in made
    )


@pytest.mark.parametrize(
    ("term", "kind", "often", "said"),
    [
        (30, "bulletin", 7, ["7 个", "2 个"]),
        (30, "bulletin", 8, ["8 个！", "2 个"]),
        (14, "bulletin", 4, ["4 个", "4 个！", "2 个"]),
        (180, "bulletin", 4, ["4 个", "4 个！", "2 个"]),
        (90, "notice", 4, ["4 个", "4 个！", "2 个"]),
    ],
)
def test_so_many_stale_columns_that_the_site_may_fail_are_counted(
    draft: Edition, people: People, term: int, kind: str, often: int, said: list[str]
) -> None:
    """「！」: so many that it is urgent. Two columns of the office are empty from the beginning."""
    released(draft, people)
    Listing.objects.update(first_published_at=NOW, live_from=NOW)
    columns_of(term, kind, often)
    found = freshness_of(scope_of(people.lin), NOW + timedelta(days=term + 1))
    assert found
    told = [re.split("：|。", one.said)[0] + ("！" if one.over else "") for one in found.totals]
    assert told == [*said[:-1], f"{said[-1]}！"]
    assert "满 5 个，检查不合格" in found.totals[-1].said


def test_totals_of_the_site_name_the_columns_in_which_she_works(
    office: Office, people: People
) -> None:
    keeper = office.hire("keeper", Role.EDITOR, column=office.notices)
    said = section("首页与栏目更新", desk(keeper))
    assert "空白栏目" in said
    assert "3 个：通知公告。满 5 个，检查不合格" in said
    boss = office.hire("boss", Role.ADMINISTRATOR)
    assert "3 个：网上传播、地方动态、通知公告。" in section("首页与栏目更新", desk(boss))


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
