"""Preview in a real browser: the public page in a frame, and a link for somebody without an account."""

from typing import TYPE_CHECKING

import pytest
from pytest_django import Settings
from pytest_django.live_server_helper import LiveServer

from bulletins.models import Edition
from tests.browsing import signed_in_tab
from tests.editing.doors import page_of

if TYPE_CHECKING:
    from playwright.sync_api import Browser

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.mark.parametrize(("at", "width"), [("手机", 360), ("电脑", 1024)])
def test_the_frame_is_as_wide_as_it_says_and_its_jumps_stay_inside(
    draft: Edition, live_server: LiveServer, browser: "Browser", at: str, width: int
) -> None:
    with signed_in_tab(browser, live_server, "lin") as page:
        page.goto(live_server.url + page_of("preview", draft))
        page.get_by_label("预览宽度").get_by_text(at).click()
        frame = page.frame_locator("iframe")
        frame.get_by_text("还没有公开").wait_for()
        inner = frame.locator("body").evaluate("document.documentElement.clientWidth")
        assert inner == width if width == 360 else inner >= width
        if width == 360:
            frame.locator(".jumps summary").click()
        frame.locator(".jumps a[href^='#']:visible").last.click()
        assert frame.locator("h1").inner_text() == "多地推进网络工作"
        assert len(page.context.pages) == 1


def test_a_link_made_by_an_editor_opens_for_who_has_no_account(
    draft: Edition, live_server: LiveServer, browser: "Browser", settings: Settings
) -> None:
    settings.SITE_URL = live_server.url
    with signed_in_tab(browser, live_server, "lin") as page:
        page.goto(live_server.url + page_of("preview", draft))
        page.fill("#id_note", "请王处长看")
        page.get_by_text("建预览链接").click()
        address = page.input_value("#fresh")
    stranger = browser.new_context(locale="zh-CN")
    tab = stranger.new_page()
    tab.goto(address)
    assert "办好网站" not in tab.content()
    tab.get_by_role("button", name="打开预览").click()
    tab.get_by_text("办好网站").wait_for()
    assert tab.locator(".preview-band").inner_text().startswith("预览")
    assert stranger.cookies() == []
    stranger.close()
