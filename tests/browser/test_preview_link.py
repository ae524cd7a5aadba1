"""A link for somebody without an account: made, opened, changed away, taken back."""

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

import pytest
from pytest_django.live_server_helper import LiveServer

from bulletins.drafting import save_part
from bulletins.drafting.content import part_of
from bulletins.models import Edition, PreviewUse
from tests.browser.axe import hindrances
from tests.browser.conftest import AtDesk
from tests.browsing import press
from tests.editing.doors import page_of
from tests.office import BULLETIN, People, saying

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

pytestmark = pytest.mark.django_db(transaction=True)


def new_link(lin: "Page", whom: str) -> str:
    """Its address, told once."""
    lin.get_by_label("给谁看").fill(whom)
    press(lin, "建预览链接")
    address = lin.get_by_label("链接", exact=True).input_value()
    assert hindrances(lin) == []
    return re.sub(r"^https?://[^/]+", "", address)


@pytest.fixture
def outsider(browser: "Browser", live_server: LiveServer) -> "Iterator[Page]":
    """Somebody on a telephone, who has no account."""
    context = browser.new_context(
        base_url=live_server.url, locale="zh-CN", viewport={"width": 360, "height": 740}
    )
    yield context.new_page()
    context.close()


def opens(outsider: "Page", address: str) -> bool:
    """Whether pressing the one button there shows the text."""
    outsider.goto(address)
    assert hindrances(outsider) == []
    door = outsider.get_by_role("button", name="打开预览")
    if not door.count():
        return False
    assert BULLETIN.title not in outsider.inner_text("main")
    door.press("Enter")
    outsider.get_by_role("heading", name=BULLETIN.title).wait_for()
    return "还没有公开，请勿转发" in outsider.inner_text(".preview-band")


def test_an_outsider_reads_one_text_until_it_changes_or_the_link_is_taken_back(
    draft: Edition, people: People, at_desk: AtDesk, outsider: "Page"
) -> None:
    lin = at_desk("lin")
    lin.goto(page_of("preview", draft))
    lin.get_by_label("有效天数").fill("300")
    lin.locator(".link-form").evaluate("form => { form.noValidate = true }")
    press(lin, "建预览链接")
    assert lin.locator(".has-errors").count() == 1
    assert hindrances(lin) == []
    lin.goto(page_of("preview", draft))
    first = new_link(lin, "张处长")
    assert opens(outsider, first)
    assert hindrances(outsider) == []
    assert PreviewUse.objects.count() == 1
    assert outsider.context.cookies() == []
    lin.goto(page_of("preview", draft))
    assert "张处长" in lin.inner_text("#links")
    assert "已收回" in press(lin, "收回")
    assert not opens(outsider, first)
    second = new_link(lin, "李处长")
    assert opens(outsider, second)
    part = draft.parts.all()[0]
    save_part(part, saying(part_of(part), "改"), seen=part.revision, by=people.lin)
    assert not opens(outsider, second)
    assert "稿件已有改动" in outsider.inner_text("main")
    answer = outsider.goto("/articles/1/")
    assert answer
    assert answer.status == 404
