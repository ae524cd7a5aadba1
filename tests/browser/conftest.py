"""Windows of the office's people in one Chromium, and one of a reader without account or scripts."""

from collections.abc import Callable, Iterator
from contextlib import ExitStack
from functools import cache
from typing import TYPE_CHECKING

import pytest
from pytest_django.live_server_helper import LiveServer

from tests.browsing import signed_in_tab

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

AtDesk = Callable[[str], "Page"]


@pytest.fixture
def at_desk(browser: "Browser", live_server: LiveServer) -> Iterator[AtDesk]:
    """Name → her window, at her desk; the same one whenever she is asked for."""
    with ExitStack() as windows:

        @cache
        def window(name: str) -> "Page":
            tab = signed_in_tab(browser, live_server, name, width=1280, by_form=False)
            return windows.enter_context(tab)

        yield window


@pytest.fixture
def reader(browser: "Browser", live_server: LiveServer) -> "Iterator[Page]":
    """Somebody on a telephone, who has no account."""
    context = browser.new_context(
        base_url=live_server.url,
        java_script_enabled=False,
        locale="zh-CN",
        viewport={"width": 360, "height": 740},
    )
    yield context.new_page()
    context.close()
