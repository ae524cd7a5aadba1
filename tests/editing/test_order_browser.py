"""An order that was not saved outlives a browser that dies: of parts, and of sections in a part."""

from typing import TYPE_CHECKING

import pytest
from pytest_django.live_server_helper import LiveServer

from bulletins.drafting import add_part, document_of
from bulletins.models import Edition
from tests.browsing import dropping, save, sign_in
from tests.editing.forms import page_of
from tests.office import BULLETIN, People, again

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

pytestmark = pytest.mark.django_db(transaction=True)


def at(browser: "Browser", server: LiveServer, edition: Edition) -> "Page":
    """Another browser of lin's: nothing of the one before is in it."""
    page = browser.new_context(locale="zh-CN").new_page()
    page.on("dialog", lambda dialog: dialog.accept())
    sign_in(page, server.url, "lin")
    page.goto(server.url + page_of(edition))
    return page


def move_tianjin(browser: "Browser", server: LiveServer, edition: Edition) -> None:
    """Its part goes down by one, which is kept and not saved."""
    page = at(browser, server, edition)
    page.get_by_role("button", name="把天 津下移").click()
    kept(page)


def kept(page: "Page") -> None:
    page.locator("#unsaved").filter(has_text="已暂存").wait_for()
    page.context.close()


def test_the_order_of_the_parts(
    draft: Edition, browser: "Browser", live_server: LiveServer, people: People
) -> None:
    move_tianjin(browser, live_server, draft)
    add_part(draft, BULLETIN.parts[0], by=people.lin)
    page = at(browser, live_server, draft)
    offer = page.locator(".offer")
    assert "排的顺序还没有保存：贵 州、天 津、天 津。此后" in offer.inner_text()
    offer.get_by_role("button", name="恢复").click()
    lines = page.locator(".outline-part")
    assert lines.all_inner_texts() == ["贵 州", "天 津", "天 津"]
    save(page)
    assert [str(part) for part in again(draft).parts.all()] == ["贵 州", "天 津", "天 津"]
    page.reload()
    assert page.locator(".offer").count() == 0
    page.context.close()


def test_an_order_that_she_does_not_want_is_not_offered_again(
    draft: Edition, browser: "Browser", live_server: LiveServer
) -> None:
    move_tianjin(browser, live_server, draft)
    page = at(browser, live_server, draft)
    with page.expect_response(dropping):
        page.locator(".offer").get_by_role("button", name="不要了").click()
    page.reload()
    assert page.locator("[data-part] h3").first.inner_text().startswith("天 津")
    assert page.locator(".offer").count() == 0
    page.context.close()


def test_the_order_of_sections_in_a_part(
    draft: Edition, browser: "Browser", live_server: LiveServer
) -> None:
    page = at(browser, live_server, draft)
    page.locator(".outline").get_by_role("link", name="加强宣传").focus()
    page.keyboard.press("Alt+ArrowDown")
    kept(page)
    page = at(browser, live_server, draft)
    page.locator("[data-part] .offer").get_by_role("button", name="恢复").click()
    page.locator(".cke_editable").filter(has_text="加强管理").wait_for()
    save(page)
    page.context.close()
    headings = [one.heading for one in document_of(again(draft)).parts[0].sections]
    assert headings == ["加强管理", "加强宣传"]
