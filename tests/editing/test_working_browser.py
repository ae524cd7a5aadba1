"""A server that dies in the middle, a session that ends, two who type at once: in real Chromium."""

import re
import time
from typing import TYPE_CHECKING

import pytest

from bulletins.drafting import document_of
from bulletins.models import Edition, Role
from tests.browsing import open_first, save, sign_in
from tests.editing.forms import page_of
from tests.office import Office, again
from tests.serving import Site, site

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

pytestmark = pytest.mark.django_db(transaction=True)


def write_in(page: "Page", server: Site, edition: Edition) -> None:
    page.goto(server.url + page_of(edition))
    open_first(page)
    page.locator(".cke_editable p").first.click()
    page.keyboard.press("End")


def take_up(page: "Page", server: Site, edition: Edition) -> None:
    page.on("dialog", lambda dialog: dialog.accept())
    page.goto(server.url + page_of(edition))
    page.locator(".offer").first.get_by_role("button", name="恢复").click()
    page.wait_for_selector("[data-part] .cke_editable")


def shows(page: "Page", where: str, words: str) -> None:
    """Wait for it; a strict policy keeps tests from asking with scripts of their own."""
    page.locator(where).filter(has_text=words).first.wait_for(state="attached")


def test_a_server_killed_in_the_middle_costs_no_word(draft: Edition, browser: "Browser") -> None:
    """Typed before, during and after the kill; the browser goes on, and the server comes back."""
    with site() as server:
        page = browser.new_page(locale="zh-CN")
        sign_in(page, server.url, "lin")
        write_in(page, server, draft)
        page.keyboard.type("甲甲甲")
        shows(page, "#unsaved", "已暂存")
        page.keyboard.type("乙乙乙")
        server.kill()
        page.keyboard.type("丙丙丙")
        shows(page, "#unsaved", "浏览器")
        server.start()
        take_up(page, server, draft)
        shows(page, ".cke_editable", "丙")
        save(page)
        page.close()
    assert "甲甲甲乙乙乙丙丙丙" in document_of(again(draft)).parts[0].intro


def test_a_browser_that_dies_costs_five_seconds_at_most(draft: Edition, browser: "Browser") -> None:
    with site() as server:
        page = browser.new_page(locale="zh-CN")
        sign_in(page, server.url, "lin")
        write_in(page, server, draft)
        page.keyboard.type("甲甲甲")
        time.sleep(5)
        page.context.close()  # with its local store: another machine
        other = browser.new_page(locale="zh-CN")
        sign_in(other, server.url, "lin")
        take_up(other, server, draft)
        shows(other, ".cke_editable", "甲甲甲")
        other.close()


def test_a_session_that_ends_keeps_the_text_and_signing_out_clears_it(
    draft: Edition, browser: "Browser", office: Office
) -> None:
    office.hire("wang", Role.EDITOR)
    with site() as server:
        page = browser.new_page(locale="zh-CN")
        sign_in(page, server.url, "lin")
        write_in(page, server, draft)
        page.context.clear_cookies(name="sessionid")
        page.keyboard.type("会话已断")
        shows(page, "#unsaved", "浏览器")
        kept = page.evaluate("Object.keys(localStorage)")
        assert any(key.startswith("lantai:") for key in kept)
        # Somebody else at the same machine is offered nothing.
        page.on("dialog", lambda dialog: dialog.accept())
        sign_in(page, server.url, "wang")
        page.goto(server.url + page_of(draft))
        page.wait_for_load_state()
        assert page.locator(".offer").count() == 0
        page.get_by_role("button", name=re.compile("注销|退出")).click()
        sign_in(page, server.url, "lin")
        page.goto(server.url + page_of(draft))
        page.wait_for_selector(".offer")
        page.get_by_role("button", name=re.compile("注销|退出")).click()
        page.wait_for_load_state()
        assert page.evaluate("Object.keys(localStorage)") == []
        page.close()


def test_two_who_write_see_each_other(draft: Edition, browser: "Browser", office: Office) -> None:
    office.hire("wang", Role.EDITOR)
    with site() as server:
        lin, wang = browser.new_context(locale="zh-CN"), browser.new_context(locale="zh-CN")
        hers, his = lin.new_page(), wang.new_page()
        sign_in(hers, server.url, "lin")
        sign_in(his, server.url, "wang")
        write_in(hers, server, draft)
        hers.keyboard.type("甲")
        shows(hers, "#unsaved", "已暂存")
        his.goto(server.url + page_of(draft))
        part = draft.parts.get(region="120000").key
        shows(his, f"[data-people={part}]", "lin")
        lin.close()
        wang.close()
