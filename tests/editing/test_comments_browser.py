"""Commenting in a real browser: nothing else that was typed on the page is lost by it."""

from typing import TYPE_CHECKING

import pytest
from pytest_django.live_server_helper import LiveServer

from bulletins.commenting import comment
from bulletins.commenting.phrases import remember
from bulletins.models import Comment, Edition, WorkingCopy
from tests.browsing import signed_in_tab
from tests.editing.doors import page_of
from tests.office import People, submitted

if TYPE_CHECKING:
    from playwright.sync_api import Browser

pytestmark = pytest.mark.django_db(transaction=True)


def test_a_reviewer_comments_and_keeps_her_gates_and_her_opinion(
    draft: Edition, people: People, live_server: LiveServer, browser: "Browser"
) -> None:
    edition = submitted(draft, people)
    key = edition.sections.get(heading="加强宣传").key
    with signed_in_tab(browser, live_server, "chu", width=360) as page:
        page.goto(live_server.url + page_of("review", edition))
        page.locator(".gate input").first.check()
        page.fill("#id_opinion", "总的可以")
        place = page.locator(f"#notes-{key}")
        place.locator("summary").click()
        place.locator("button", has_text="加批注").click()
        assert "请写明批注的内容" in place.get_by_role("alert").inner_text()
        place.locator("textarea").fill("这一节太短")
        place.locator("button", has_text="加批注").click()
        page.locator(f"#notes-{key} .said").wait_for()
        assert page.locator(f"#notes-{key} .said").inner_text() == "这一节太短"
        assert page.locator(".gate input").first.is_checked()
        assert page.input_value("#id_opinion") == "总的可以"
    assert Comment.objects.get().key == key


def test_an_editor_resolves_it_where_she_writes_and_nothing_counts_as_changed(
    draft: Edition, people: People, live_server: LiveServer, browser: "Browser"
) -> None:
    part = draft.parts.all()[0]
    comment(draft, part.key, "请补数据", by=people.chu)
    with signed_in_tab(browser, live_server, "lin") as page:
        page.goto(live_server.url + page_of("change", draft))
        place = page.locator(f"#notes-{part.key}")
        place.locator("summary").click()
        place.locator("textarea").fill("已请来稿单位补")
        page.wait_for_timeout(3000)
        place.locator("button", has_text="加批注").click()
        page.get_by_text("已请来稿单位补").wait_for()
        place.locator("button", has_text="解决").first.click()
        page.get_by_text("已解决（lin）").wait_for()
        assert page.locator("#unsaved").inner_text() == ""
    assert Comment.objects.get(author=people.chu).resolved_by == people.lin
    assert not WorkingCopy.objects.exists()


def test_without_scripts_the_page_comes_back_at_the_same_place(
    draft: Edition, people: People, live_server: LiveServer, browser: "Browser"
) -> None:
    with signed_in_tab(browser, live_server, "chu") as page:
        signed_in = page.context.storage_state()
    context = browser.new_context(java_script_enabled=False, storage_state=signed_in)
    plain = context.new_page()
    plain.goto(live_server.url + page_of("review", draft))
    plain.locator("#notes-whole summary").click()
    plain.locator("#notes-whole textarea").fill("请核对")
    plain.locator("#notes-whole button").click()
    plain.wait_for_url("**/review/#notes-whole")
    assert plain.locator("#notes-whole .said").inner_text() == "请核对"
    context.close()


def test_a_phrase_is_written_at_one_press(
    draft: Edition, people: People, live_server: LiveServer, browser: "Browser"
) -> None:
    remember("数字请核实", by=people.chu)
    edition = submitted(draft, people)
    with signed_in_tab(browser, live_server, "chu") as page:
        page.goto(live_server.url + page_of("review", edition))
        page.fill("#id_opinion", "总的可以")
        page.locator("#decision .phrase").click()
        assert page.input_value("#id_opinion") == "总的可以。数字请核实"
        page.locator("#notes-whole summary").click()
        page.locator("#notes-whole .phrase").click()
        assert page.input_value("#notes-whole textarea") == "数字请核实"
