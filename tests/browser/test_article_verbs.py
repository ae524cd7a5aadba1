"""What the desk and the administrator do to a notice that is public, and what its readers see then."""

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING

import pytest
from django.utils import timezone

from bulletins.drafting import start_article
from bulletins.models import Edition, Role
from tests.browser.axe import hindrances
from tests.browser.conftest import AtDesk
from tests.browsing import press
from tests.editing.doors import page_of
from tests.office import NOTICE, Office, People, released

if TYPE_CHECKING:
    from playwright.sync_api import Page

pytestmark = pytest.mark.django_db(transaction=True)
Sees = Callable[[], str]


@pytest.fixture
def notice(office: Office, people: People) -> Edition:
    """Public, and closing in three days."""
    document = replace(NOTICE, closes_at=timezone.now() + timedelta(days=3))
    return released(start_article(document, column=office.notices, by=people.lin), people)


@pytest.fixture
def sees(notice: Edition, reader: "Page") -> Sees:
    """The status of the notice's address with what it says, as a reader finds it now."""

    def look() -> str:
        answer = reader.goto("/articles/1/")
        assert answer
        return f"{answer.status} {reader.inner_text('main')}"

    return look


def do(page: "Page", verb: str, **fields: str) -> str:
    """From the notice's page to the verb's, which asks; fill in by label, press; what it says."""
    press(page, verb, "link")
    assert hindrances(page) == []
    return fill_in(page, verb, **fields)


def fill_in(page: "Page", verb: str, **fields: str) -> str:
    for label, value in fields.items():
        field = page.get_by_label(label)
        if field.evaluate("one => one.matches('select')"):
            field.select_option(label=value)
        else:
            field.fill(value)
    return press(page, verb)


def test_the_desk_ends_a_notice_and_says_what_came_of_it(
    notice: Edition, at_desk: AtDesk, sees: Sees
) -> None:
    zhi = at_desk("zhi")
    zhi.goto(page_of("change", notice))
    do(zhi, "截止", 说明="名额已满", 结果公告的网址="看网站")
    zhi.get_by_text("这不是可用的网址").wait_for()
    assert hindrances(zhi) == []
    assert zhi.get_by_label("说明").input_value() == "名额已满"
    assert "已截止" in fill_in(zhi, "截止", 结果公告的网址="/articles/1/")
    assert "名额已满" in sees()
    assert "已取消截止" in do(zhi, "取消截止")
    assert "名额已满" not in sees()
    later = timezone.localdate() + timedelta(days=30)
    assert "已延期" in do(zhi, "延期", 延到哪一天=f"{later:%Y-%m-%d}")
    assert f"{later.month}月{later.day}日" in sees()
    assert "已延期" in do(zhi, "延期", 延到哪一天="")
    assert f"{later.month}月{later.day}日" not in sees()
    assert "已定公示期" in do(zhi, "定公示期", 日期=f"{later:%Y-%m-%d}")
    assert "公示" in sees()
    assert "已归档" in do(zhi, "归档")
    assert "归档" in sees()
    assert "已取消归档" in do(zhi, "取消归档")
    said = do(zhi, "改有效性", 有效性="废止", 自何日起="2026-01-01", 依据="已由新规定代替")
    assert "已改有效性" in said
    assert "已由新规定代替" in sees()


def test_what_cannot_be_done_says_why_and_a_first_day_is_set_back(
    notice: Edition, office: Office, at_desk: AtDesk, sees: Sees
) -> None:
    office.hire("wei", Role.ADMINISTRATOR)
    wei = at_desk("wei")
    wei.goto(page_of("article", notice, "erase"))
    assert "现在不能清除" in wei.inner_text(".errornote")
    assert wei.get_by_role("button", name="清除").count() == 0
    assert hindrances(wei) == []
    press(wei, "返回稿件", "link")
    said = {"首次发布日期": "2019-03-01", "时刻": "08:30", "理由": "原在旧网站发布"}
    assert "已改首次发布时间" in do(wei, "改首次发布时间", **said)
    assert "2019" in sees()
    assert "原在旧网站发布" in sees()


def test_withdrawn_explained_restored_and_at_last_erased(
    notice: Edition, office: Office, at_desk: AtDesk, sees: Sees
) -> None:
    office.hire("wei", Role.ADMINISTRATOR)
    zhi, zhong, wei = at_desk("zhi"), at_desk("zhong"), at_desk("wei")
    zhi.goto(page_of("change", notice))
    do(zhi, "撤下", 经过="读者来电，时间有误")
    assert "核实中暂停公开" in sees()
    assert "停机维护" not in sees()
    assert "搜索引擎的快照" in zhi.inner_text(".article-box")
    assert hindrances(zhi) == []
    do(zhi, "写撤下说明", 公开说明="时间有误，正在核对。")
    assert sees().startswith("410")
    assert "时间有误，正在核对。" in sees()
    zhong.goto(page_of("change", notice))
    assert "已恢复公开" in do(zhong, "恢复公开")
    assert "停机维护" in sees()
    do(zhong, "撤下", 经过="仍须清除", 原因="内容有误")
    wei.goto(page_of("change", notice))
    do(wei, "清除", 稿件编号="2", 理由="依申请清除")
    wei.get_by_text("编号与这篇稿件不符").wait_for()
    assert hindrances(wei) == []
    assert notice.parts.exists()
    assert "已清除" in fill_in(wei, "清除", 稿件编号="1")
    assert "停机维护" not in wei.inner_text("#content")
    assert hindrances(wei) == []
    assert sees().startswith("410")
    assert not notice.article.editions.filter(parts__intro__contains="停机").exists()
