"""Comparing in a real browser: with boxes and buttons alone, at a desk and on a telephone."""

import re
from typing import TYPE_CHECKING

import pytest
import time_machine
from pytest_django.live_server_helper import LiveServer

from bulletins.drafting import start_article
from tests.browser.axe import hindrances
from tests.comparing.conftest import THEN
from tests.comparing.texts import LAST_YEAR, THIS_YEAR
from tests.office import Office, People, released

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Locator, Page

pytestmark = pytest.mark.django_db(transaction=True)
SMALLEST = 24
YEARS = "?region=120000&year=2025&year=2026"
STATES = ("", "?region=120000", "?article=2&about=数据安全", "?article=2&region=120000", YEARS)
SMALL = """smallest => [...document.querySelectorAll("main :is(a, button, select, summary, label)")]
    .filter(one => one.checkVisibility() && one.getBoundingClientRect().height < smallest)
    .map(one => one.textContent.trim())"""


@pytest.fixture
def site(office: Office, people: People, places: None, live_server: LiveServer) -> str:
    with time_machine.travel(THEN):
        released(start_article(LAST_YEAR, column=office.news, by=people.lin), people)
    with time_machine.travel(THEN.replace(year=2026)):
        released(start_article(THIS_YEAR, column=office.news, by=people.lin), people)
    return live_server.url


@pytest.fixture
def page(browser: "Browser", site: str) -> "Page":
    """A telephone, without scripts of the page."""
    context = browser.new_context(
        base_url=site, viewport={"width": 360, "height": 800}, bypass_csp=True
    )
    return context.new_page()


def tops(row: "Locator") -> list[float]:
    """How far down each cell begins."""
    found = [one.bounding_box() for one in row.locator(".cell").all()]
    return [box["y"] for box in found if box]


def test_a_reader_compares_from_a_bulletin_and_everybody_can(page: "Page") -> None:
    page.goto("/compare/?article=2")
    page.get_by_label("天津", exact=True).check()
    page.get_by_role("button", name="并排对照").click()
    assert "请至少选两个地区" in page.get_by_role("alert").inner_text()
    assert page.get_by_label("天津", exact=True).is_checked()
    page.get_by_label("贵州", exact=True).check()
    page.get_by_role("button", name="并排对照").click()
    page.wait_for_url(re.compile("region=120000&region=520000"))
    assert hindrances(page) == []
    first = page.locator(".cells").first
    upper, lower = tops(first)
    assert lower > upper + 40  # stacked, each with its name
    assert [one.inner_text() for one in first.locator(".who").all()] == ["天津", "贵州"]
    page.set_viewport_size({"width": 1280, "height": 900})
    left, right = tops(first)
    assert left == right
    page.get_by_role("link", name="一、网络安全", exact=True).click()
    page.wait_for_url(re.compile(r"/articles/2/#\w+"))


def test_every_state_of_the_page_can_be_read_by_everybody(page: "Page") -> None:
    for query in STATES:
        page.goto(f"/compare/{query}")
        assert hindrances(page) == [], query
        assert page.evaluate(SMALL, SMALLEST) == [], query
        page.add_style_tag(content="html { font-size: 200% !important }")
        assert page.evaluate("document.documentElement.scrollWidth") <= 360, query


def test_who_says_nothing_is_two_presses_from_the_bulletin(page: "Page") -> None:
    page.goto("/compare/?article=2")  # the first press: 「比较各地区」 on the article
    assert "未提及" in page.locator(".subjects").inner_text()
    page.get_by_role("textbox", name="主题").fill("数据安全")
    page.get_by_role("button", name="查").click()
    assert "1 个地区没有写到“数据安全”" in page.get_by_role("status").inner_text()
