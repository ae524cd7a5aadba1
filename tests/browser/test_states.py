"""States of the edition page that come and go while one writes: nothing serious for axe in any."""

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from bulletins.commenting import comment, resolve
from bulletins.document.tree import DocumentSection
from bulletins.drafting import document_of, remove_part, save_part
from bulletins.drafting.content import part_of
from bulletins.models import Edition, Role
from tests.browser.axe import hindrances
from tests.browser.conftest import AtDesk
from tests.browsing import open_first, press, save
from tests.editing.doors import page_of
from tests.office import Office, People, again

if TYPE_CHECKING:
    pass

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def faulty(draft: Edition, people: People) -> Edition:
    """A part with a number that departs and a heading twice, and comments on it, one resolved."""
    part = draft.parts.get(region="120000")
    twice = tuple(DocumentSection(1, "同", "<p>文。</p>", value=value) for value in (None, 5))
    save_part(part, replace(part_of(part), sections=twice), seen=part.revision, by=people.lin)
    for words in ("请补数据", "请核对"):
        comment(draft, part.key, words, by=people.chu)
    resolve(draft, draft.comments.all()[0].pk, by=people.lin)
    return draft


def test_faults_comments_and_offers(faulty: Edition, at_desk: AtDesk) -> None:
    lin = at_desk("lin")
    lin.goto(page_of("change", faulty))
    assert lin.locator("#outline .fault").count() >= 2
    lin.locator(".add-note summary").first.click()
    assert hindrances(lin) == []
    tags = lin.get_by_role("combobox", name="标签")
    tags.fill("")
    tags.press_sequentially("网")
    lin.locator(".offers [role=option]").first.wait_for()
    assert hindrances(lin) == []
    tags.press("Escape")
    lin.get_by_role("button", name="从正文找标签").click()
    lin.locator("[data-offered] button").first.wait_for()
    lin.get_by_text("更多项目").click()
    lin.get_by_role("button", name="填写前言").click()
    lin.locator("#head .cke_editable").wait_for()
    assert hindrances(lin) == []


def test_the_editor_s_own_dialogs(draft: Edition, at_desk: AtDesk) -> None:
    """A link, a table, a sign are put in by keyboard once the dialog is open."""
    lin = at_desk("lin")
    lin.goto(page_of("change", draft))
    open_first(lin)
    for name in ("find", "table", "specialchar", "link"):
        lin.locator(".cke_editable p").first.click()
        lin.keyboard.press("End")
        lin.locator(f".cke_button__{name}").click()
        dialog = lin.locator(".cke_dialog:visible")
        dialog.wait_for()
        assert hindrances(lin) == [], name
        if name == "link":
            dialog.get_by_label("URL").fill("www.example.cn/")
        if name == "specialchar":
            dialog.get_by_role("button").filter(has_text="©").press("Space")
        elif name == "find":
            lin.keyboard.press("Escape")
        else:
            dialog.get_by_role("button", name="确定").press("Enter")
        dialog.wait_for(state="hidden")
    lin.locator(".cke_editable td").first.click()
    lin.keyboard.type("甲")  # an empty table is not stored
    save(lin)
    intro = document_of(again(draft)).parts[0].intro
    assert [word for word in ("<table", "©", 'href="http') if word not in intro] == []


def test_words_in_a_part_that_is_gone(draft: Edition, people: People, at_desk: AtDesk) -> None:
    lin = at_desk("lin")
    lin.on("dialog", lambda dialog: dialog.accept())
    lin.goto(page_of("change", draft))
    open_first(lin)
    lin.locator(".cke_editable p").first.click()
    lin.keyboard.type("甲甲")
    lin.locator("#unsaved").filter(has_text="已暂存").wait_for()
    remove_part(draft.parts.get(region="120000"), seen=1, by=people.lin)
    press(lin, "保存")
    lin.locator(".leftover").wait_for()
    assert hindrances(lin) == []


def test_a_reviewer_who_writes_is_warned(draft: Edition, office: Office, at_desk: AtDesk) -> None:
    office.hire("both", Role.EDITOR, Role.FIRST_REVIEWER)
    both = at_desk("both")
    both.goto(page_of("change", draft))
    assert "您一改动即成为作者" in both.inner_text(".warning")
    both.fill("#id_head-title", "改了的标题")
    press(both, "保存")
    assert draft.authors.count() == 1  # not before she says that she knows
    assert hindrances(both) == []
