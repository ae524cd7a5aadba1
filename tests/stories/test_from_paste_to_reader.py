"""A bulletin goes in by every door, through recall, send-back, three reviewers and release, in
Chromium, with the roles' own accounts; and is found under its four regions.
"""

import io
import json
import re
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from django.core.management import call_command
from pytest_django.live_server_helper import LiveServer

from bulletins.document.plain import bare
from bulletins.models import Decision, Edition, Review, State
from tests.browsing import signed_in_tab
from tests.office import Office, People
from tests.stories.bulletin import REGIONS, bulletin

if TYPE_CHECKING:
    from playwright.sync_api import Browser, FilePayload, Page

pytestmark = pytest.mark.django_db(transaction=True)
BULLETIN = bulletin()
Door = Callable[["Page", str], None]


def by_paste(page: "Page", site: str) -> None:
    page.goto(f"{site}/admin/bulletins/edition/import/")
    page.fill("#id_text", BULLETIN.text)


def by_file(name: str, kind: str, data: bytes) -> Door:
    def come_in(page: "Page", site: str) -> None:
        page.goto(f"{site}/admin/bulletins/edition/import/")
        file: FilePayload = {"name": name, "mimeType": kind, "buffer": data}
        page.set_input_files("#id_file", file)

    return come_in


DOORS: dict[str, Door] = {
    "paste": by_paste,
    "page": by_file("网页.html", "text/html", BULLETIN.page),
    "word": by_file("天津.docx", "application/octet-stream", BULLETIN.word),
}


@pytest.mark.parametrize("door", DOORS)
def test_a_bulletin_comes_in_and_is_drafted(
    door: str,
    office: Office,
    people: People,
    places: None,
    live_server: LiveServer,
    browser: "Browser",
) -> None:
    with signed_in_tab(browser, live_server, "lin") as page:
        DOORS[door](page, live_server.url)
        page.get_by_role("button", name="读取").click()
        page.get_by_label("建立新草稿，放进栏目").select_option(label="网上传播")
        page.get_by_role("button", name="建立草稿").click()
        page.wait_for_url(re.compile(r"/edition/\d+/change/"))
    edition = Edition.objects.get()
    assert edition.title == BULLETIN.title
    assert [part.region_id for part in edition.parts.all()] == list(REGIONS)


def test_from_the_shell_too(office: Office, people: People, places: None, tmp_path: Path) -> None:
    file = tmp_path / "bulletin.txt"
    file.write_text(BULLETIN.text, encoding="utf-8")
    said = io.StringIO()
    call_command("import_bulletin", file, "--column", "news", "--json", stdout=said)
    told = json.loads(said.getvalue())
    edition = Edition.objects.get(pk=told["edition"])
    assert edition.title == told["title"] == BULLETIN.title
    assert [part["region"] for part in told["parts"]] == list(REGIONS)
    call_command("import_bulletin", file, "--column", "news", "--dry-run", stdout=io.StringIO())
    assert Edition.objects.count() == 1


def test_the_whole_way_to_the_reader(
    office: Office, people: People, places: None, live_server: LiveServer, browser: "Browser"
) -> None:
    site = live_server.url
    with signed_in_tab(browser, live_server, "lin") as page:
        by_paste(page, site)
        page.get_by_role("button", name="读取").click()
        page.get_by_role("button", name="建立草稿").click()
        page.wait_for_url(re.compile(r"/edition/\d+/change/"))
        submit(page)
        edition = Edition.objects.get()
        # Something was forgotten: taken back, mended, handed in again.
        page.goto(f"{site}/admin/bulletins/edition/{edition.pk}/change/")
        page.get_by_role("button", name="撤回送审").click()
        page.fill("#id_head-tags", "网络、服务")
        submit(page)
    decide(browser, live_server, "chu", edition, send_back="标签请再核对")
    with signed_in_tab(browser, live_server, "lin") as page:
        assert "标签请再核对" in page.inner_text("#content")
        page.goto(f"{site}/admin/bulletins/edition/{edition.pk}/change/")
        page.fill("#id_head-tags", "网上服务")
        submit(page)
    for reviewer in ("chu", "fu", "zhong"):
        decide(browser, live_server, reviewer, edition)
    with signed_in_tab(browser, live_server, "zhong") as page:
        page.goto(f"{site}/admin/bulletins/edition/{edition.pk}/review/")
        page.get_by_role("link", name="签发").first.click()
        page.get_by_role("button", name="签发").click()
        page.wait_for_selector(".messagelist")
    edition.refresh_from_db()
    assert edition.state == State.RELEASED
    assert Review.objects.filter(decision=Decision.APPROVED).count() == 3
    read(browser, live_server)


def submit(page: "Page") -> None:
    page.get_by_role("button", name="保存并送审").click()
    page.wait_for_selector(".messagelist")
    assert "已送审" in page.inner_text(".messagelist")


def decide(
    browser: "Browser", server: LiveServer, name: str, edition: Edition, send_back: str = ""
) -> None:
    """One reviewer, on a phone, from the desk to the decision."""
    with signed_in_tab(browser, server, name, width=360, height=740) as page:
        page.get_by_role("link", name=BULLETIN.title[:10]).first.click()
        page.wait_for_url(re.compile(r"/review/"))
        if send_back:
            page.fill("#id_opinion", send_back)
            page.get_by_role("button", name="退回修改").click()
        else:
            for gate in page.locator("input[name=gates]").all():
                gate.check()
            page.get_by_role("button", name="同意").click()
        page.wait_for_selector(".messagelist")
        assert page.evaluate("document.documentElement.scrollWidth") == 360


def read(browser: "Browser", server: LiveServer) -> None:
    """A reader without scripts finds it under each region, and reads every word in its order."""
    context = browser.new_context(java_script_enabled=False, viewport={"width": 360, "height": 740})
    page = context.new_page()
    for code, name in REGIONS.items():
        page.goto(f"{server.url}/regions/")
        page.get_by_role("link", name=re.compile(f"^{name}")).first.click()
        assert page.url.endswith(f"/regions/{code}/")
        page.get_by_role("link", name=BULLETIN.title[:10]).click()
        assert page.locator("h1").inner_text().strip() == BULLETIN.title
    assert BULLETIN.words in bare(page.inner_text("article"))
    page.get_by_role("link", name="关闭窗口").click()
    assert page.url.endswith("/columns/news/")
    context.close()
