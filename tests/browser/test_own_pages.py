"""The admin's own pages at a desk and on a telephone, with what they say when something went
wrong: nothing serious for axe, nothing too wide."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING

import pytest
from django.utils import timezone
from pytest_django.live_server_helper import LiveServer

from accounts.models import User
from bulletins.drafting import save_head, save_part, start_article
from bulletins.drafting.content import part_of
from bulletins.drafting.head import head_of
from bulletins.models import Edition
from tests.browser.axe import hindrances
from tests.browser.conftest import AtDesk
from tests.browsing import open_first, press, sign_in
from tests.editing.doors import page_of
from tests.office import NOTICE, Office, People, again, saying, scheduled, submitted
from tests.stories.bulletin import bulletin

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

pytestmark = pytest.mark.django_db(transaction=True)
Walk = Callable[["Page", Edition, User], object]
LIST = "/admin/bulletins/edition/"


def at(name: str) -> Walk:
    return lambda page, draft, lin: page.goto(page_of(name, draft))


def place(address: str) -> Walk:
    return lambda page, draft, lin: page.goto(address)


def open_part(page: "Page", draft: Edition, lin: User) -> None:
    page.goto(page_of("change", draft))
    open_first(page)


def new_part_without_a_region_there_is(page: "Page", draft: Edition, lin: User) -> None:
    open_part(page, draft, lin)
    page.get_by_role("button", name="添加地区稿").click()
    page.locator("[data-new] input").nth(0).fill("无此地")
    page.locator("[name=head-closes_time]").fill("09:00")
    press(page, "保存")
    assert page.locator(".error").count() >= 2


def part_that_two_changed(page: "Page", draft: Edition, lin: User) -> None:
    open_part(page, draft, lin)
    page.locator(".cke_editable p").nth(1).click()
    page.keyboard.type("我写的")
    part = draft.parts.all()[0]
    said = part_of(part)
    hers = tuple(replace(one, body="<p>她写的</p>") for one in said.sections)
    save_part(part, replace(said, sections=hers), seen=part.revision, by=lin)
    press(page, "保存")
    page.wait_for_selector(".clash")


def head_that_two_changed(page: "Page", draft: Edition, lin: User) -> None:
    page.goto(page_of("change", draft))
    page.fill("#id_head-title", "我改的标题")
    now = again(draft)
    head = head_of(now)
    hers = replace(head, document=replace(head.document, title="她改的标题"))
    save_head(now, hers, seen=now.revision, by=lin)
    press(page, "保存")
    page.wait_for_selector(".clash")


def words_that_were_not_saved(page: "Page", draft: Edition, lin: User) -> None:
    open_part(page, draft, lin)
    page.locator(".cke_editable p").first.click()
    page.keyboard.type("没有保存的")
    page.locator("#unsaved").filter(has_text="已暂存").wait_for()
    page.goto(page_of("change", draft))
    page.locator(".offer").first.wait_for()


def earlier_texts(page: "Page", draft: Edition, lin: User) -> None:
    part = draft.parts.all()[0]
    save_part(part, saying(part_of(part), "后来的"), seen=part.revision, by=lin)
    page.goto(page_of("earlier", draft))


def confirmation(page: "Page", draft: Edition, lin: User) -> None:
    page.goto(f"{LIST}import/")
    page.fill("#id_text", bulletin().text)
    press(page, "读取")


def one_part_of_the_import(page: "Page", draft: Edition, lin: User) -> None:
    confirmation(page, draft, lin)
    press(page, "选择地区稿")


def found_by_a_word(page: "Page", draft: Edition, lin: User) -> None:
    page.goto(f"{LIST}search/?q=巡查")
    page.locator("mark").first.wait_for()


def month_with_a_release(page: "Page", draft: Edition, lin: User) -> None:
    at = timezone.localtime(timezone.now() + timedelta(days=20))
    page.goto(f"/admin/?month={at:%Y-%m}")
    page.locator(".calendar .has a").wait_for()


PAGES: dict[str, Walk] = {
    "工作台": place("/admin/"),
    "工作台，发布日历": month_with_a_release,
    "查找": found_by_a_word,
    "查找，没有": place(f"{LIST}search/?q=没有这样的字"),
    "稿件": place(LIST),
    "稿件，没有": place(f"{LIST}?q=没有这样的标题"),
    "新稿件": place(f"{LIST}add/"),
    "导入": place(f"{LIST}import/"),
    "导入核对": confirmation,
    "导入为一个地区稿": one_part_of_the_import,
    "列入与置顶": at("placing"),
    "预览": at("preview"),
    "作废": lambda page, draft, lin: page.goto(page_of("do", draft, "discard")),
    "编辑": at("change"),
    "编辑，打开一部分": open_part,
    "编辑，没有存下": new_part_without_a_region_there_is,
    "编辑，两人同改一部分": part_that_two_changed,
    "编辑，两人同改标题": head_that_two_changed,
    "编辑，有没保存的": words_that_were_not_saved,
    "旧稿": earlier_texts,
    "没有这一页": place("/admin/nothing/"),
}


@pytest.fixture
def later(office: Office, people: People, places: None) -> None:
    """A notice that is to be public in twenty days."""
    notice = start_article(NOTICE, column=office.notices, by=people.lin)
    scheduled(notice, people, timezone.now() + timedelta(days=20))


@pytest.fixture
def lin_s(browser: "Browser", live_server: LiveServer) -> "Iterator[Page]":
    """Her window, in which the browser may complain: of refusals, of pages that are not there."""
    context = browser.new_context(base_url=live_server.url, locale="zh-CN")
    page = context.new_page()
    page.on("dialog", lambda dialog: dialog.accept())
    yield page
    context.close()


@pytest.mark.usefixtures("later")
def test_no_page_hinders_anybody(draft: Edition, people: People, lin_s: "Page") -> None:
    found: dict[str, list[str]] = {}
    sign_in(lin_s, "", "lin")
    for name, walk in PAGES.items():
        walk(lin_s, draft, people.lin)
        found[name] = hindrances(lin_s)
    assert found == {name: [] for name in PAGES}


def test_no_proof_hinders_anybody(draft: Edition, people: People, at_desk: AtDesk) -> None:
    submitted(draft, people)
    for name in ("review", "sheet", "change"):
        at_desk("lin").goto(page_of(name, draft))
        assert hindrances(at_desk("lin")) == [], name


def test_no_notice_of_another_window_or_an_ended_session_hinders_anybody(
    draft: Edition, people: People, lin_s: "Page"
) -> None:
    sign_in(lin_s, "", "lin")
    open_part(lin_s, draft, people.lin)
    other = lin_s.context.new_page()
    other.goto(page_of("change", draft))
    lin_s.locator(".two-windows").wait_for()
    assert hindrances(lin_s) == []
    other.close()
    lin_s.context.clear_cookies(name="sessionid")
    lin_s.locator(".cke_editable p").first.click()
    lin_s.keyboard.type("会话已断")
    lin_s.get_by_role("link", name="在新窗口登录").wait_for()
    assert hindrances(lin_s) == []
