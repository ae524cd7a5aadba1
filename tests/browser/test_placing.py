"""置顶, 列入其他栏目, and attachments in the order that a reader finds them in."""

from datetime import timedelta
from typing import TYPE_CHECKING

import pytest
from django.utils import timezone

from bulletins.drafting import start_article
from bulletins.models import Edition
from tests.browser.axe import hindrances
from tests.browser.conftest import AtDesk
from tests.browsing import press
from tests.editing.doors import page_of
from tests.office import BULLETIN, NOTICE, Office, People, again, released

if TYPE_CHECKING:
    from playwright.sync_api import Page

pytestmark = pytest.mark.django_db(transaction=True)


def titles(page: "Page", address: str) -> list[str]:
    """Of the lines of a public list, from the top."""
    page.goto(address)
    return page.locator(".list .entry a").all_inner_texts()


def test_an_article_stands_on_top_and_in_another_column(
    draft: Edition, office: Office, people: People, at_desk: AtDesk, reader: "Page"
) -> None:
    old = released(draft, people)
    for column in (office.news, office.local):
        released(start_article(NOTICE, column=column, by=people.lin), people)
    assert titles(reader, "/columns/news/")[0] == NOTICE.title
    zhi = at_desk("zhi")
    zhi.goto(page_of("change", old))
    press(zhi, "列入与置顶", "link")
    until = f"{timezone.localdate() + timedelta(days=9):%Y-%m-%d}"
    for name in ("网上传播", "地方动态"):
        zhi.get_by_label(f"置顶至（{name}）").fill(until)
    zhi.get_by_role("button", name="保存").press("Enter")
    zhi.get_by_text("没有列入这个栏目").wait_for()
    assert hindrances(zhi) == []
    zhi.get_by_label("地方动态", exact=True).focus()
    zhi.keyboard.press("Space")
    assert "已更改列入和置顶" in press(zhi, "保存")
    for address in ("/columns/news/", "/columns/local/"):
        assert titles(reader, address)[0] == BULLETIN.title
    assert "置顶" in reader.inner_text("main")
    zhi.goto(page_of("placing", old))
    zhi.get_by_label("地方动态", exact=True).uncheck()
    for name in ("网上传播", "地方动态"):
        zhi.get_by_label(f"置顶至（{name}）").fill("")
    press(zhi, "保存")
    assert titles(reader, "/columns/news/")[0] == NOTICE.title
    assert BULLETIN.title not in titles(reader, "/columns/local/")


def test_attachments_are_put_in_order_and_read_in_it(
    draft: Edition, people: People, at_desk: AtDesk, reader: "Page"
) -> None:
    lin = at_desk("lin")
    lin.goto(page_of("change", draft))
    files = [
        {"name": f"{name}.txt", "mimeType": "text/plain", "buffer": name.encode()}
        for name in ("甲表", "乙表", "丙表")
    ]
    lin.set_input_files("[name=attachment-new]", files)  # type: ignore[arg-type]
    press(lin, "保存")
    lin.get_by_role("button", name="把附件“丙表”上移").focus()
    for _ in range(2):
        lin.keyboard.press("Enter")  # the button keeps the focus
    lin.locator("[data-attachment] input[type=text]").nth(1).fill("第一表")
    press(lin, "保存")
    assert hindrances(lin) == []
    names = [one.input_value() for one in lin.locator("[data-attachment] input[type=text]").all()]
    assert names == ["丙表", "第一表", "乙表"]
    released(again(draft), people)
    reader.goto("/articles/1/")
    links = reader.locator(".attachments a")
    assert [name.split("（")[0].split(".")[0] for name in links.all_inner_texts()] == names
    with reader.expect_download() as taken:
        links.nth(1).click()
    assert taken.value.path().read_text() == "甲表"
