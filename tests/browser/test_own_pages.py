"""The admin's own pages at a desk and on a telephone: nothing serious for axe, nothing too wide."""

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING

import pytest
from django.urls import reverse
from django.utils import timezone
from pytest_django.live_server_helper import LiveServer

from bulletins.drafting import save_part
from bulletins.drafting.content import part_of
from bulletins.models import Edition
from tests.browser.axe import faults
from tests.browsing import open_first, signed_in_tab
from tests.editing.forms import page_of
from tests.office import People, saying, scheduled, submitted
from tests.stories.bulletin import bulletin

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

pytestmark = pytest.mark.django_db(transaction=True)
WIDTHS = (360, 1440)
Walk = Callable[["Page", str, Edition, People], None]


def at(name: str, *, numbered: bool = False) -> Walk:
    def go(page: "Page", site: str, draft: Edition, people: People) -> None:
        page.goto(site + reverse(f"admin:{name}", args=[draft.pk] if numbered else []))

    return go


def edition_with_an_open_part(page: "Page", site: str, draft: Edition, people: People) -> None:
    page.goto(site + page_of(draft))
    open_first(page)


def edition_that_two_changed(page: "Page", site: str, draft: Edition, people: People) -> None:
    page.on("dialog", lambda dialog: dialog.accept())
    edition_with_an_open_part(page, site, draft, people)
    page.locator(".cke_editable p").nth(1).click()
    page.keyboard.type("我写的")
    part = draft.parts.all()[0]
    said = part_of(part)
    hers = tuple(replace(one, body="<p>她写的</p>") for one in said.sections)
    save_part(part, replace(said, sections=hers), seen=1, by=people.lin)
    page.get_by_role("button", name="保存", exact=True).click()
    page.wait_for_selector(".clash")


def earlier_texts(page: "Page", site: str, draft: Edition, people: People) -> None:
    part = draft.parts.all()[0]
    save_part(part, saying(part_of(part), "后来的"), seen=1, by=people.lin)
    page.goto(site + reverse("admin:bulletins_edition_earlier", args=[draft.pk]))


def confirmation(page: "Page", site: str, draft: Edition, people: People) -> None:
    page.goto(site + reverse("admin:bulletins_edition_import"))
    page.fill("#id_text", bulletin().text)
    page.get_by_role("button", name="读取").click()
    page.get_by_role("button", name="建立草稿").wait_for()


def proof(page: "Page", site: str, draft: Edition, people: People) -> None:
    submitted(draft, people)
    page.goto(site + reverse("admin:bulletins_edition_review", args=[draft.pk]))


def search(page: "Page", site: str, draft: Edition, people: People) -> None:
    page.goto(f"{site}{reverse('admin:bulletins_edition_search')}?q=巡查")
    page.locator("mark").first.wait_for()


def scheduled_month(page: "Page", site: str, draft: Edition, people: People) -> None:
    at = timezone.localtime(timezone.now() + timedelta(days=20))
    scheduled(draft, people, at)
    page.goto(f"{site}{reverse('admin:index')}?month={at:%Y-%m}")
    page.locator(".calendar .has a").wait_for()


def chosen_for_tags(page: "Page", site: str, draft: Edition, people: People) -> None:
    page.goto(site + reverse("admin:bulletins_edition_changelist"))
    page.locator("tbody .action-select").first.check()
    page.get_by_label("动作").select_option(label="加标签")
    page.get_by_role("button", name="执行").click()
    page.get_by_role("heading", name="选中的 1 篇").wait_for()


def results(page: "Page", site: str, draft: Edition, people: People) -> None:
    chosen_for_tags(page, site, draft, people)
    page.get_by_label("标签").fill("培训")
    page.get_by_role("button", name="加标签").click()
    page.get_by_text("1 篇已处理").wait_for()


PAGES: dict[str, Walk] = {
    "工作台": at("index"),
    "工作台，发布日历": scheduled_month,
    "查找": search,
    "批量加标签": chosen_for_tags,
    "批量结果": results,
    "稿件": at("bulletins_edition_changelist"),
    "新稿件": at("bulletins_edition_add"),
    "导入": at("bulletins_edition_import"),
    "导入核对": confirmation,
    "编辑": at("bulletins_edition_change", numbered=True),
    "编辑，打开一部分": edition_with_an_open_part,
    "编辑，两人同改": edition_that_two_changed,
    "旧稿": earlier_texts,
    "清样": proof,
    "审核单": at("bulletins_edition_sheet", numbered=True),
}


@pytest.mark.parametrize("name", PAGES)
def test_nothing_serious_and_nothing_too_wide(
    name: str,
    draft: Edition,
    people: People,
    live_server: LiveServer,
    browser: "Browser",
) -> None:
    with signed_in_tab(browser, live_server, "lin", inspected=True) as page:
        PAGES[name](page, live_server.url, draft, people)
        for width in WIDTHS:
            page.set_viewport_size({"width": width, "height": 900})
            assert faults(page) == []
            assert page.evaluate("document.documentElement.scrollWidth") <= width
