"""From a live text to its next edition, to the comparison of the two, and to a copy of it."""

from typing import TYPE_CHECKING

import pytest

from bulletins.models import Edition
from tests.browser.axe import hindrances
from tests.browser.conftest import AtDesk
from tests.browsing import open_first, press
from tests.editing.doors import page_of
from tests.office import BULLETIN, People, again, released

if TYPE_CHECKING:
    from playwright.sync_api import Page

pytestmark = pytest.mark.django_db(transaction=True)
NOTE = "补充一个导语"


def start_a_correction(lin: "Page", live: Edition) -> Edition:
    """By keyboard: the kind is chosen by arrows, the note typed, the button pressed by Enter."""
    lin.goto(page_of("change", live))
    press(lin, "修改（另起新版）", "link")
    assert hindrances(lin) == []
    lin.get_by_label("小改").focus()
    for _ in range(2):
        lin.keyboard.press("ArrowDown")
    assert lin.locator("input[name=kind]:checked").input_value() == "correction"
    lin.keyboard.press("Tab")
    lin.keyboard.type(NOTE)
    lin.keyboard.press("Tab")
    with lin.expect_navigation():
        lin.keyboard.press("Enter")
    return live.article.editions.get(number=2)


def test_a_correction_reaches_the_reader_with_its_note(
    draft: Edition, people: People, at_desk: AtDesk, reader: "Page"
) -> None:
    live = released(draft, people)
    lin = at_desk("lin")
    fresh = start_a_correction(lin, live)
    assert lin.input_value("#id_head-change_note") == NOTE
    open_first(lin)
    lin.locator(".cke_editable p").first.click()
    lin.keyboard.press("End")
    lin.keyboard.type("成效明显。")
    press(lin, "保存")
    reader.goto("/articles/1/")
    assert "成效明显" not in reader.inner_text("main")  # it is a draft
    press(lin, "版本对比", "link")
    assert hindrances(lin) == []
    assert lin.locator("ins").all_inner_texts() == [f"增{NOTE}", "增成效明显。"]
    released(again(fresh), people)
    reader.reload()
    assert "成效明显" in reader.inner_text("main")
    assert NOTE in reader.inner_text("main")
    lin.goto(page_of("compare", live))
    lin.select_option("#with", "2")
    press(lin, "对比")
    assert lin.locator("del").all_inner_texts() == [f"删{NOTE}", "删成效明显。"]
    press(lin, "打开第 2 版", "link")
    assert "已发布 第 2 版" in lin.inner_text(".edition-facts")


def test_a_copy_is_another_article(draft: Edition, people: People, at_desk: AtDesk) -> None:
    live = released(draft, people)
    lin = at_desk("lin")
    lin.goto(page_of("change", live))
    assert "请先改标题" in press(lin, "复制为新稿件")
    assert lin.evaluate("document.activeElement.id") == "id_head-title"
    assert "标题" in lin.inner_text(".gaps")  # it is used already
    assert hindrances(lin) == []
    lin.keyboard.press("Control+A")
    lin.keyboard.type("各地再推进网络工作")
    press(lin, "保存")
    assert lin.locator(".gaps").count() == 0
    copy = Edition.objects.latest("pk")
    assert (copy.title, copy.number, copy.article.number) == ("各地再推进网络工作", 1, None)
    assert again(live).title == BULLETIN.title
    assert [part.heading for part in copy.parts.all()] == ["天 津", "贵 州"]
