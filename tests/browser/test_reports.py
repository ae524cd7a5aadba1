"""找错 in a real browser: without scripts and cookies, with a hasty finger, to the answer."""

from typing import TYPE_CHECKING

import pytest
from django.core.cache import cache
from pytest_django.live_server_helper import LiveServer

from bulletins.models import Edition, ErrorReport
from bulletins.reporting import Said, receive, subject_of
from tests.browser.axe import faults
from tests.browsing import press, sign_in
from tests.office import People, released

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

pytestmark = pytest.mark.django_db(transaction=True)
WIDTHS = (320, 768, 1440)


@pytest.fixture
def live(draft: Edition, people: People) -> Edition:
    cache.clear()
    return released(draft, people)


def is_readable(page: "Page") -> bool:
    """By everybody, on a telephone and at a desk."""
    for width in WIDTHS:
        page.set_viewport_size({"width": width, "height": 800})
        assert faults(page) == [], page.url
        assert page.evaluate("document.documentElement.scrollWidth") <= width, page.url
    return True


def test_a_reader_without_scripts_and_cookies_reports_once(
    browser: "Browser", live: Edition, live_server: LiveServer
) -> None:
    context = browser.new_context(java_script_enabled=False, base_url=live_server.url)
    page = context.new_page()
    page.goto(f"/reports/new/?article=1&key={live.parts.all()[0].key}")
    page.get_by_label("错别字").check()
    page.get_by_label("哪里有误").fill("“札实”应为“扎实”")
    page.get_by_role("button", name="提交").dblclick()
    page.wait_for_url("**/reports/JC-*/")
    receipt = page.locator(".receipt strong").inner_text()
    page.reload()
    page.go_back()
    assert page.get_by_label("哪里有误").count() == 1
    page.go_forward()
    assert page.locator(".receipt strong").inner_text() == receipt
    assert ErrorReport.objects.get().receipt == receipt
    assert context.cookies() == []
    context.close()


def test_every_state_can_be_read_by_everybody(
    browser: "Browser", live: Edition, live_server: LiveServer
) -> None:
    context = browser.new_context(base_url=live_server.url, bypass_csp=True)
    page = context.new_page()
    page.goto("/reports/new/")
    assert is_readable(page)
    page.get_by_label("应当怎样").fill("长" * 1001)
    page.get_by_role("button", name="提交").click()
    assert is_readable(page)
    page.get_by_role("link", name="请写明哪里有误").click()
    assert page.evaluate("location.hash") == "#id_words"
    page.get_by_label("应当怎样").fill("مرحبا" * 60 + "😀")
    page.get_by_label("哪里有误").fill("a" * 300)
    page.get_by_label("哪个页面").fill("/articles/1/")
    page.get_by_label("其他").check()
    page.get_by_role("button", name="提交").click()
    assert is_readable(page)
    page.goto("/reports/?receipt=x")
    assert is_readable(page)
    page.get_by_label("回执号").fill(ErrorReport.objects.get().receipt.lower())
    page.get_by_role("button", name="查询").click()
    assert "已收到" in page.locator(".report-state").inner_text()
    context.close()


def test_the_desk_answers_and_the_page_can_be_read_by_everybody(
    browser: "Browser", live: Edition, live_server: LiveServer, people: People
) -> None:
    about = subject_of(1, live.parts.all()[0].key)
    assert about
    report = receive(about, Said("typo", "错" * 400, "改", "022-12345678"), form="x")
    context = browser.new_context(base_url=live_server.url, locale="zh-CN", bypass_csp=True)
    page = context.new_page()
    sign_in(page, live_server.url, "zhi")
    page.get_by_role("region", name="纠错").get_by_role("link", name="多地推进网络工作").click()
    assert is_readable(page)
    assert "由您" not in press(page, "开始处理")
    page.get_by_label("公开答复").fill("请打 022-12345678")
    with page.expect_navigation():
        page.get_by_role("button", name="公开答复").click()
    assert "联系方式" in page.locator(".errornote").inner_text()
    assert page.get_by_label("公开答复").input_value() == "请打 022-12345678"
    assert is_readable(page)
    page.get_by_label("公开答复").fill("谢谢，已改。")
    with page.expect_navigation():
        page.get_by_role("button", name="公开答复").click()
    assert press(page, "删去原文") == "已删去读者的原文和联系方式"
    assert is_readable(page)
    context.close()
    report.refresh_from_db()
    assert (report.answer, report.words, report.contact) == ("谢谢，已改。", "", "")
