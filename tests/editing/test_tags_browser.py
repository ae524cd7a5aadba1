"""标签和来源 in Chromium: what fits is offered to keyboard and screen reader; one click takes a tag."""

from typing import TYPE_CHECKING

import pytest
from django.conf import settings
from pytest_django.live_server_helper import LiveServer

from bulletins.models import Edition, Source
from tests.browsing import signed_in_tab
from tests.editing.forms import page_of
from tests.office import People, again, released

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

pytestmark = pytest.mark.django_db(transaction=True)


def saved(page: "Page") -> None:
    page.get_by_role("button", name="保存", exact=True).click()
    page.wait_for_selector(".messagelist")


def test_a_tag_is_completed_by_keyboard_alone(
    draft: Edition, people: People, live_server: LiveServer, browser: "Browser"
) -> None:
    with signed_in_tab(browser, live_server, "lin") as page:
        page.goto(live_server.url + page_of(draft))
        field = page.get_by_role("combobox", name="标签")
        field.fill("安全、")
        field.press("End")
        field.press_sequentially("网")
        option = page.get_by_role("option", name="网络")
        option.wait_for()
        assert field.get_attribute("aria-expanded") == "true"
        field.press("ArrowDown")
        assert field.get_attribute("aria-activedescendant") == option.get_attribute("id")
        field.press("Enter")
        assert field.input_value() == "安全、网络、"
        assert field.get_attribute("aria-expanded") == "false"
        assert page.url.endswith(page_of(draft)), "Enter took the offer, it did not send the form"
        saved(page)
    assert [tag.tag.name for tag in again(draft).edition_tags.all()] == ["安全", "网络"]


def test_escape_closes_the_offers_and_leaves_what_was_typed(
    draft: Edition, live_server: LiveServer, browser: "Browser"
) -> None:
    with signed_in_tab(browser, live_server, "lin") as page:
        page.goto(live_server.url + page_of(draft))
        field = page.get_by_role("combobox", name="标签")
        field.fill("网")
        page.locator(".offers [role=option]").first.wait_for()
        field.press("Escape")
        assert page.locator(".offers [role=option]").count() == 0
        assert field.input_value() == "网"


def test_a_source_is_taken_by_a_click_and_only_approved_ones_are_offered(
    draft: Edition, live_server: LiveServer, browser: "Browser"
) -> None:
    Source.objects.create(name="海河发布", address="https://haihe.example.cn/")
    Source.objects.create(name="海边小报", approved=False)
    with signed_in_tab(browser, live_server, "lin") as page:
        page.goto(live_server.url + page_of(draft))
        field = page.get_by_role("combobox", name="来源", exact=True)
        field.fill("海")
        page.locator(".offers [role=option]").first.wait_for()
        assert page.locator(".offers [role=option]").all_inner_texts() == [
            "海河发布\nhttps://haihe.example.cn/"
        ]
        page.locator(".offers [role=option]").first.click()
        assert field.input_value() == "海河发布"


def test_tags_from_the_text_as_it_is_typed_are_one_click_away(
    draft: Edition, people: People, live_server: LiveServer, browser: "Browser"
) -> None:
    part = draft.parts.all()[0]
    draft.working_copies.create(
        user=people.lin, key=part.key, seen=1, fields={"text": "<p>应急演练好，应急演练多。</p>"}
    )
    with signed_in_tab(browser, live_server, "lin", inspected=True) as page:
        page.goto(live_server.url + page_of(draft))
        page.get_by_role("button", name="从正文找标签").click()
        page.get_by_role("button", name="加上标签“应急演练”").click()
        field = page.get_by_role("combobox", name="标签")
        assert field.input_value() == "网络、应急演练"
        from axe_playwright_python.sync_playwright import Axe

        found = Axe().run(page, context="#head")
        assert [one["id"] for one in found.response["violations"]] == []


def test_without_scripts_tags_are_a_plain_line_of_text(
    draft: Edition, people: People, live_server: LiveServer, browser: "Browser"
) -> None:
    with signed_in_tab(browser, live_server, "lin") as page:
        cookies = page.context.cookies()
    context = browser.new_context(java_script_enabled=False)
    context.add_cookies(
        [
            {"name": one["name"], "value": one["value"], "url": live_server.url}
            for one in cookies
            if one["name"] == settings.SESSION_COOKIE_NAME
        ]
    )
    page = context.new_page()
    page.goto(live_server.url + page_of(draft))
    field = page.get_by_label("标签", exact=True)
    assert field.input_value() == "网络"
    assert page.get_by_role("combobox", name="标签").count() == 0
    assert page.get_by_role("button", name="从正文找标签").count() == 0
    field.fill("安全；网络，数据 治理")
    page.get_by_role("button", name="保存", exact=True).click()
    page.wait_for_selector(".messagelist")
    context.close()
    names = [tag.tag.name for tag in again(draft).edition_tags.all()]
    assert names == ["安全", "网络", "数据 治理"]


def test_a_reviewer_is_told_no_tags(draft: Edition, people: People) -> None:
    from tests.editing.forms import signed_in

    edition = released(draft, people)
    assert signed_in("chu").get("/admin/bulletins/edition/tags/?q=网").status_code == 404
    page = f"/admin/bulletins/edition/{edition.pk}/tags/"
    assert signed_in("chu").get(page).status_code == 404
    assert signed_in("lin").get("/admin/bulletins/edition/tags/?q=网").json() == {
        "offers": [{"name": "网络", "note": "1 篇"}]
    }
