"""预览 from the edition page, in real Chromium: what is on the page, in a window beside it."""

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from pytest_django.live_server_helper import LiveServer

from bulletins.document.tree import DocumentAttachment
from bulletins.drafting import save_head, save_part
from bulletins.drafting.content import part_of
from bulletins.drafting.head import head_of
from bulletins.models import Edition
from tests.browsing import open_first, sign_in
from tests.editing.doors import page_of
from tests.office import People, saying

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

pytestmark = pytest.mark.django_db(transaction=True)


def write(page: "Page", server: LiveServer, edition: Edition, words: str) -> None:
    sign_in(page, server.url, "lin")
    page.goto(server.url + page_of("change", edition))
    open_first(page)
    go_on(page, words)


def go_on(page: "Page", words: str) -> None:
    page.locator(".cke_editable p").first.click()
    page.keyboard.press("End")
    page.keyboard.type(words)


def preview_of(page: "Page") -> "Page":
    """The window that opens beside the page."""
    with page.expect_popup() as popup:
        page.get_by_role("link", name="预览", exact=True).click()
    return popup.value


@pytest.mark.parametrize("width", [360, 1280])
def test_what_was_just_typed_is_in_the_preview(
    draft: Edition, browser: "Browser", live_server: LiveServer, width: int
) -> None:
    page = browser.new_page(locale="zh-CN", viewport={"width": width, "height": 900})
    write(page, live_server, draft, "刚刚写的")
    preview = preview_of(page)
    frame = preview.frame_locator("iframe")
    frame.get_by_text("刚刚写的").wait_for()
    frame.get_by_text("含未保存的改动").wait_for()
    page.locator(".cke_editable").filter(has_text="刚刚写的").wait_for()
    preview.get_by_label("预览哪一份").get_by_text("已保存的文字").click()
    frame.get_by_text("不在其中").wait_for()
    assert frame.get_by_text("刚刚写的").count() == 0
    # Once more: the same window shows what she has now.
    page.bring_to_front()
    go_on(page, "再写几字")
    page.get_by_role("link", name="预览", exact=True).click()
    frame.get_by_text("刚刚写的再写几字").wait_for()
    assert len(page.context.pages) == 2
    page.locator("[data-part]").last.get_by_text("删去").click()
    page.get_by_role("link", name="预览", exact=True).click()
    frame.get_by_text("组织培训").wait_for(state="detached")
    page.context.close()


def test_what_was_marked_to_be_taken_out_is_so_again_when_she_comes_back(
    draft: Edition, browser: "Browser", live_server: LiveServer
) -> None:
    page = browser.new_page(locale="zh-CN")
    page.on("dialog", lambda dialog: dialog.accept())
    sign_in(page, live_server.url, "lin")
    page.goto(live_server.url + page_of("change", draft))
    page.locator("[data-part]").last.get_by_text("删去").click()
    page.locator("#unsaved").filter(has_text="已暂存").wait_for()
    page.reload()
    part = page.locator("[data-part]").last
    part.get_by_role("button", name="恢复").click()
    assert part.get_by_label("删去").is_checked()
    assert "removed" in (part.get_attribute("class") or "")
    page.context.close()


def test_names_and_order_of_many_attachments_are_kept_with_the_rest(
    draft: Edition, browser: "Browser", live_server: LiveServer, people: People
) -> None:
    head, files = head_of(draft), [DocumentAttachment(f"附件{number}") for number in range(14)]
    wanted = replace(head, document=replace(head.document, attachments=tuple(files)))
    save_head(draft, wanted, seen=1, by=people.lin)
    page = browser.new_page(locale="zh-CN")
    page.on("dialog", lambda dialog: dialog.accept())
    sign_in(page, live_server.url, "lin")
    page.goto(live_server.url + page_of("change", draft))
    page.get_by_label("附件名称").last.fill("报名表")
    page.get_by_role("button", name="把附件“附件13”上移").click()
    page.locator("#unsaved").filter(has_text="已暂存").wait_for()
    page.reload()
    page.locator("#head").get_by_role("button", name="恢复").click()
    last = [page.get_by_label("附件名称").nth(at).input_value() for at in (12, 13)]
    assert last == ["报名表", "附件12"]
    page.context.close()


def test_where_the_browser_opens_no_window_there_is_a_link(
    draft: Edition, browser: "Browser", live_server: LiveServer
) -> None:
    page = browser.new_page(locale="zh-CN", bypass_csp=True)
    write(page, live_server, draft, "刚刚写的")
    page.evaluate("window.open = () => null; 0")
    page.get_by_role("link", name="预览", exact=True).click()
    with page.expect_popup() as popup:
        page.get_by_role("link", name="看预览").click()
    popup.value.frame_locator("iframe").get_by_text("刚刚写的").wait_for()
    page.context.close()


