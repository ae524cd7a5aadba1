"""A reader with an article: where she is, how large it is, what she quotes, what she has read to her."""

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from pytest_django.live_server_helper import LiveServer

from bulletins.document.tree import Document, DocumentPart, DocumentSection
from bulletins.drafting import start_article
from bulletins.models import SiteSettings
from tests.browser.axe import faults, hindrances
from tests.office import Office, People, released

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

pytestmark = pytest.mark.django_db(transaction=True)
REGIONS = {"120000": "天 津", "520000": "贵 州", "510000": "四 川"}
TEXT = "<p>" + "各单位按月填报进度，有问题当月解决。" * 12 + "</p>"
SECTIONS = tuple(DocumentSection(1, name, TEXT) for name in ("加强宣传", "加强管理", "提升能力"))
PARTS = tuple(DocumentPart(code, name, TEXT, SECTIONS) for code, name in REGIONS.items())
BULLETIN = Document(title="三地推进网络工作", source="海河发布", tags=("网络",), parts=PARTS)
# A voice that takes its time, and tells what it was asked to say
VOICE = """
window.spoken = [];
class Utterance { constructor(text) { this.text = text } }
const voice = { lang: "zh-CN", name: "试音" };
Object.defineProperty(window, "SpeechSynthesisUtterance", { value: Utterance });
Object.defineProperty(window, "speechSynthesis", { value: {
  getVoices: () => [voice],
  speak(one) { window.spoken.push(one.text); this.now = setTimeout(() => one.onend(), 60) },
  cancel() { clearTimeout(this.now) },
}});
"""
FIRST_LINE = """() => [...document.querySelectorAll(".text :is(p, h2, h3)")]
    .find(one => one.getBoundingClientRect().bottom > 80).getBoundingClientRect().top"""


@pytest.fixture
def site(
    office: Office, people: People, places: None, live_server: LiveServer, settings: object
) -> str:
    SiteSettings.objects.create(pk=1, name="海河网", office="海河办公室")
    for title in ("三地推进网络工作", "三地网络工作小结"):
        document = replace(BULLETIN, title=title)
        released(start_article(document, column=office.news, by=people.lin), people)
    return live_server.url


def opened(browser: "Browser", address: str, width: int = 1280, **more: object) -> "Page":
    # The content policy stays in force, but for what axe needs
    context = browser.new_context(viewport={"width": width, "height": 800}, **more)  # type: ignore[arg-type]
    page = context.new_page()
    page.goto(address)
    return page


def press(page: "Page", name: str) -> None:
    """Where it is: Playwright would scroll to what sticks to the top."""
    page.get_by_role("button", name=name, exact=True).evaluate("one => one.click()")


def test_the_bar_says_where_one_is_and_leads_to_each_region(browser: "Browser", site: str) -> None:
    page = opened(browser, f"{site}/articles/1/")
    page.get_by_role("navigation", name="本文地区").get_by_role("link", name="四川").click()
    page.locator("h3", has_text="二、加强管理").last.evaluate("one => one.scrollIntoView()")
    page.locator(".here", has_text="四川 · 二、").wait_for()
    heading = page.locator("h2", has_text="四 川")
    page.locator(".jumps > ul a[aria-current]", has_text="四川").wait_for()
    page.locator(".jumps > ul a", has_text="四川").click()
    bar = page.locator(".bar").bounding_box()
    place = heading.bounding_box()
    assert bar
    assert place
    assert place["y"] >= bar["height"] - 1
    page.context.close()


def test_on_a_telephone_the_regions_are_a_menu(browser: "Browser", site: str) -> None:
    page = opened(browser, f"{site}/articles/1/", 360)
    assert page.locator(".jumps a:visible").count() == 0
    page.get_by_text("本文地区（3）").click()
    page.locator(".jumps a:visible", has_text="贵州").click()
    page.locator("summary", has_text="贵州").wait_for()
    assert page.locator(".jumps a:visible").count() == 0
    page.context.close()


def test_a_section_is_quoted_with_all_that_finds_it_again(browser: "Browser", site: str) -> None:
    page = opened(browser, f"{site}/articles/1/", permissions=["clipboard-read", "clipboard-write"])
    heading = page.locator("h3", has_text="二、加强管理").nth(1)
    heading.hover()
    heading.get_by_role("link", name="引用").click()
    quoted = page.locator(".quoted").inner_text()
    for word in (
        "《三地推进网络工作》贵州 · 二、加强管理",
        "第 1 号",
        "海河办公室",
        "/articles/1/#",
    ):
        assert word in quoted
    page.get_by_role("button", name="复制引文").click()
    page.get_by_text("引文已复制。").wait_for()
    assert page.evaluate("navigator.clipboard.readText()") == quoted
    page.keyboard.press("Escape")
    assert page.locator(".citing").is_hidden()
    page.context.close()


