"""A server that dies in the middle, a session that ends, two who type at once: in real Chromium."""

import re
import time
from datetime import timedelta
from typing import TYPE_CHECKING

import pytest
from django.utils import timezone
from pytest_django.live_server_helper import LiveServer

from bulletins.drafting import document_of, remove_part
from bulletins.models import Edition, Role, WorkingCopy
from tests.browsing import dropping, open_first, save, sign_in
from tests.editing.forms import page_of
from tests.office import Office, People, again
from tests.serving import Site, site

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page, Route

pytestmark = pytest.mark.django_db(transaction=True)
SIGN_OUT = re.compile("注销|退出")


def write_in(page: "Page", server: Site | LiveServer, edition: Edition) -> None:
    page.goto(server.url + page_of(edition))
    open_first(page)
    page.locator(".cke_editable p").first.click()
    page.keyboard.press("End")


def writing(browser: "Browser", server: Site | LiveServer, edition: Edition) -> "Page":
    """A browser of lin's, nothing of another in it; the caret is in the text."""
    page = browser.new_page(locale="zh-CN")
    sign_in(page, server.url, "lin")
    write_in(page, server, edition)
    return page


def take_up(page: "Page", server: Site | LiveServer, edition: Edition) -> None:
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
        page = writing(browser, server, draft)
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


def test_words_typed_just_before_the_page_is_left_are_offered_again(
    draft: Edition, browser: "Browser", live_server: LiveServer
) -> None:
    """No beat has seen them: this browser keeps them at the last moment, and not after a save."""
    page = writing(browser, live_server, draft)
    page.route("**/working/", lambda route: route.abort())
    page.keyboard.type("最后一句")
    take_up(page, live_server, draft)
    shows(page, ".cke_editable", "最后一句")
    page.unroute("**/working/")
    page.locator(".cke_editable p").first.click()
    page.keyboard.type("又一句")
    save(page)
    page.goto(live_server.url + page_of(draft))
    assert page.locator(".offer").count() == 0
    assert kept_here(page) == ""
    page.context.close()


def test_signing_out_leaves_no_last_words(
    draft: Edition, browser: "Browser", live_server: LiveServer
) -> None:
    page = writing(browser, live_server, draft)
    page.on("dialog", lambda dialog: dialog.accept())
    page.route("**/working/", lambda route: route.abort())
    page.keyboard.type("最后一句")
    page.get_by_role("button", name=SIGN_OUT).click()
    page.wait_for_load_state()
    assert page.evaluate("Object.keys(localStorage)") == []
    page.context.close()


def test_signing_out_leaves_nothing_though_the_server_answers_meanwhile(
    draft: Edition, browser: "Browser", live_server: LiveServer
) -> None:
    page = writing(browser, live_server, draft)
    page.on("dialog", lambda dialog: dialog.accept())
    beats, leaving = held(page, "**/working/"), held(page, "**/logout/")
    page.keyboard.type("第一句")
    wait_for(page, beats)
    page.keyboard.type("第二句")
    page.get_by_role("button", name=SIGN_OUT).click(no_wait_after=True)
    wait_for(page, leaving)
    with page.expect_response("**/working/"):
        beats.pop(0).continue_()
    page.wait_for_timeout(300)  # the page hears of it
    leaving.pop().continue_()
    page.wait_for_url("**/logout/")
    assert page.evaluate("Object.keys(localStorage)") == []
    page.context.close()


def test_who_stays_after_all_goes_on_being_kept(
    draft: Edition, browser: "Browser", live_server: LiveServer
) -> None:
    page = writing(browser, live_server, draft)
    page.route("**/working/", lambda route: route.abort())
    page.keyboard.type("写到一半")
    with page.expect_event("dialog") as asked:
        page.get_by_role("button", name=SIGN_OUT).click(no_wait_after=True)
    asked.value.dismiss()
    page.locator(".cke_editable p").first.click()
    page.keyboard.type("接着写")
    shows(page, "#unsaved", "暂存在本机浏览器中")
    assert "接着写" in kept_here(page)
    page.context.close()


def test_last_words_are_offered_beside_what_the_server_wrote_down_later(
    draft: Edition, browser: "Browser", live_server: LiveServer
) -> None:
    """A beat may be taken in after the page was left, and machines' clocks differ by moments."""
    page = writing(browser, live_server, draft)
    page.on("dialog", lambda dialog: dialog.accept())
    page.keyboard.type("甲甲")
    shows(page, "#unsaved", "已暂存")
    page.route("**/working/", lambda route: route.abort())
    page.keyboard.type("最后一句")
    page.goto("about:blank")
    WorkingCopy.objects.update(saved_at=timezone.now() + timedelta(minutes=1))
    page.goto(live_server.url + page_of(draft))
    page.wait_for_selector(".offer")
    assert page.locator(".offer").count() == 2
    assert "最后一句" in kept_here(page)
    page.context.close()


