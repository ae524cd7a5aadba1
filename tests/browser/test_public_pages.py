"""What readers open, on a telephone and at a desk: axe finds nothing, nothing is too small or wide."""

from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING

import pytest
from django.utils import timezone
from pytest_django.live_server_helper import LiveServer

from bulletins import workflow
from bulletins.document.tree import Document, DocumentPart, DocumentSection
from bulletins.drafting import start_article
from bulletins.models import SiteSettings
from bulletins.workflow.articles.validity import Force
from tests.browser.axe import faults
from tests.office import BULLETIN, Office, People, changed, released

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

pytestmark = pytest.mark.django_db(transaction=True)
WIDTHS = (320, 1440)
SMALLEST = 24  # px: WCAG 2.2, 2.5.8, without its exception for links in a line of text
ADDRESSES = (
    *("/", "/columns/news/", "/articles/1/", "/articles/2/", "/articles/1/regions/120000/"),
    *("/regions/", "/regions/120000/", "/tags/网络/", "/archive/", "/nothing/"),
    *("/tags/", "/site-map/", "/about/", "/contact/", "/privacy/", "/regions/120000/?year=2026"),
    *("/reports/new/?article=1", "/reports/", "/api/", "/compare/?article=1"),
    *("/articles/1/editions/1/", "/articles/3/", "/articles/4/", "/articles/5/"),
    *("/columns/notices/", "/columns/notices/open/", "/columns/notices/lapsed/"),
    *("/search/", "/search/?q=网络", "/search/?q=没有这些字"),
)
ROW = "".join(f"<td><p>第{number}期培训班的地点</p></td>" for number in range(6))
LONG = DocumentPart(
    intro="<p>https://www.example.org/" + "a" * 120 + "</p>",
    sections=(
        DocumentSection(0, "第一章 总则"),
        DocumentSection(3, "怎样报名？", f"<table><tr>{ROW}</tr></table>"),
        DocumentSection(4, "电话", "<p>工作日接听。</p>", run_in="。"),
    ),
)
NOTICE = Document(title="关于" + "网上便民服务" * 12 + "的通知", parts=(LONG,))


@pytest.fixture
def site(office: Office, people: People, places: None, live_server: LiveServer) -> str:
    """A corrected bulletin, a notice with everything that is hard to lay out, one that is gone."""
    SiteSettings.objects.create(pk=1, name="海河网", copyright="版权所有", office="海河办公室")
    first = released(start_article(BULLETIN, column=office.news, by=people.lin), people)
    released(changed(first, people, "改过的导语"), people)
    released(start_article(NOTICE, column=office.notices, by=people.lin), people)
    gone = released(start_article(BULLETIN, column=office.news, by=people.lin), people)
    workflow.withdraw(gone.article, "wrong", by=people.zhi, reason="因")
    _after_release(office, people)
    return live_server.url


def _after_release(office: Office, people: People) -> None:
    """A notice that was put off; one that was ended early, is archived and no longer in force."""
    now = timezone.now()
    notice = replace(NOTICE, closes_at=now + timedelta(days=3))
    force = Force("lapsed", timezone.localdate(), "网" * 100)
    for _ in range(2):
        last = released(start_article(notice, column=office.notices, by=people.lin), people)
        workflow.extend(last.article, by=people.zhi, at=now + timedelta(days=9))
        workflow.set_validity(last.article, force, by=people.zhi)
    workflow.close(last.article, by=people.zhi, note="名额已满" * 20, outcome="/articles/1/")
    workflow.archive(last.article, by=people.zhi)


def width_of(page: "Page") -> int:
    return int(page.evaluate("document.documentElement.scrollWidth"))


def open_page(browser: "Browser", address: str, width: int) -> "Page":
    context = browser.new_context(viewport={"width": width, "height": 800}, bypass_csp=True)
    page = context.new_page()
    page.goto(address)
    return page


