"""Reviewing by thumb on a telephone, and every screen of it for everybody."""

from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from pytest_django.live_server_helper import LiveServer

from accounts.models import User
from bulletins import workflow
from bulletins.commenting import comment
from bulletins.document.tree import Document, DocumentPart
from bulletins.drafting import presence, save_part, start_article, start_edition
from bulletins.drafting.content import part_of
from bulletins.models import Edition, Review, Role
from tests.browser.axe import hindrances
from tests.browser.conftest import AtDesk
from tests.browsing import signed_in_tab
from tests.editing.doors import page_of
from tests.office import GUIZHOU, PART, Office, People, again, released, saying, submitted

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Locator, Page

pytestmark = pytest.mark.django_db(transaction=True)

THUMB = 44  # px, GB/T 37668 in spirit
CELLS = "".join(f"<td><p>第{number}期培训班的地点和人数</p></td>" for number in range(9))
TABLE = f"<table><tbody><tr>{CELLS}</tr></tbody></table>"
LONG = "https://www.example.cn/" + "a" * 120
ODD = DocumentPart("120000", "天 津", f"<p>停\u200d机，见{LONG}。</p>{TABLE}", PART.sections)


@pytest.fixture
def edition(office: Office, people: People, places: None) -> Edition:
    """A second edition, back for review after it was sent back: with all that a page may hold."""
    bulletin = Document(title="多地推进网络工作" * 4, source="海河发布", parts=(ODD, GUIZHOU))
    public = released(start_article(bulletin, column=office.news, by=people.lin), people)
    draft = start_edition(public.article, by=people.lin)
    Edition.objects.filter(pk=draft.pk).update(change_kind="minor")
    rewrite(draft, people, "第一次改的导语。")
    sent = submitted(again(draft), people)
    workflow.send_back(sent, digest=sent.digest, by=people.chu, reason="导语太短，请补充。")
    rewrite(draft, people, "第二次改的导语，写得长一些。")
    for key in ("", draft.sections.all()[0].key):
        comment(draft, key, f"请核对{LONG}", by=people.chu)
    return submitted(again(draft), people)


def rewrite(edition: Edition, people: People, intro: str) -> None:
    part = edition.parts.all()[1]
    turned = replace(saying(part_of(part), intro), heading="贵 州")
    save_part(part, turned, seen=part.revision, by=people.lin)


def overflow(page: "Page") -> int:
    """How many pixels the page is wider than its window."""
    return int(
        page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
    )


def size(target: "Locator") -> tuple[float, float]:
    box = target.bounding_box()
    assert box
    return box["width"], box["height"]


def test_a_reviewer_decides_with_her_thumb(
    edition: Edition, live_server: LiveServer, browser: "Browser"
) -> None:
    with signed_in_tab(browser, live_server, "chu", width=360, height=640, touch=True) as page:
        page.locator(".desk-lists a").first.tap()
        page.wait_for_selector("#decision")
        bar = page.locator(".decision-bar").bounding_box()
        assert bar
        assert bar["y"] + bar["height"] <= 640  # in reach before she has scrolled
        assert overflow(page) == 0
        targets = page.locator(".decision-bar .button, .gate, .tabs a").all()
        assert len(targets) == 2 + 5 + 2
        assert min(side for one in targets for side in size(one)) >= THUMB
        page.locator(".decision-bar").get_by_text("同意").tap()
        assert page.locator("#decision").is_visible()  # the browser asks for the gates first
        for gate in page.locator(".gate").all():
            gate.tap()
        page.locator("#id_opinion").fill("可以")
        page.locator(".decision-bar").get_by_text("同意").tap()
        page.wait_for_selector(".messagelist")
        assert "已同意，轮到复审" in page.locator(".messagelist").inner_text()
    assert Review.objects.latest("pk").comment == "可以"


def test_who_reads_a_text_sees_who_else_does(
    edition: Edition, people: People, live_server: LiveServer, browser: "Browser"
) -> None:
    presence.say_here(edition, (), by=people.fu)
    with signed_in_tab(browser, live_server, "chu") as page:
        page.locator(".desk-lists a").first.click()
        page.get_by_text("fu也打开着这一稿").wait_for()
    assert [one.name for one in presence.others_here(edition, by=people.fu)] == ["chu"]


def test_a_reason_that_is_missing_is_asked_for_beside_its_field(
    edition: Edition, live_server: LiveServer, browser: "Browser"
) -> None:
    with signed_in_tab(browser, live_server, "chu", width=360, height=640, touch=True) as page:
        page.goto(live_server.url + page_of("review", edition))
        page.locator(".gate").first.tap()
        page.locator(".decision-bar").get_by_text("退回修改").tap()
        asked = page.get_by_text("请写明退回的理由")
        asked.wait_for()
        assert asked.bounding_box()["y"] < 640  # type: ignore[index]  # it is there to be seen
        assert page.locator(".gate input").first.is_checked()


Screen = Callable[[Edition], str]
SCREENS: dict[str, tuple[str, Screen]] = {
    "desk": ("chu", lambda edition: "/admin/"),
    "desk of an editor": ("lin", lambda edition: "/admin/"),
    "review": ("chu", lambda edition: page_of("review", edition)),
    "review, read only": ("lin", lambda edition: page_of("review", edition)),
    "verb": ("zhong", lambda edition: page_of("do", edition, "release_urgently")),
    "preview": ("lin", lambda edition: page_of("preview", edition)),
    "me": ("lin", lambda edition: "/admin/me/"),
    "sheet": ("lin", lambda edition: page_of("sheet", edition)),
    "earlier": ("lin", lambda edition: page_of("earlier", edition)),
    "list": ("lin", lambda edition: "/admin/bulletins/edition/"),
    "form": ("wei", lambda edition: "/admin/bulletins/grant/add/"),
}


@pytest.fixture
def wei(office: Office) -> User:
    return office.hire("wei", Role.ADMINISTRATOR)


@pytest.mark.usefixtures("wei")
def test_a_screen_is_for_everybody(edition: Edition, at_desk: AtDesk) -> None:
    """And the browser complains of nothing, its policy included."""
    found: dict[str, list[str]] = {}
    for name, (who, address) in SCREENS.items():
        at_desk(who).goto(address(edition))
        found[name] = hindrances(at_desk(who))
    assert found == {name: [] for name in SCREENS}


def test_the_way_in_is_for_everybody(live_server: LiveServer, page: "Page") -> None:
    page.goto(f"{live_server.url}/admin/login/")
    assert hindrances(page) == []
    page.fill("#id_username", "nobody")
    page.fill("#id_password", "nothing")
    page.press("#id_password", "Enter")
    page.locator(".errornote").wait_for()
    assert hindrances(page) == []