def test_what_is_kept_twice_alike_is_offered_once(
    draft: Edition, browser: "Browser", live_server: LiveServer
) -> None:
    """However editor and server part blocks into lines."""
    page = writing(browser, live_server, draft)
    page.on("dialog", lambda dialog: dialog.accept())
    page.keyboard.type("甲甲")
    page.keyboard.press("Enter")
    page.keyboard.type("乙乙")
    shows(page, "#unsaved", "已暂存")
    page.route("**/working/", lambda route: route.abort())
    page.keyboard.type("丙")
    page.keyboard.press("Backspace")
    page.goto("about:blank")
    page.goto(live_server.url + page_of(draft))
    page.wait_for_selector(".offer")
    assert page.locator(".offer").count() == 1
    assert kept_here(page) == ""
    page.context.close()


def held(page: "Page", address: str) -> "list[Route]":
    """What is asked there, until the test lets it go."""
    routes: list[Route] = []
    page.route(address, lambda route: routes.append(route))
    return routes


def wait_for(page: "Page", routes: "list[Route]") -> None:
    for _ in range(100):
        if routes:
            return
        page.wait_for_timeout(100)
    raise AssertionError("nothing was asked")


def test_a_browser_that_dies_costs_five_seconds_at_most(draft: Edition, browser: "Browser") -> None:
    with site() as server:
        page = writing(browser, server, draft)
        page.keyboard.type("甲甲甲")
        time.sleep(5)
        page.context.close()  # with its local store: another machine
        other = browser.new_page(locale="zh-CN")
        sign_in(other, server.url, "lin")
        take_up(other, server, draft)
        shows(other, ".cke_editable", "甲甲甲")
        other.close()


def kept_here(page: "Page") -> str:
    """All that this browser keeps of what was typed."""
    names = "Object.keys(localStorage).filter(name => name.startsWith('lantai:'))"
    return str(page.evaluate(f"{names}.map(name => name + localStorage[name]).join()"))


def test_after_the_session_ended_she_signs_in_beside_it_and_goes_on(
    draft: Edition, browser: "Browser", office: Office, live_server: LiveServer
) -> None:
    wang = office.hire("wang", Role.EDITOR)
    page = writing(browser, live_server, draft)
    page.context.clear_cookies(name="sessionid")
    page.keyboard.type("会话已断")
    shows(page, "#unsaved", "登录已过期")
    shows(page, "#unsaved", "浏览器")
    assert "会话已断" in kept_here(page)
    with page.expect_popup() as popup:
        page.get_by_role("link", name="在新窗口登录").click()
    sign_in(popup.value, live_server.url, "lin")
    save(page)
    assert "会话已断" in document_of(again(draft)).parts[0].intro
    assert kept_here(page) == ""
    # Somebody else signs in: nothing of hers is left; signing out anywhere leaves nothing at all.
    page.evaluate(f"localStorage.setItem('lantai:{wang.pk + 100}:1:head:x', '{{}}')")
    page.context.clear_cookies()
    sign_in(page, live_server.url, "wang")
    assert kept_here(page) == ""
    page.evaluate(f"localStorage.setItem('lantai:{wang.pk}:1:head:x', '{{}}')")
    page.get_by_role("button", name=SIGN_OUT).click()
    page.wait_for_load_state()
    assert page.evaluate("Object.keys(localStorage)") == []
    page.context.close()


def test_a_server_that_hangs_and_a_store_that_is_full_are_told_apart(
    draft: Edition, browser: "Browser", live_server: LiveServer
) -> None:
    page = writing(browser, live_server, draft)
    assert page.evaluate("CKEDITOR.disableAutoInline") is True
    page.keyboard.type("甲甲")
    shows(page, "#unsaved", "已暂存")
    assert kept_here(page) == ""  # the server has it
    page.route("**/working/", lambda route: None)
    page.keyboard.type("乙乙")
    page.wait_for_timeout(3000)
    page.keyboard.type("丙丙")
    page.wait_for_timeout(3000)
    assert "丙丙" in kept_here(page)
    shows(page, "#unsaved", "连不上服务器，您写的内容暂存在本机浏览器中")
    page.unroute("**/working/")
    page.route("**/working/", lambda route: route.abort())
    page.evaluate("Storage.prototype.setItem = () => { throw new Error('full'); }; 0")
    page.keyboard.type("丁")
    shows(page, "#unsaved", "没能暂存：请先把文字复制出来")
    page.context.close()


def test_words_in_a_part_that_was_removed_become_a_new_part(
    draft: Edition, browser: "Browser", people: People, live_server: LiveServer
) -> None:
    page = writing(browser, live_server, draft)
    page.on("dialog", lambda dialog: dialog.accept())
    page.keyboard.type("甲甲")
    shows(page, "#unsaved", "已暂存")
    remove_part(draft.parts.get(region="120000"), seen=1, by=people.lin)
    page.keyboard.type("乙乙")
    shows(page, ".offer", "这一部分已被删去")
    page.get_by_role("button", name="保存", exact=True).click()
    shows(page, ".leftover", "这一部分已被删去")
    offers = page.locator(".offer").filter(has_text="这一部分已被删去")
    offer = offers.filter(has=page.get_by_role("textbox")).first
    assert "甲甲乙乙" in offer.get_by_role("textbox").input_value()
    offer.get_by_role("button", name="作为新的一部分").click()
    shows(page, "[data-new] .cke_editable", "甲甲乙乙")
    save(page)
    page.context.close()
    assert "甲甲乙乙" in document_of(again(draft)).parts[-1].intro


