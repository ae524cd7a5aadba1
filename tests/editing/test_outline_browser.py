"""提纲 in Chromium: it follows the typing, leads to every place, and moves things by keyboard alone."""

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from pytest_django.live_server_helper import LiveServer

from bulletins.document.tree import DocumentSection
from bulletins.drafting import document_of, save_part
from bulletins.drafting.content import part_of
from bulletins.models import Edition
from tests.browsing import open_first, save, signed_in_tab
from tests.editing.forms import page_of
from tests.office import People, again

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Locator, Page

pytestmark = pytest.mark.django_db(transaction=True)
LEVELS = ((1, "甲"), (2, "甲一"), (1, "乙"), (1, "丙"))


@pytest.fixture
def draft_of_four(draft: Edition, people: People) -> Edition:
    part = draft.parts.get(region="120000")
    sections = [DocumentSection(level, words, f"<p>{words}文。</p>") for level, words in LEVELS]
    save_part(part, replace(part_of(part), sections=tuple(sections)), seen=1, by=people.lin)
    return draft


def line(page: "Page", words: str) -> "Locator":
    return page.locator("#outline a").filter(has_text=words).first


def lines(page: "Page") -> list[str]:
    return page.locator("#outline li").first.locator(":scope > ol a").all_inner_texts()


def stored(edition: Edition) -> list[tuple[int, str | None, str]]:
    part = document_of(again(edition)).parts[0]
    return [(one.level, one.heading, one.body) for one in part.sections]


def test_a_section_moves_with_what_lies_below_it_by_keyboard(
    draft_of_four: Edition, live_server: LiveServer, browser: "Browser"
) -> None:
    with signed_in_tab(browser, live_server, "lin") as page:
        page.goto(live_server.url + page_of(draft_of_four))
        line(page, "一、甲").focus()
        page.keyboard.press("Alt+ArrowDown")
        line(page, "二、甲").wait_for()
        assert lines(page) == ["一、乙", "二、甲", "（一）甲一", "三、丙"]
        assert page.evaluate("document.activeElement.textContent") == "二、甲"
        page.keyboard.press("Alt+ArrowDown")
        line(page, "三、甲").wait_for()
        save(page)
    assert [one[:2] for one in stored(draft_of_four)] == [
        (1, "乙"),
        (1, "丙"),
        (1, "甲"),
        (2, "甲一"),
    ]
    assert [one[2] for one in stored(draft_of_four)][2:] == ["<p>甲文。</p>", "<p>甲一文。</p>"]


def test_a_section_is_set_deeper_and_keeps_its_name(
    draft_of_four: Edition, live_server: LiveServer, browser: "Browser"
) -> None:
    before = {one.heading: one.key for one in draft_of_four.sections.filter(part__region="120000")}
    with signed_in_tab(browser, live_server, "lin") as page:
        page.goto(live_server.url + page_of(draft_of_four))
        line(page, "二、乙").click()
        page.get_by_role("button", name="降级").click()
        line(page, "（二）乙").wait_for()
        assert lines(page) == ["一、甲", "（一）甲一", "（二）乙", "二、丙"]
        page.locator(".cke_editable").focus()
        page.keyboard.press("Control+z")
        line(page, "二、乙").wait_for()
        page.get_by_role("button", name="降级").click()
        line(page, "（二）乙").wait_for()
        save(page)
    assert stored(draft_of_four)[2] == (2, "乙", "<p>乙文。</p>")
    after = {one.heading: one.key for one in draft_of_four.sections.filter(part__region="120000")}
    assert after == before


def test_parts_are_dragged_and_sections_too(
    draft_of_four: Edition, live_server: LiveServer, browser: "Browser"
) -> None:
    with signed_in_tab(browser, live_server, "lin") as page:
        page.goto(live_server.url + page_of(draft_of_four))
        line(page, "丙").drag_to(line(page, "一、甲"), target_position={"x": 20, "y": 2})
        line(page, "一、丙").wait_for()
        line(page, "贵 州").drag_to(line(page, "天 津"), target_position={"x": 20, "y": 2})
        assert page.locator("#outline .outline-part").first.inner_text() == "贵 州"
        save(page)
    document = document_of(again(draft_of_four))
    assert [part.region for part in document.parts] == ["520000", "120000"]
    assert [one.heading for one in document.parts[1].sections] == ["丙", "甲", "甲一", "乙"]


