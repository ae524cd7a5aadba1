"""Words typed outside the edition's page: a session that ends in the middle costs none, in Chromium."""

from typing import TYPE_CHECKING

import pytest
from django.urls import reverse
from pytest_django.live_server_helper import LiveServer

from bulletins.models import Edition, State
from tests.browsing import sign_in
from tests.editing.doors import page_of
from tests.office import People, again, submitted

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

pytestmark = pytest.mark.django_db(transaction=True)
REASON = "导语太短，请补充各地的做法和数字。"


def kept(page: "Page") -> str:
    return str(page.evaluate("JSON.stringify(sessionStorage)"))


def sign_in_again(page: "Page", name: str) -> None:
    """On the sign-in page to which the browser was led."""
    page.fill("#id_username", name)
    page.fill("#id_password", name)
    page.press("#id_password", "Enter")


def test_an_opinion_comes_back_after_the_session_ended_and_goes_with_the_decision(
    draft: Edition, people: People, browser: "Browser", live_server: LiveServer
) -> None:
    edition = submitted(draft, people)
    page = browser.new_page(locale="zh-CN")
    sign_in(page, live_server.url, "chu")
    page.goto(live_server.url + page_of("review", edition))
    page.fill("#id_opinion", REASON)
    page.locator(".add-note summary").first.click()
    note = page.locator(".add-note textarea").first
    note.fill("请核对数字。")
    page.context.clear_cookies(name="sessionid")
    page.get_by_role("button", name="退回修改").click()
    page.wait_for_selector("#id_username")
    sign_in_again(page, "chu")
    page.wait_for_selector(".put-back")
    assert page.input_value("#id_opinion") == REASON
    assert note.input_value() == "请核对数字。"
    page.get_by_role("button", name="加批注").first.click()
    page.locator(".note-said").first.wait_for()
    assert "请核对数字" not in kept(page)
    page.get_by_role("button", name="退回修改").click()
    page.wait_for_selector(".messagelist .success")
    assert REASON not in kept(page)
    page.close()
    assert again(edition).state == State.DRAFT


def test_a_paste_comes_back_with_its_form_until_it_is_read_or_she_signs_out(
    people: People, browser: "Browser", live_server: LiveServer
) -> None:
    page = browser.new_page(locale="zh-CN")
    address = live_server.url + reverse("admin:bulletins_edition_import")
    sign_in(page, live_server.url, "lin")
    for leave in ("读取", "退出"):
        page.goto(address)
        assert page.input_value("#id_text") == ""
        page.fill("#id_text", "网络工作简报\n一、加强宣传\n办好网站。")
        page.context.clear_cookies(name="sessionid")
        page.reload()
        sign_in_again(page, "lin")
        page.wait_for_selector(".put-back")
        assert "加强宣传" in page.input_value("#id_text")
        page.get_by_role("button", name=leave).click()
        page.wait_for_url(lambda url: url != address)
        assert "加强宣传" not in kept(page)
    page.close()