def test_a_new_part_that_was_not_saved_is_neither_stored_nor_lost_before_she_says(
    draft: Edition, browser: "Browser", live_server: LiveServer
) -> None:
    page = browser.new_page(locale="zh-CN")
    page.on("dialog", lambda dialog: dialog.accept())
    sign_in(page, live_server.url, "lin")
    page.goto(live_server.url + page_of(draft))
    page.get_by_role("button", name="添加地区稿").click()
    page.locator("[data-new] .cke_editable").click()
    page.keyboard.type("湖南的导语")
    shows(page, "#unsaved", "已暂存")
    page.goto(live_server.url + page_of(draft))
    offered = page.locator("[data-new] .offer")
    offered.wait_for()
    assert page.locator("[data-new] :is(input, textarea):visible").count() == 0
    page.fill("#id_head-title", "另一个标题")
    save(page)  # the offer is still unanswered
    assert again(draft).parts.count() == 2
    offered.get_by_role("button", name="恢复").click()
    shows(page, "[data-new] .cke_editable", "湖南的导语")
    page.goto(live_server.url + page_of(draft))
    offered.get_by_role("button", name="不要了").click()
    assert page.locator("[data-new]").count() == 0
    page.context.close()


def test_two_windows_of_one_person_know_of_each_other(
    draft: Edition, browser: "Browser", live_server: LiveServer
) -> None:
    one = browser.new_context(locale="zh-CN").new_page()
    sign_in(one, live_server.url, "lin")
    write_in(one, live_server, draft)
    one.keyboard.type("甲甲")
    shows(one, "#unsaved", "已暂存")
    two = one.context.new_page()
    write_in(two, live_server, draft)
    for page in (one, two):
        shows(page, ".two-windows", "您在另一个窗口也打开着这一稿")
    two.keyboard.type("乙乙")
    shows(two, ".offer", "您在另一个窗口也写了这一部分")
    assert "甲甲" in draft.working_copies.get().fields["text"]
    assert "乙乙" in kept_here(two)
    two.get_by_role("button", name="以这里的为准").click()
    shows(two, "#unsaved", "已暂存")
    assert "乙乙" in draft.working_copies.get().fields["text"]
    two.locator("[data-down]").first.click()
    shows(two, "#unsaved", "已暂存")
    # What was refused comes back in its fields, and is not offered once more above them.
    two.locator("[name=head-closes_time]").fill("09:00")
    two.get_by_role("button", name="填写前言").click()
    two.locator("#head .cke_editable").click()
    two.keyboard.type("前言前言")
    shows(two, "#unsaved", "已暂存")
    save(two)
    shows(two, "#head .cke_editable", "前言前言")
    assert two.locator("#head > .offer").count() == 0
    one.context.close()


def test_an_offer_that_she_passed_over_is_there_again_after_saving_something_else(
    draft: Edition, browser: "Browser", live_server: LiveServer
) -> None:
    one = browser.new_page(locale="zh-CN")
    sign_in(one, live_server.url, "lin")
    one.goto(live_server.url + page_of(draft))
    one.locator("[name=head-title]").fill("没存的标题")
    shows(one, "#unsaved", "已暂存")
    one.context.close()
    page = writing(browser, live_server, draft)
    page.on("dialog", lambda dialog: dialog.accept())
    page.keyboard.type("甲甲")
    save(page)
    page.locator("#head").get_by_role("button", name="恢复").click()
    assert page.input_value("[name=head-title]") == "没存的标题"
    save(page)
    page.reload()
    assert page.locator(".offer").count() == 0
    assert (again(draft).title, "甲甲" in document_of(again(draft)).parts[0].intro) == (
        "没存的标题",
        True,
    )
    page.context.close()


def test_an_offer_that_she_writes_over_is_there_again(
    draft: Edition, browser: "Browser", live_server: LiveServer
) -> None:
    """Her new words take its place at the server; the old ones are kept by this browser."""
    one = writing(browser, live_server, draft)
    one.keyboard.type("甲甲")
    shows(one, "#unsaved", "已暂存")
    one.context.close()
    page = writing(browser, live_server, draft)
    page.on("dialog", lambda dialog: dialog.accept())
    page.keyboard.type("乙乙")
    shows(page, "#unsaved", "已暂存")
    save(page)
    assert "乙乙" in document_of(again(draft)).parts[0].intro
    page.locator("[data-part] .offer").get_by_role("button", name="恢复").click()
    shows(page, ".cke_editable", "甲甲")
    shows(page, "#unsaved", "已暂存")
    assert page.locator(".offer").count() == 0
    page.reload()
    offers = page.locator("[data-part] .offer")
    assert offers.count() == 1
    with page.expect_response(dropping):
        offers.get_by_role("button", name="不要了").click()
    page.reload()
    assert page.locator(".offer").count() == 0
    assert kept_here(page) == ""
    page.context.close()


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
