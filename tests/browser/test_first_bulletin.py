"""A newcomer's first bulletin: from the desk through a paste to submission, clicks counted."""

import re
import time
from typing import TYPE_CHECKING

import pytest
from pytest_django.live_server_helper import LiveServer

from bulletins.models import Edition, State
from tests.browsing import signed_in_tab
from tests.office import Office, People
from tests.stories.bulletin import REGIONS, bulletin

if TYPE_CHECKING:
    from playwright.sync_api import Browser

pytestmark = pytest.mark.django_db(transaction=True)
MOST_CLICKS = 5
MOST_SECONDS = 60  # of the machine; the three minutes of a person have room for reading


def test_five_clicks_from_the_desk_to_submission(
    office: Office, people: People, places: None, live_server: LiveServer, browser: "Browser"
) -> None:
    with signed_in_tab(browser, live_server, "lin") as page:
        clicks: list[str] = []
        began = time.monotonic()

        def click(role: str, name: str) -> None:
            clicks.append(name)
            page.get_by_role(role, name=name).first.click()  # type: ignore[arg-type]

        click("link", "导入")
        page.locator("#id_text").focus()
        page.keyboard.insert_text(bulletin().text)
        click("button", "读取")
        click("button", "建立草稿")
        page.wait_for_url(re.compile(r"/edition/\d+/change/"))
        click("button", "保存并送审")
        page.locator(".messagelist").filter(has_text="已送审").wait_for()
        assert len(clicks) <= MOST_CLICKS
        assert time.monotonic() - began < MOST_SECONDS
    edition = Edition.objects.get()
    assert edition.state == State.IN_REVIEW
    assert [part.region_id for part in edition.parts.all()] == list(REGIONS)


def test_the_paste_box_has_the_caret_when_the_page_opens(
    office: Office, people: People, live_server: LiveServer, browser: "Browser"
) -> None:
    with signed_in_tab(browser, live_server, "lin") as page:
        page.goto(f"{live_server.url}/admin/bulletins/edition/import/")
        assert page.evaluate("document.activeElement.id") == "id_text"
