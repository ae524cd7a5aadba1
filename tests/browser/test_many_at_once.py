"""Many editions at once, with a result for each; and lists taken away as files that open."""

import csv
from typing import TYPE_CHECKING
from zipfile import ZipFile

import pytest
from lxml import etree

from bulletins.document.tree import Document
from bulletins.drafting import start_article
from bulletins.models import Edition, State
from tests.browser.axe import hindrances
from tests.browser.conftest import AtDesk
from tests.browsing import press
from tests.office import BULLETIN, NOTICE, Office, People, again, released, submitted

if TYPE_CHECKING:
    from pathlib import Path

    from playwright.sync_api import Page

pytestmark = pytest.mark.django_db(transaction=True)
LIST = "/admin/bulletins/edition/"
TITLE = "=HYPERLINK(甲)"  # what a spreadsheet would act on
CELLS = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"


@pytest.fixture
def four(draft: Edition, office: Office, people: People) -> list[Edition]:
    """A draft, an empty one, one in review, one that is public."""
    texts = (Document(), NOTICE, Document(title=TITLE, parts=NOTICE.parts))
    empty, waiting, live = (
        start_article(one, column=office.notices, by=people.lin) for one in texts
    )
    return [draft, empty, submitted(waiting, people), released(live, people)]


def choose_all(page: "Page", deed: str, state: str = "全部") -> None:
    """By keyboard, what the list shows of that state."""
    page.goto(LIST)
    press(page, state, "link")
    page.locator("#action-toggle").focus()
    page.keyboard.press("Space")
    page.get_by_label("动作").select_option(label=deed)
    press(page, "执行")


def results(page: "Page") -> dict[str, str]:
    """Title → what came of it."""
    rows = [one.locator("td").all_inner_texts() for one in page.locator(".results tbody tr").all()]
    return {title.strip(): said for title, said in rows}


def test_each_of_many_is_done_or_says_why_not(
    four: list[Edition], people: People, at_desk: AtDesk
) -> None:
    lin = at_desk("lin")
    choose_all(lin, "送审")
    assert lin.locator(".chosen li").count() == 4
    assert hindrances(lin) == []
    press(lin, "送审")
    assert "1 篇已处理" in lin.inner_text(".counts")
    assert "3 篇没有处理" in lin.inner_text(".counts")
    assert hindrances(lin) == []
    assert "已送审" in results(lin)[BULLETIN.title]
    assert "审核中" in results(lin)[NOTICE.title]
    assert again(four[0]).state == State.IN_REVIEW
    choose_all(lin, "移到其他栏目")
    lin.get_by_label("移到栏目").select_option(label="地方动态")
    press(lin, "移到其他栏目")
    assert "第 2 版草稿" in results(lin)[TITLE]
    zhi = at_desk("zhi")
    choose_all(zhi, "归档", "已发布")
    assert zhi.locator(".chosen li").count() == 1
    press(zhi, "归档")
    assert "已归档" in results(zhi)[TITLE]


def read_csv(path: "Path") -> list[list[str]]:
    return list(csv.reader(path.read_text("utf-8-sig").splitlines()))


def read_xlsx(path: "Path") -> list[list[str]]:
    """Every cell's text; there is no formula in it."""
    with ZipFile(path) as book:
        page = etree.fromstring(book.read("xl/worksheets/sheet1.xml"))
    assert page.findall(f".//{CELLS}f") == []
    rows = [row.iter(f"{CELLS}c") for row in page.iter(f"{CELLS}row")]
    return [["".join(map(str, cell.itertext())) for cell in row] for row in rows]


@pytest.mark.usefixtures("four")
def test_a_list_is_taken_away_as_it_stands(at_desk: AtDesk) -> None:
    lin = at_desk("lin")
    lin.goto(LIST)
    assert "找到" not in lin.inner_text("#toolbar")  # nothing was looked for
    press(lin, "通知公告", "link")
    assert "找到 3 条" in lin.inner_text("#toolbar")
    for kind, read in ((".csv", read_csv), (".xlsx", read_xlsx)):
        with lin.expect_download() as taken:
            lin.get_by_role("link", name=kind).press("Enter")
        assert taken.value.suggested_filename.startswith("稿件 ")
        head, *rows = read(taken.value.path())
        assert head[:3] == ["标题", "状态", "栏目"]
        assert {row[0] for row in rows} == {f"'{TITLE}", NOTICE.title, "（无标题）"}
        assert {row[2] for row in rows} == {"通知公告"}
