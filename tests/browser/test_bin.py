"""回收站: a part, an attachment and a whole draft are thrown away, and come back."""

from typing import TYPE_CHECKING

import pytest

from bulletins.drafting import document_of
from bulletins.models import Edition
from tests.browser.axe import hindrances
from tests.browser.conftest import AtDesk
from tests.browsing import press
from tests.editing.doors import page_of
from tests.office import again

if TYPE_CHECKING:
    from playwright.sync_api import Page

pytestmark = pytest.mark.django_db(transaction=True)
LIST = "名单.txt"


def add_a_list_of_names(lin: "Page", draft: Edition) -> None:
    lin.goto(page_of("change", draft))
    file = {"name": LIST, "mimeType": "text/plain", "buffer": "甲、乙、丙".encode()}
    lin.set_input_files("[name=attachment-new]", file)  # type: ignore[arg-type]
    assert "附件" in press(lin, "保存")


def throw_away(lin: "Page", place: str) -> None:
    box = lin.locator(place).get_by_label("删去")
    box.focus()
    lin.keyboard.press("Space")
    press(lin, "保存")


def in_the_bin(lin: "Page", heading: str) -> "Page":
    """By the desk's own link, to what is listed under that heading."""
    lin.goto("/admin/")
    press(lin, "回收站 作废的草稿，删去的地区稿和附件", "link")
    assert lin.get_by_role("heading", name=heading).count() == 1
    assert hindrances(lin) == []
    return lin


def test_a_part_and_an_attachment_come_back(draft: Edition, at_desk: AtDesk) -> None:
    lin = at_desk("lin")
    add_a_list_of_names(lin, draft)
    throw_away(lin, "[data-attachment]")
    throw_away(lin, "[data-part] >> nth=0")
    assert [part.heading for part in document_of(again(draft)).parts] == ["贵 州"]
    press(in_the_bin(lin, "删去的地区稿"), "放回")
    assert lin.locator("#outline .outline-part").all_inner_texts() == ["贵 州", "天 津"]
    assert "办好网站" in lin.locator("[data-part]").nth(1).inner_text()
    assert "名单”已放回" in press(in_the_bin(lin, "删去的附件"), "放回")
    assert lin.locator("[data-attachment] input").first.input_value() == "名单"
    with lin.expect_download() as taken:
        lin.get_by_role("link", name="查看").click()
    assert taken.value.path().read_text("utf-8") == "甲、乙、丙"
    lin.goto("/admin/bulletins/edition/bin/")
    assert "回收站是空的" in lin.inner_text("#content")


def test_a_discarded_draft_begins_anew(draft: Edition, at_desk: AtDesk) -> None:
    lin = at_desk("lin")
    lin.goto(page_of("change", draft))
    press(lin, "作废", "link")
    assert "做了就不能收回" in lin.inner_text("#content")
    assert "已作废" in press(lin, "作废")
    assert hindrances(lin) == []
    press(in_the_bin(lin, "作废的草稿"), "以此文字另起新版", "link")
    assert hindrances(lin) == []
    press(lin, "另起新版")
    assert "第 2 版" in lin.inner_text(".edition-facts")
    assert document_of(again(draft)).parts == document_of(draft.article.editions.last()).parts  # type: ignore[arg-type]
