"""Walking through the admin in a real browser as one of the office's people."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, Literal

from django.conf import settings
from django.test import Client
from pytest_django.live_server_helper import LiveServer

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page, Response


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
    by_form: bool = True,
) -> "Iterator[Page]":
    """A tab of its own in which this person is signed in; complaints of the browser fail the test.

    touch: a telephone, worked by a thumb. inspected: the page's policy lets an inspector write in it.
    by_form: else she brings a session with her, and stands at her desk.
    """
    context = browser.new_context(
        base_url=server.url,
        locale="zh-CN",
        viewport={"width": width, "height": height},
        has_touch=touch,
        is_mobile=touch,
        bypass_csp=inspected,
    )
    page = context.new_page()
    complaints: list[str] = []
    # What has no address was done by an inspector (axe), not by the page.
    page.on(
        "console",
        lambda said: (
            complaints.append(said.text) if said.type == "error" and said.location["url"] else None
        ),
    )
    page.on("pageerror", lambda error: complaints.append(str(error)))
    if by_form:
        sign_in(page, server.url, name)
    else:
        cookie = settings.SESSION_COOKIE_NAME
        context.add_cookies([{"name": cookie, "value": session_of(name), "url": server.url}])
        page.goto("/admin/")
    yield page
    context.close()
    assert complaints == [], complaints


def session_of(name: str) -> str:
    """The key of a session of hers, without the way through the form."""
    client = Client()
    assert client.login(username=name, password=name)
    return client.cookies[settings.SESSION_COOKIE_NAME].value


def sign_in(page: "Page", site: str, name: str, password: str = "") -> None:
    """password: people of the tests' office have their name for one."""
    page.goto(f"{site}/admin/login/")
    page.fill("#id_username", name)
    page.fill("#id_password", password or name)
    page.press("#id_password", "Enter")
    page.wait_for_url(f"{site}/admin/")


def open_first(page: "Page") -> None:
    """Open the editor of the edition page's first part."""
    page.locator("[data-part] [data-open]").first.click()
    page.wait_for_selector("[data-part] .cke_editable")


def save(page: "Page") -> None:
    """Press 「保存」 on the edition page, until it says what came of it."""
    page.get_by_role("button", name="保存", exact=True).click()
    page.wait_for_selector(".messagelist")


def press(page: "Page", name: str, role: Literal["button", "link"] = "button") -> str:
    """Press what has exactly that name, which leads to another page; what that says was done."""
    with page.expect_navigation():
        page.get_by_role(role, name=name, exact=True).first.click()
    return told(page)


def told(page: "Page") -> str:
    """The sentences at the head of a page: what was done, or why not."""
    return "\n".join(page.locator(".messagelist li, .errornote").all_inner_texts())


def dropping(answer: "Response") -> bool:
    """The answer to 不要了, not to the beat with which every page begins."""
    return '"gone":["' in (answer.request.post_data or "")