def test_the_line_stays_where_it_is_when_letters_grow(browser: "Browser", site: str) -> None:
    page = opened(browser, f"{site}/articles/1/")
    page.evaluate("scrollTo(0, 2000)")
    before, size = page.evaluate(FIRST_LINE), text_size(page)
    for _ in range(3):
        press(page, "放大字号")
        assert abs(page.evaluate(FIRST_LINE) - before) < 40  # the bar has grown as well
    assert text_size(page) > size
    assert round(text_size(page)) == 30
    page.reload()
    assert round(text_size(page)) == 30, "remembered"
    page.context.close()


def text_size(page: "Page") -> float:
    size = page.locator(".text p").first.evaluate("one => getComputedStyle(one).fontSize")
    return float(size.removesuffix("px"))


def test_the_elders_page_is_a_switch_even_without_a_script(browser: "Browser", site: str) -> None:
    page = opened(browser, f"{site}/articles/1/", 360, java_script_enabled=False)
    page.get_by_text("长者版").click()
    page.get_by_text("最大").click()
    assert page.locator("#elder").is_checked()
    page.context.close()


def test_the_switch_without_a_script_takes_effect(browser: "Browser", site: str) -> None:
    page = opened(browser, f"{site}/articles/1/", 360)
    page.evaluate("delete document.documentElement.dataset.elder")
    page.locator("#elder").evaluate("one => { one.checked = true }")  # as if nobody listened
    assert text_size(page) >= 22
    page.context.close()


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_everybody_can_read_it_in_every_state(browser: "Browser", site: str, scheme: str) -> None:
    more = {"color_scheme": scheme, "bypass_csp": True}
    page = opened(browser, f"{site}/articles/1/", 360, **more)
    for state in ("plain", "elder"):
        if state == "elder":
            page.get_by_text("长者版").click()
            assert too_small(page) == []
        page.goto(f"{site}/articles/1/")
        assert hindrances(page) == [], state
        page.evaluate("scrollTo(0, 1500)")
        page.locator("summary").first.evaluate("one => one.click()")
        assert faults(page) == [], state
        page.locator(".cite").first.evaluate("one => one.click()")
        assert faults(page) == [], state
        page.goto(f"{site}/articles/1/regions/120000/")
        assert hindrances(page) == [], state
    page.context.close()


def too_small(page: "Page") -> list[str]:
    """What is pressed and is lower than 44 px; links within a sentence may be."""
    return list(
        page.evaluate("""() => [...document.querySelectorAll("button, summary, .masthead :is(a, label), .jumps a, .tags a, .related a, .crumbs a, .imprint a")]
        .filter(one => one.offsetParent && one.getBoundingClientRect().height < 43.5)
        .map(one => one.textContent)""")
    )


def test_a_region_is_read_aloud_with_a_pause(browser: "Browser", site: str) -> None:
    context = browser.new_context(viewport={"width": 1280, "height": 800}, bypass_csp=True)
    context.add_init_script(VOICE)
    page = context.new_page()
    page.goto(f"{site}/articles/1/")
    page.locator("h3", has_text="加强宣传").nth(1).evaluate("one => one.scrollIntoView()")
    press(page, "朗读")
    page.get_by_role("button", name="暂停").wait_for()
    page.wait_for_function("spoken.length >= 2")
    assert page.evaluate("spoken[0]").replace(" ", "") == "贵州"
    press(page, "暂停")
    heard = page.evaluate("spoken.length")
    page.wait_for_timeout(150)
    assert page.evaluate("spoken.length") == heard
    press(page, "继续")
    page.get_by_text("读完了。").wait_for()
    assert not any(
        "四川" in one for one in page.evaluate("spoken.map(one => one.replace(' ', ''))")
    )
    assert "一、加强宣传" in page.evaluate("spoken")
    context.close()


def test_a_browser_without_a_voice_says_so(browser: "Browser", site: str) -> None:
    page = opened(browser, f"{site}/articles/1/", 360)
    press(page, "朗读")
    page.get_by_text("这个浏览器没有中文语音，不能朗读。").wait_for()
    page.context.close()
