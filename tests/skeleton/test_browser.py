"""The pages in a real browser."""

from typing import TYPE_CHECKING

import pytest
from pytest_django.live_server_helper import LiveServer

if TYPE_CHECKING:
    from playwright.sync_api import Page


@pytest.mark.parametrize("address", ["/", "/admin/login/"])
def test_a_page_comes_up_in_chinese_and_the_browser_complains_of_nothing(
    live_server: LiveServer, page: "Page", address: str
) -> None:
    complaints: list[str] = []
    page.on("console", lambda message: complaints.append(message.text))
    page.on("pageerror", lambda error: complaints.append(str(error)))
    page.goto(f"{live_server.url}{address}", wait_until="networkidle")
    assert "兰台" in page.title()
    assert complaints == []
