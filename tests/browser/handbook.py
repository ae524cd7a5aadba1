"""The pictures of the editors' handbook, taken from a demo office that runs.

    make run PORT=8123 DATA=$(mktemp -d) DEMO_PASSWORD=…
    .venv/bin/python -m tests.browser.handbook http://127.0.0.1:8123 …

It writes a draft of its own there; docs/editors/*.png are replaced.
"""

import re
import sys
from contextlib import contextmanager
from pathlib import Path
from shutil import which
from typing import TYPE_CHECKING

from tests.browsing import open_first, save, sign_in
from tests.stories.bulletin import OUR_OWN

if TYPE_CHECKING:
    from collections.abc import Iterator

    from playwright.sync_api import Browser, Page

PICTURES = Path(__file__).resolve().parents[2] / "docs" / "editors"
WIDE = {"width": 1280, "height": 800}


class Office:
    """The demo office at an address, with one password for all."""

    def __init__(self, browser: "Browser", site: str, password: str) -> None:
        self.browser, self.site, self.password = browser, site, password

    @contextmanager
    def signed_in(self, name: str) -> "Iterator[Page]":
        context = self.browser.new_context(locale="zh-CN", viewport=WIDE)  # type: ignore[arg-type]
        page = context.new_page()
        page.on("dialog", lambda dialog: dialog.accept())
        sign_in(page, self.site, name, self.password)
        yield page
        context.close()


def take(page: "Page", name: str) -> None:
    page.wait_for_timeout(600)  # fonts, editors, notices
    page.screenshot(path=PICTURES / f"{name}.png")


def written(page: "Page", office: Office) -> str:
    """From a paste to the open edition page; its address."""
    page.goto(f"{office.site}/admin/bulletins/edition/import/")
    page.fill("#id_text", OUR_OWN)
    page.get_by_role("button", name="读取").click()
    page.get_by_role("button", name="建立草稿").wait_for()
    take(page, "confirm")
    page.get_by_role("button", name="建立草稿").click()
    page.wait_for_url(re.compile(r"/edition/\d+/change/"))
    open_first(page)
    page.locator("#outline a").nth(1).click()
    take(page, "edition")
    return page.url


def type_in(page: "Page", words: str) -> None:
    page.locator(".cke_editable p").nth(1).click()
    page.keyboard.press("End")
    page.keyboard.type(words)


def two_at_once(office: Office, address: str) -> None:
    with office.signed_in("bianji") as hers, office.signed_in("bianji") as his:
        for page in (hers, his):
            page.goto(address)
            open_first(page)
        type_in(his, "逐项公布办理时限。")
        save(his)
        type_in(hers, "每季度更新一次。")
        save(hers)
        hers.locator(".clash").scroll_into_view_if_needed()
        take(hers, "clash")


def main(site: str, password: str) -> None:
    """Take every picture anew."""
    from playwright.sync_api import sync_playwright

    PICTURES.mkdir(exist_ok=True)
    with sync_playwright() as playwright:
        flags = ["--no-sandbox", "--disable-background-networking"]
        browser = playwright.chromium.launch(executable_path=which("chromium"), args=flags)
        office = Office(browser, site, password)
        with office.signed_in("bianji") as page:
            take(page, "desk")
            address = written(page, office)
        two_at_once(office, address)
        with office.signed_in("chushen") as page:
            page.locator("a[href*='/review/']").first.click()
            take(page, "review")


if __name__ == "__main__":
    main(*sys.argv[1:3])