SMALL = """smallest => [...document.querySelectorAll("a:not(.skip)")]
    .filter(one => one.checkVisibility() && Math.min(one.getBoundingClientRect().width,
                            one.getBoundingClientRect().height) < smallest)
    .map(one => one.textContent.trim())"""


def test_every_page_can_be_read_by_everybody(browser: "Browser", site: str) -> None:
    """On a telephone, at a desk, and in letters of twice the size."""
    page = open_page(browser, site, 360)
    for address in ADDRESSES:
        page.goto(site + address)
        for width in WIDTHS:
            page.set_viewport_size({"width": width, "height": 800})
            assert faults(page) == [], address
            assert width_of(page) <= width, address
            assert page.evaluate(SMALL, SMALLEST) == [], address
        page.set_viewport_size({"width": 360, "height": 800})
        page.add_style_tag(content="html { font-size: 200% !important }")
        assert width_of(page) <= 360, address
    page.context.close()


ELDERS = """localStorage.setItem("lantai-reading", JSON.stringify({elder: true}))"""
# What is pressed, but for links within the words of a text
PRESSED = """smallest => [...document.querySelectorAll("a:not(.skip, .text a), button, summary, .reading label")]
    .filter(one => one.offsetParent && one.getBoundingClientRect().height < smallest - 0.5)
    .map(one => one.textContent.trim())"""


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_every_page_can_be_read_by_the_old_and_in_the_dark(
    browser: "Browser", site: str, scheme: str
) -> None:
    """长者版: large type, high contrast, everything that is pressed at least 44 px high."""
    context = browser.new_context(
        viewport={"width": 320, "height": 800},
        color_scheme="dark" if scheme == "dark" else "light",
        bypass_csp=True,
    )
    context.add_init_script(ELDERS)
    page = context.new_page()
    for address in ADDRESSES:
        page.goto(site + address)
        assert faults(page) == [], address
        assert width_of(page) <= 320, address
        assert page.evaluate(PRESSED, 44) == [], address
    context.close()


def test_every_page_can_be_read_in_the_dark(browser: "Browser", site: str) -> None:
    context = browser.new_context(color_scheme="dark", bypass_csp=True)
    page = context.new_page()
    for address in ADDRESSES:
        page.goto(site + address)
        assert faults(page) == [], address
    context.close()


def test_forced_colours_leave_every_choice_seen(browser: "Browser", site: str) -> None:
    """The reader's own colours: what is chosen and what can be pressed is told by its edge."""
    context = browser.new_context(forced_colors="active")
    page = context.new_page()
    page.goto(f"{site}/articles/1/")
    edge = "one => [getComputedStyle(one).borderTopWidth, getComputedStyle(one).borderTopStyle]"
    assert page.locator("#type-2 + label").evaluate(edge) == ["1px", "solid"]
    assert page.locator(".tool").first.evaluate(edge) == ["1px", "solid"]
    context.close()


def test_the_first_key_offers_to_skip_to_the_text(browser: "Browser", site: str) -> None:
    page = open_page(browser, f"{site}/articles/1/", 360)
    page.keyboard.press("Tab")
    skip = page.get_by_role("link", name="跳到正文")
    box = skip.bounding_box()
    assert box
    assert box["height"] >= SMALLEST
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.closest('main') !== null")
    page.context.close()


def test_a_numbered_heading_looks_the_same_wherever_it_stands(
    browser: "Browser", site: str
) -> None:
    """As h3 below its region, as h2 on the region's own page."""
    looks = []
    for address in ("/articles/1/", "/articles/1/regions/120000/", "/articles/2/"):
        page = open_page(browser, site + address, 360)
        heading = page.locator(".level-1, .level-3").first
        looks.append(
            heading.evaluate("e => [getComputedStyle(e).fontFamily, getComputedStyle(e).textAlign]")
        )
        page.context.close()
    assert looks[0] == looks[1] == looks[2]