def test_it_follows_the_typing_and_a_number_that_departs_is_mended(
    draft: Edition, people: People, live_server: LiveServer, browser: "Browser"
) -> None:
    part = draft.parts.get(region="120000")
    said = part_of(part)
    odd = (said.sections[0], replace(said.sections[1], value=5))
    save_part(part, replace(said, sections=odd), seen=1, by=people.lin)
    with signed_in_tab(browser, live_server, "lin") as page:
        page.goto(live_server.url + page_of(draft))
        page.locator("#outline .fault").filter(has_text="「五、」").wait_for()
        open_first(page)
        page.locator(".cke_editable h3").first.click()
        page.keyboard.press("End")
        page.keyboard.type("和引导")
        line(page, "一、加强宣传和引导").wait_for()
        line(page, "五、加强管理").click()
        page.get_by_role("button", name="按顺序编号").click()
        line(page, "二、加强管理").wait_for()
        assert page.locator("#outline .fault").count() == 0
        save(page)
    assert [one.value for one in document_of(again(draft)).parts[0].sections] == [None, None]


def test_a_typed_number_is_a_heading_at_once(
    draft: Edition, live_server: LiveServer, browser: "Browser"
) -> None:
    with signed_in_tab(browser, live_server, "lin") as page:
        page.goto(live_server.url + page_of(draft))
        open_first(page)
        page.locator(".cke_editable p").last.click()
        page.keyboard.press("End")
        for text in (
            "三、加强保障",
            "落实经费。",
            "（一）人员",
            "配齐人员。",
            "2. 其他事",
            "九、不对",
        ):
            page.keyboard.press("Enter")
            page.keyboard.type(text)
        page.keyboard.press("Enter")
        line(page, "三、加强保障").wait_for()
        line(page, "（一）人员").wait_for()
        assert len(lines(page)) == 4  # what is out of order is left to be judged as a whole
        save(page)
    assert stored(draft)[2:4] == [
        (1, "加强保障", "<p>落实经费。</p>"),
        (2, "人员", "<p>配齐人员。</p>"),
    ]
    assert [one[1] for one in stored(draft)[4:]] == ["其他事", "不对"]


def test_at_a_telephone_the_outline_is_folded_and_works_by_thumb(
    draft_of_four: Edition, live_server: LiveServer, browser: "Browser"
) -> None:
    with signed_in_tab(
        browser, live_server, "lin", width=360, height=760, touch=True, inspected=True
    ) as page:
        page.goto(live_server.url + page_of(draft_of_four))
        assert not line(page, "一、甲").is_visible()
        page.locator("#outline summary").tap()
        line(page, "二、乙").tap()
        page.get_by_role("button", name="上移").first.tap()
        line(page, "一、乙").wait_for()
        wide = page.evaluate("document.documentElement.scrollWidth")
    assert wide <= 360


def test_twins_have_one_parent_and_a_new_part_is_there_at_once(
    draft: Edition, people: People, live_server: LiveServer, browser: "Browser"
) -> None:
    """The same words under two parents are no fault, whether the part is open or not."""
    part = draft.parts.get(region="120000")
    twins = ((1, "甲"), (2, "同"), (1, "乙"), (2, "同"))
    sections = tuple(DocumentSection(level, words, "<p>文。</p>") for level, words in twins)
    save_part(part, replace(part_of(part), sections=sections), seen=1, by=people.lin)
    with signed_in_tab(browser, live_server, "lin") as page:
        page.goto(live_server.url + page_of(draft))
        open_first(page)
        page.locator(".cke_editable h3").first.click()
        page.keyboard.press("End")
        page.keyboard.type("方")
        line(page, "一、甲方").wait_for()
        assert page.locator("#outline .fault").count() == 0
        page.get_by_role("button", name="添加地区稿").click()
        fault = page.locator("#outline [data-outline-part=new-0] .fault")
        fault.filter(has_text="没有内容").wait_for()
        page.locator("[data-new] input").nth(1).fill("四 川")
        page.locator("[data-new] .cke_editable").click()
        page.keyboard.type("四川的导语。")
        line(page, "四 川").wait_for()
        fault.wait_for(state="detached")
        save(page)
        line(page, "四 川").wait_for()
