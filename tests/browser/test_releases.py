"""签发 for a later time, put off and taken back; 紧急签发 at night, and its review the next day."""

from datetime import datetime, timedelta
from typing import TYPE_CHECKING

import pytest
from django.utils import timezone

from bulletins.drafting import start_article
from bulletins.models import Edition, Role, State
from tests.browser.axe import hindrances
from tests.browser.conftest import AtDesk
from tests.browsing import press
from tests.editing.doors import page_of
from tests.office import NOTICE, Office, People, again, approved, submitted

if TYPE_CHECKING:
    from playwright.sync_api import Page

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def notice(office: Office, people: People) -> Edition:
    return start_article(NOTICE, column=office.notices, by=people.lin)


def set_time(page: "Page", at: datetime) -> None:
    page.get_by_label("公开日期").fill(f"{at:%Y-%m-%d}")
    page.get_by_label("公开时刻").fill(f"{at:%H:%M}")


def status(reader: "Page") -> int:
    answer = reader.goto("/articles/1/")
    assert answer
    return answer.status


def test_a_release_is_timed_put_off_taken_back_and_made(
    notice: Edition, people: People, at_desk: AtDesk, reader: "Page"
) -> None:
    approved(notice, people)
    first = timezone.localtime().replace(hour=9, minute=0) + timedelta(days=2)
    zhong = at_desk("zhong")
    zhong.get_by_role("link", name=NOTICE.title).click()
    press(zhong, "签发", "link")
    assert hindrances(zhong) == []
    zhong.get_by_label("公开日期").fill(f"{first:%Y-%m-%d}")
    press(zhong, "签发")
    zhong.get_by_text("日期和时刻要一起填").wait_for()
    assert hindrances(zhong) == []
    set_time(zhong, first)
    said = press(zhong, "签发")
    assert f"{first.month}月{first.day}日" in said
    assert "公开" in said
    assert (again(notice).state, status(reader)) == (State.RELEASED, 404)
    zhong.goto(f"/admin/?month={first:%Y-%m}")
    assert "09:00" in zhong.locator(".calendar").inner_text()
    zhi = at_desk("zhi")
    zhi.get_by_role("link", name=NOTICE.title).first.click()
    press(zhi, "改期", "link")
    assert zhi.get_by_label("公开日期").input_value() == f"{first:%Y-%m-%d}"
    assert zhi.get_by_label("公开时刻").input_value() == "09:00"
    assert hindrances(zhi) == []
    set_time(zhi, first + timedelta(days=1))
    assert "已改期" in press(zhi, "改期")
    assert again(notice).live_from == (first + timedelta(days=1)).replace(second=0, microsecond=0)
    assert "已取消发布" in press(zhi, "取消发布")
    assert (again(notice).state, status(reader)) == (State.IN_REVIEW, 404)
    zhong.goto(page_of("review", notice))
    press(zhong, "签发", "link")
    assert "编号 1" in press(zhong, "签发")
    assert status(reader) == 200


def test_what_was_urgent_is_reviewed_the_next_day(
    notice: Edition, office: Office, people: People, at_desk: AtDesk, reader: "Page"
) -> None:
    submitted(notice, people)
    office.hire("zhao", Role.FINAL_REVIEWER)
    zhi = at_desk("zhi")
    zhi.goto(page_of("change", notice))
    press(zhi, "紧急签发（限时补审）", "link")
    assert hindrances(zhi) == []
    zhi.get_by_role("button", name="紧急签发（限时补审）").click()
    assert zhi.locator("textarea:invalid").count() == 1  # the browser asks for the reason first
    zhi.get_by_label("理由").fill("今晚停机，等不到明早")
    assert "编号 1" in press(zhi, "紧急签发（限时补审）")
    assert status(reader) == 200
    zhao = at_desk("zhao")
    assert "补审期限" in zhao.locator("section").filter(has_text="待补审").first.inner_text()
    assert hindrances(zhao) == []
    zhao.get_by_role("link", name=NOTICE.title).first.click()
    assert "今晚停机，等不到明早" in zhao.inner_text(".review-head")
    assert hindrances(zhao) == []
    for gate in zhao.locator(".gate input").all():
        gate.press("Space")
    press(zhao, "同意")
    assert not again(notice).awaits_late_review
    zhao.goto("/admin/")
    assert "待补审" not in zhao.inner_text("#content")
    zhi.goto(page_of("sheet", notice))
    assert "，已补审" in zhi.inner_text(".sheet")
    assert hindrances(zhi) == []
