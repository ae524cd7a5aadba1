"""A notice lives and goes, in Chromium: closed by the desk, archived, withdrawn at night, and brought
back by the principal; a reader looks at its address each time.
"""

from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING

import pytest
from django.utils import timezone
from pytest_django.live_server_helper import LiveServer

from bulletins.drafting import start_article
from bulletins.models import Edition
from tests.browser.axe import faults
from tests.browsing import signed_in_tab
from tests.office import NOTICE, Office, People, released

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def notice(office: Office, people: People) -> Edition:
    document = replace(NOTICE, closes_at=timezone.now() + timedelta(days=3))
    return released(start_article(document, column=office.notices, by=people.lin), people)


def take(page: "Page", verb: str, **fields: str) -> None:
    """Find the notice by the desk's search, press the verb, fill in what it asks, press again."""
    page.goto(page.url.split("/admin/")[0] + "/admin/")
    page.fill("input[name=q]", NOTICE.title)
    page.get_by_role("button", name="查找").click()
    page.get_by_role("link", name=NOTICE.title).first.click()
    page.locator(".article-box").get_by_role("link", name=verb, exact=True).click()
    for name, value in fields.items():
        field = page.locator(f"[name={name}]")
        if field.evaluate("one => one.tagName") == "SELECT":
            field.select_option(value)
        else:
            field.fill(value)
    page.get_by_role("button", name=verb, exact=True).click()
    page.wait_for_selector(".messagelist")


def test_from_the_last_day_of_a_notice_to_its_return(
    notice: Edition, live_server: LiveServer, browser: "Browser", page: "Page"
) -> None:
    address = f"{live_server.url}/articles/1/"

    def reader_sees() -> tuple[int, str]:
        answer = page.goto(address)
        assert answer
        return answer.status, page.inner_text("main")

    with signed_in_tab(browser, live_server, "zhi") as desk:
        take(desk, "截止", note="名额已满", outcome="/articles/1/")
        status, words = reader_sees()
        assert (status, "已提前截止" in words, "名额已满" in words) == (200, True, True)
        take(desk, "归档")
        assert "归档" in reader_sees()[1]
        page.goto(f"{live_server.url}/columns/notices/")
        assert NOTICE.title not in page.inner_text("main")
        take(desk, "撤下", kind="checking", reason="读者来电")
        status, words = reader_sees()
        assert (status, "核实中暂停公开" in words, "停机维护" in words) == (410, True, False)
        take(desk, "写撤下说明", explanation="时间有误，正在核对。")
        assert "时间有误，正在核对。" in reader_sees()[1]
        assert desk.get_by_role("link", name="恢复公开").count() == 0
    with signed_in_tab(browser, live_server, "zhong") as principal:
        take(principal, "恢复公开")
        take(principal, "取消归档")
    status, words = reader_sees()
    assert (status, "停机维护" in words) == (200, True)
    assert faults(page) == []
    page.goto(f"{live_server.url}/columns/notices/")
    assert NOTICE.title in page.inner_text("main")
