"""Walking through the admin in a real browser as one of the office's people."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

from pytest_django.live_server_helper import LiveServer

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page


@contextmanager
def signed_in_tab(
    browser: "Browser",
    server: LiveServer,
    name: str,
    *,
    width: int = 1440,
    height: int = 1000,
    touch: bool = False,
    inspected: bool = False,
) -> "Iterator[Page]":
    """A tab of its own in which this person is signed in; complaints of the browser fail the test.

    touch: a telephone, worked by a thumb. inspected: the page's policy lets an inspector write in it.
    """
    context = browser.new_context(
        locale="zh-CN",
        viewport={"width": width, "height": height},
        has_touch=touch,
        is_mobile=touch,
        bypass_csp=inspected,
    )
    page = context.new_page()
    complaints: list[str] = []
    page.on("console", lambda said: complaints.append(said.text) if said.type == "error" else None)
    page.on("pageerror", lambda error: complaints.append(str(error)))
    page.goto(f"{server.url}/admin/login/")
    page.fill("#id_username", name)
    page.fill("#id_password", name)
    page.press("#id_password", "Enter")
    page.wait_for_url(f"{server.url}/admin/")
    yield page
    context.close()
    assert complaints == [], complaints