def test_with_the_server_away_there_is_no_preview_and_no_word_is_lost(
    draft: Edition, browser: "Browser", live_server: LiveServer
) -> None:
    page = browser.new_page(locale="zh-CN")
    write(page, live_server, draft, "甲甲")
    page.route("**/working/", lambda route: route.abort())
    page.keyboard.type("乙乙")
    page.get_by_role("link", name="预览", exact=True).click()
    page.locator("#unsaved").filter(has_text="连不上服务器").filter(
        has_text="没有打开预览"
    ).wait_for()
    assert len(page.context.pages) == 1
    page.unroute("**/working/")
    preview = preview_of(page)
    preview.frame_locator("iframe").get_by_text("甲甲乙乙").wait_for()
    page.context.close()


def test_after_the_session_ended_she_signs_in_beside_it_and_previews(
    draft: Edition, browser: "Browser", live_server: LiveServer
) -> None:
    page = browser.new_page(locale="zh-CN")
    write(page, live_server, draft, "甲甲")
    page.context.clear_cookies(name="sessionid")
    page.get_by_role("link", name="预览", exact=True).click()
    said = page.locator("#unsaved").filter(has_text="登录已过期").filter(has_text="没有打开预览")
    with page.expect_popup() as popup:
        said.get_by_role("link", name="在新窗口登录").click()
    sign_in(popup.value, live_server.url, "lin")
    popup.value.close()
    preview = preview_of(page)
    preview.frame_locator("iframe").get_by_text("甲甲").wait_for()
    page.context.close()


def test_another_window_of_hers_is_not_taken_for_this_one(
    draft: Edition, browser: "Browser", live_server: LiveServer
) -> None:
    one = browser.new_context(locale="zh-CN").new_page()
    write(one, live_server, draft, "甲甲")
    one.locator("#unsaved").filter(has_text="已暂存").wait_for()
    two = one.context.new_page()
    two.goto(live_server.url + page_of("change", draft))
    open_first(two)
    go_on(two, "乙乙")
    with two.expect_popup() as popup:
        two.get_by_role("link", name="预览", exact=True).click()
    popup.value.frame_locator("iframe").get_by_text("没能暂存").wait_for()
    two.locator(".offer").filter(has_text="您在另一个窗口也写了这一部分").wait_for()
    one.context.close()


def test_what_she_saves_on_another_machine_takes_nothing_from_this_one(
    draft: Edition, browser: "Browser", live_server: LiveServer, people: People
) -> None:
    """It drops what the server kept of that box; this page has its words, and keeps them anew."""
    page = browser.new_page(locale="zh-CN")
    write(page, live_server, draft, "甲甲")
    page.locator("#unsaved").filter(has_text="已暂存").wait_for()
    tianjin = draft.parts.get(region="120000")
    draft.working_copies.all().delete()
    preview = preview_of(page)
    preview.frame_locator("iframe").get_by_text("甲甲").wait_for()
    preview.close()
    for seen, words in ((1, "乙乙"), (2, "丙丙")):
        save_part(tianjin, saying(part_of(tianjin), words), seen=seen, by=people.lin)
        draft.working_copies.all().delete()
        with page.expect_response("**/working/"):
            page.evaluate("window.dispatchEvent(new Event('focus'))")
        with page.expect_response("**/working/"):
            pass
        assert "甲甲" in draft.working_copies.get().fields["text"]
    page.context.close()


def test_what_a_refused_saving_left_in_its_fields_is_previewed(
    draft: Edition, browser: "Browser", live_server: LiveServer
) -> None:
    page = browser.new_page(locale="zh-CN")
    sign_in(page, live_server.url, "lin")
    page.goto(live_server.url + page_of("change", draft))
    page.locator("[name=head-title]").fill("改过的标题")
    page.locator("[name=head-closes_time]").fill("09:00")
    page.get_by_role("button", name="保存", exact=True).click()
    page.get_by_text("没有写日期").first.wait_for()
    preview = preview_of(page)
    frame = preview.frame_locator("iframe")
    assert frame.locator("h1").inner_text() == "改过的标题"
    frame.get_by_text("填写有误").wait_for()
    page.context.close()


def test_without_scripts_the_saved_text_is_shown_and_said_to_be(
    draft: Edition, browser: "Browser", live_server: LiveServer
) -> None:
    context = browser.new_context(locale="zh-CN", java_script_enabled=False)
    page = context.new_page()
    sign_in(page, live_server.url, "lin")
    page.goto(live_server.url + page_of("change", draft))
    page.locator("[name=head-title]").fill("改过的标题")
    page.get_by_role("link", name="预览", exact=True).click()
    frame = page.frame_locator("iframe")
    assert frame.locator("h1").inner_text() == "多地推进网络工作"
    frame.get_by_text("这里是已保存的文字").wait_for()
    context.close()
