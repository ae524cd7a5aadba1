"""Writing in the editor itself: what is typed in Chromium is what is stored."""

from typing import TYPE_CHECKING

import pytest
from pytest_django.live_server_helper import LiveServer

from bulletins.drafting import document_of
from bulletins.models import Edition, StoredFile
from tests.browsing import open_first, save, signed_in_tab
from tests.editing.forms import page_of
from tests.editing.test_richtext import picture
from tests.office import again

if TYPE_CHECKING:
    from playwright.sync_api import Browser, FilePayload

pytestmark = pytest.mark.django_db(transaction=True)


def test_headings_and_text_typed_in_the_editor_are_sections(
    draft: Edition, live_server: LiveServer, browser: "Browser"
) -> None:
    with signed_in_tab(browser, live_server, "lin") as page:
        page.goto(live_server.url + page_of(draft))
        open_first(page)
        page.locator(".cke_editable h3").last.click()
        page.keyboard.press("End")
        page.keyboard.type("和引导")
        page.keyboard.press("Enter")
        page.keyboard.type("新的一段。")
        shown = page.locator(".cke_editable h3").last.get_attribute("data-cke-label")
        save(page)
    section = document_of(again(draft)).parts[0].sections[1]
    assert shown == "二、"
    assert (section.heading, section.body) == (
        "加强管理和引导",
        "<p>新的一段。</p><p>定期巡查。</p>",
    )
    assert again(draft).parts.last().revision == 1  # type: ignore[union-attr]


def test_opening_and_saving_without_typing_changes_nothing(
    draft: Edition, live_server: LiveServer, browser: "Browser"
) -> None:
    before = again(draft)
    with signed_in_tab(browser, live_server, "lin") as page:
        page.goto(live_server.url + page_of(draft))
        open_first(page)
        page.get_by_role("button", name="填写前言").click()
        page.wait_for_selector("[data-text] .cke_editable")
        save(page)
        assert "没有改动" in page.inner_text(".messagelist")
    assert again(draft).changes == before.changes


def test_a_part_is_added_moved_and_taken_out_by_keyboard(
    draft: Edition, live_server: LiveServer, browser: "Browser"
) -> None:
    with signed_in_tab(browser, live_server, "lin") as page:
        page.goto(live_server.url + page_of(draft))
        page.get_by_role("button", name="把贵 州上移").press("Enter")
        page.get_by_role("button", name="添加地区稿").press("Enter")
        page.wait_for_selector("[data-new] .cke_editable")
        page.locator("[data-new] input").first.fill("四川")
        page.locator("[data-new] input").nth(1).fill("四 川")
        page.locator("[data-new] .cke_editable").click()
        page.keyboard.type("四川的导语。")
        save(page)
    assert [str(part) for part in again(draft).parts.all()] == ["贵 州", "天 津", "四 川"]


def test_a_picture_is_put_into_the_text(
    draft: Edition, live_server: LiveServer, browser: "Browser"
) -> None:
    with signed_in_tab(browser, live_server, "lin") as page:
        page.goto(live_server.url + page_of(draft))
        open_first(page)
        page.on("dialog", lambda dialog: dialog.accept("会场"))
        page.locator(".cke_editable p").first.click()
        with page.expect_file_chooser() as chooser:
            page.locator(".cke_button__lantaipicture").click()
        file: FilePayload = {"name": "会场.png", "mimeType": "image/png", "buffer": picture()}
        chooser.value.set_files(file)
        page.wait_for_selector(".cke_editable img[alt='会场']")
        save(page)
    intro = document_of(again(draft)).parts[0].intro
    assert f'<img src="file:{StoredFile.objects.get().pk}" alt="会场">' in intro


def test_pasted_html_is_filtered_before_it_is_seen_and_again_before_it_is_stored(
    draft: Edition, live_server: LiveServer, browser: "Browser"
) -> None:
    hostile = '<h3 onclick="x()">三、<b>加强</b>协作</h3><p style="color:red">正文<script>x()</script></p>'
    with signed_in_tab(browser, live_server, "lin") as page:
        page.goto(live_server.url + page_of(draft))
        open_first(page)
        page.evaluate("html => Object.values(CKEDITOR.instances)[0].insertHtml(html)", hostile)
        assert "onclick" not in page.locator(".cke_editable").first.inner_html()
        save(page)
    whole = str(document_of(again(draft)))
    assert "协作" in whole
    assert not any(word in whole for word in ("onclick", "script", "color"))
