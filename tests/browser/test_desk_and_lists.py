"""From the desk by keyboard: the calendar leads to a release; a list is narrowed down and taken away."""

from datetime import timedelta
from typing import TYPE_CHECKING

import pytest
from django.utils import timezone
from pytest_django.live_server_helper import LiveServer

from bulletins.models import Edition
from tests.browsing import signed_in_tab
from tests.office import People, scheduled

if TYPE_CHECKING:
    from playwright.sync_api import Browser

pytestmark = pytest.mark.django_db(transaction=True)


def test_the_calendar_is_walked_by_keyboard(
    draft: Edition, people: People, live_server: LiveServer, browser: "Browser"
) -> None:
    first = timezone.localtime().replace(day=1, hour=9, minute=0)
    at = (first + timedelta(days=32)).replace(day=12)  # of next month
    scheduled(draft, people, at)
    with signed_in_tab(browser, live_server, "zhong") as page:
        page.get_by_role("link", name="下一月").focus()
        page.keyboard.press("Enter")
        page.locator(f'.calendar time[datetime="{at:%Y-%m-%d}"]').wait_for()
        page.get_by_role("link", name="下一月").focus()
        page.keyboard.press("Tab")
        assert page.locator("*:focus").inner_text() == "09:00 多地推进网络工作"
        page.keyboard.press("Enter")
        page.wait_for_url(f"**/edition/{draft.pk}/change/")


def test_a_list_is_narrowed_down_on_a_telephone_and_taken_away(
    draft: Edition, people: People, live_server: LiveServer, browser: "Browser"
) -> None:
    with signed_in_tab(browser, live_server, "lin", width=360, height=780, touch=True) as page:
        page.goto(f"{live_server.url}/admin/bulletins/edition/")
        page.get_by_label("地区").fill("贵州")
        page.get_by_role("button", name="筛选").tap()
        page.get_by_text("共 1 条").wait_for()
        with page.expect_download() as taken:
            page.get_by_role("link", name=".csv").tap()
        lines = taken.value.path().read_text("utf-8-sig").splitlines()
        assert [line.split(",")[0] for line in lines] == ['"标题"', '"多地推进网络工作"']
