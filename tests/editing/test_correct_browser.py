"""更正此处 in Chromium: shown to who edits in this browser, gone when she signs out."""

from typing import TYPE_CHECKING

import pytest
from pytest_django.live_server_helper import LiveServer

from bulletins.models import Edition
from tests.browsing import signed_in_tab
from tests.office import People, released

if TYPE_CHECKING:
    from playwright.sync_api import Browser

# The key of the heading in which the caret stands
CARET = """() => {
  const node = getSelection().anchorNode;
  return (node.nodeType === 1 ? node : node.parentElement).closest("[data-key]")?.dataset.key;
}"""
pytestmark = pytest.mark.django_db(transaction=True)


def test_it_opens_the_section_and_no_reader_sees_it(
    draft: Edition, people: People, live_server: LiveServer, browser: "Browser"
) -> None:
    edition = released(draft, people)
    public = f"{live_server.url}/articles/{edition.article.number}/"
    key = edition.sections.get(heading="加强管理").key
    with signed_in_tab(browser, live_server, "lin") as page:
        page.goto(public)
        page.locator(f"#{key}").get_by_role("link", name="更正此处").click()
        page.get_by_role("radio", name="更正", exact=True).check()
        page.fill("#id_note", "更正一处")
        page.get_by_role("button", name="另起新版").click()
        part = page.locator("[data-part]").filter(has=page.locator(f"[data-key='{key}']"))
        part.locator(".cke_editable:focus").wait_for()
        assert page.evaluate(CARET) == key
        page.goto(f"{live_server.url}/admin/")
        page.get_by_role("button", name="退出").click()
        page.wait_for_load_state()
        page.goto(public)
        assert page.get_by_role("link", name="更正此处").count() == 0
