"""检索 in a real browser: with the keyboard and suggestions, and on a telephone without a script."""

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING
from urllib.parse import unquote

import pytest
from pytest_django.live_server_helper import LiveServer

from bulletins.document.tree import DocumentPart
from bulletins.drafting import start_article
from tests.browser.axe import faults, hindrances
from tests.office import BULLETIN, NOTICE, Office, People, released

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def site(office: Office, people: People, places: None, live_server: LiveServer) -> str:
    bulletin = replace(BULLETIN, tags=("提升能力",))  # what 贵州 heads a section with, too
    parts = (DocumentPart(intro="<p>为提升能力，周六停机维护。</p>"),)
    notice = replace(NOTICE, parts=parts)  # says so, too, but of no region
    for text, column in ((bulletin, office.news), (notice, office.notices)):
        released(start_article(text, column=column, by=people.lin), people)
    return live_server.url


@pytest.fixture
def tab(browser: "Browser", site: str) -> "Iterator[Page]":
    """At a desk; whatever the browser complains of fails the test."""
    context = browser.new_context(base_url=site, locale="zh-CN", bypass_csp=True)
    page = context.new_page()
    complaints: list[str] = []
    page.on("pageerror", lambda error: complaints.append(str(error)))
    yield page
    context.close()
    assert complaints == []


def asked(page: "Page") -> str:
    return unquote(page.url.partition("/search/")[2])


def narrow_down_and_back(page: "Page") -> None:
    """By a facet; back by what says that it is chosen."""
    before = asked(page)
    page.locator(".narrow").get_by_role("link", name=re.compile("^贵州")).click()
    assert asked(page) == f"{before}&region=520000"
    page.locator(".chosen a").first.click()
    assert asked(page) == before


def follow_first_passage(page: "Page") -> None:
    """It leads to the very place."""
    page.locator(".passages a").first.click()
    page.wait_for_url(re.compile(r"/articles/1/#\w+$"))
    place = page.locator(f"[id='{page.url.partition('#')[2]}']")
    assert place.is_visible()
    # In the window, if only below what sticks to its top
    assert place.evaluate("one => one.getBoundingClientRect().top < innerHeight")


def test_without_a_script_one_finds_narrows_down_and_reads_on(reader: "Page", site: str) -> None:
    reader.goto("/articles/1/")
    reader.get_by_role("link", name="检索", exact=True).click()
    assert reader.get_by_role("heading", level=1).inner_text() == "检索"
    reader.get_by_role("searchbox").fill("提升")
    reader.get_by_role("button", name="检索").click()
    assert asked(reader) == "?q=提升"
    assert reader.get_by_text("找到 2 篇").is_visible()
    assert reader.locator("mark").first.inner_text() == "提升"
    assert reader.locator(".passages").first.inner_text().startswith("贵州")
    narrow_down_and_back(reader)
    follow_first_passage(reader)
    reader.go_back()
    assert reader.get_by_role("searchbox").input_value() == "提升"


def test_a_suggestion_is_taken_by_the_keyboard(tab: "Page") -> None:
    tab.goto("/")
    box = tab.get_by_role("combobox", name="检索")
    box.press_sequentially("提")
    options = tab.get_by_role("option")
    options.first.wait_for()
    assert box.get_attribute("aria-expanded") == "true"
    assert faults(tab) == []
    box.press("ArrowDown")
    marked = tab.locator(f"#{box.get_attribute('aria-activedescendant')}")
    assert marked.get_attribute("aria-selected") == "true"
    box.press("Escape")
    assert not tab.get_by_role("listbox").is_visible()
    assert box.input_value() == "提"
    box.press("Backspace")
    box.press_sequentially("tisheng")
    options.first.wait_for()
    for key in ("ArrowUp", "ArrowDown", "ArrowDown", "Enter"):
        box.press(key)
    tab.wait_for_url(re.compile("/search/"))
    assert asked(tab) == "?q=提升能力"
    narrow_down_and_back(tab)
    follow_first_passage(tab)


def test_while_an_input_method_composes_nothing_is_asked(tab: "Page") -> None:
    tab.goto("/search/")
    sent: list[str] = []
    tab.on("request", lambda one: sent.append(unquote(one.url)) if "?" in one.url else None)
    tab.get_by_role("combobox").focus()
    method = tab.context.new_cdp_session(tab)
    for letters in ("w", "wa", "wang"):
        place = {"selectionStart": len(letters), "selectionEnd": len(letters)}
        method.send("Input.imeSetComposition", {"text": letters, **place})
    tab.wait_for_timeout(300)
    assert sent == []
    with tab.expect_response(re.compile("suggest")):
        method.send("Input.insertText", {"text": "网"})
    assert [one.partition("?")[2] for one in sent] == ["q=网"]


@pytest.mark.parametrize("look", ["light", "dark", "elder", "forced"])
def test_no_page_of_it_hinders_anybody(browser: "Browser", site: str, look: str) -> None:
    context = browser.new_context(
        base_url=site,
        locale="zh-CN",
        bypass_csp=True,
        color_scheme="dark" if look == "dark" else "light",
        forced_colors="active" if look == "forced" else "none",
    )
    page = context.new_page()
    if look == "elder":
        context.add_init_script("""localStorage.setItem("lantai-reading", '{"elder":true}')""")
    for place in ("/search/", "/search/?q=网络&region=520000", "/search/?q=没有这些字 网络", "/"):
        page.goto(place)
        assert hindrances(page) == [], place
        if look == "elder":
            assert too_small(page) == [], place
    context.close()


def too_small(page: "Page") -> list[str]:
    """What is pressed or typed into and is lower than 44 px, and what is said below 18 px."""
    return list(
        page.evaluate("""() => [
            ...[...document.querySelectorAll("main :is(a, button, input)")]
                .filter(one => one.offsetParent && one.getBoundingClientRect().height < 43.5),
            ...[...document.querySelectorAll(".search :is(p, a, li, span, mark)")]
                .filter(one => one.offsetParent && parseFloat(getComputedStyle(one).fontSize) < 17.9),
        ].map(one => one.outerHTML.slice(0, 120))""")
    )
