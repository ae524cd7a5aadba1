"""Attachments on the page that offers them, and on the page where they are read: by everybody."""

from typing import TYPE_CHECKING

import pytest
from pytest_django.live_server_helper import LiveServer

from bulletins.drafting import start_article
from bulletins.filetexts import read_due
from bulletins.models import StoredFile
from tests.browser.axe import faults
from tests.browser.test_public_pages import ELDERS, PRESSED, SMALL, SMALLEST, width_of
from tests.files import samples
from tests.office import Office, People, released
from tests.public.test_file_texts import attached

if TYPE_CHECKING:
    from playwright.sync_api import Browser

pytestmark = pytest.mark.django_db(transaction=True)
WIDE = [[f"第{column}列的名称" for column in range(12)], *[["话" * 20] * 12] * 3]
FILES = {
    "很宽的表.xlsx": samples.xlsx(WIDE, title="二〇二六年" * 8),
    "办法.docx": samples.word("一段话" * 50, "https://www.example.org/" + "a" * 120),
    "手册.pdf": samples.pdf("one " * 40, "https" + "a" * 150),
    "旧件.doc": b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(100),
}


@pytest.fixture
def site(office: Office, people: People, places: None, live_server: LiveServer) -> str:
    document = attached(people, FILES)
    released(start_article(document, column=office.news, by=people.lin), people)
    list(read_due())
    return live_server.url


@pytest.mark.parametrize("elder", [False, True])
def test_it_can_be_read_by_everybody(browser: "Browser", site: str, elder: bool) -> None:
    files = StoredFile.objects.filter(width=None).values_list("pk", flat=True)
    addresses = ["/articles/1/", *(f"/articles/1/files/{one}/text/" for one in files)]
    addresses.append("/articles/1/article.pdf")  # which the tests' site cannot make
    context = browser.new_context(viewport={"width": 320, "height": 800}, bypass_csp=True)
    if elder:
        context.add_init_script(ELDERS)
    page = context.new_page()
    for address in addresses:
        page.goto(site + address)
        assert faults(page) == [], address
        assert width_of(page) <= 320, address
        small = page.evaluate(PRESSED, 44) if elder else page.evaluate(SMALL, SMALLEST)
        assert small == [], address
    context.close()


def test_who_taps_it_reads_the_table(browser: "Browser", site: str) -> None:
    """With the keyboard, too: the table scrolls in itself and can be reached."""
    context = browser.new_context(viewport={"width": 360, "height": 800}, bypass_csp=True)
    page = context.new_page()
    page.goto(f"{site}/articles/1/")
    page.get_by_text("看文字版").first.click()
    assert page.get_by_role("columnheader", name="第3列的名称").count() == 1
    table = page.get_by_role("region", name="名单")
    table.focus()
    page.keyboard.press("ArrowRight")
    page.wait_for_function("document.activeElement.scrollLeft > 0")
    with page.expect_download() as saved:
        page.get_by_role("link", name="下载原件").first.click()
    assert saved.value.suggested_filename == "很宽的表.xlsx"
    context.close()
