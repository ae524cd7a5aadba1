"""What does not fit says so: a long part unfolds, the state of a text is seen on a telephone."""

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from pytest_django.live_server_helper import LiveServer

from bulletins.drafting import save_part
from bulletins.drafting.content import part_of
from bulletins.models import Edition
from tests.browsing import signed_in_tab
from tests.editing.forms import page_of
from tests.office import People

if TYPE_CHECKING:
    from playwright.sync_api import Browser

pytestmark = pytest.mark.django_db(transaction=True)


def test_a_long_part_fades_and_unfolds(
    draft: Edition, people: People, live_server: LiveServer, browser: "Browser"
) -> None:
    part = draft.parts.get(region="120000")
    long = replace(part_of(part), intro="<p>一年来，各单位扎实推进。</p>" * 30)
    save_part(part, long, seen=1, by=people.lin)
    with signed_in_tab(browser, live_server, "lin", width=360, height=780, touch=True) as page:
        page.goto(live_server.url + page_of(draft))
        first = page.locator("[data-part]").first
        preview, more = first.locator(".preview"), first.locator(".unfold")
        assert "linear-gradient" in preview.evaluate("one => getComputedStyle(one).maskImage")
        cut = preview.bounding_box()
        more.tap()
        whole = preview.bounding_box()
        assert cut
        assert whole
        assert whole["height"] > 2 * cut["height"]
        assert more.inner_text() == "收起"
        assert preview.evaluate("one => getComputedStyle(one).maskImage") == "none"
        first.locator("[data-open]").tap()
        more.wait_for(state="hidden")


def test_the_state_stands_on_the_telephones_screen(
    draft: Edition, people: People, live_server: LiveServer, browser: "Browser"
) -> None:
    with signed_in_tab(browser, live_server, "zhong", width=360, height=780, touch=True) as page:
        page.goto(f"{live_server.url}/admin/bulletins/edition/")
        state = page.locator("td.field-shown_state").first
        assert state.inner_text() == "草稿"
        box, frame = state.bounding_box(), page.locator("#changelist .results").bounding_box()
        assert box
        assert frame
        assert box["x"] + box["width"] <= frame["x"] + frame["width"]
