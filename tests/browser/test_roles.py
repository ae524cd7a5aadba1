"""Each role signs in to a desk of its own, and finds there what it does and nothing else."""

from typing import TYPE_CHECKING

import pytest
from pytest_django.live_server_helper import LiveServer

from accounts.models import User
from bulletins.commenting.phrases import remember
from bulletins.drafting import document_of
from bulletins.models import Edition, Role
from tests.browser.axe import hindrances
from tests.browser.conftest import AtDesk
from tests.browsing import open_first, press, save, sign_in
from tests.editing.doors import page_of
from tests.office import Office, People, again, submitted

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

pytestmark = pytest.mark.django_db(transaction=True)
COMMON, READING = ("待发布", "最近发布"), ("稿件",)
FRESH = ("待发布", "首页与栏目更新", "最近发布")  # of who answers for what is shown
SEARCH = ("检索情况", "词库")
KEEPING = (
    *("稿件", "稿源", "栏目", "授权", "账号", "网站设置", "放假和调休"),
    *(*SEARCH, "地区", "审计"),
)
# Role → the lists on the desk, the pages it leads to
DESKS: dict[Role, tuple[tuple[str, ...], tuple[str, ...]]] = {
    Role.EDITOR: (
        ("我的草稿", *FRESH),
        ("稿件", "新稿件", "导入", "纠错", "回收站", "稿源", *SEARCH),
    ),
    Role.CONTRIBUTOR: (("可填写的草稿", *COMMON), READING),
    Role.FIRST_REVIEWER: (("待我审核", *COMMON), (*READING, "稿源")),
    Role.SECOND_REVIEWER: (("待我审核", *COMMON), (*READING, "稿源")),
    Role.FINAL_REVIEWER: (("待我审核", "待我签发", *FRESH), (*READING, "纠错", "稿源")),
    Role.DESK: (FRESH, (*READING, "纠错")),
    Role.ADMINISTRATOR: (FRESH, KEEPING),
    Role.AUDITOR: (COMMON, (*READING, "审计")),
}


def lists(page: "Page") -> tuple[str, ...]:
    """The headings of the desk, without their counts and the calendar."""
    heads = page.locator(".desk-lists section h2").all_inner_texts()
    return tuple(head.split()[0] for head in heads if "历" not in head and "月" not in head)


@pytest.mark.usefixtures("draft")
def test_each_role_signs_in_finds_its_own_desk_and_leaves(
    office: Office, browser: "Browser", live_server: LiveServer
) -> None:
    page = browser.new_context(base_url=live_server.url, locale="zh-CN").new_page()
    found = {}
    for role in DESKS:
        office.hire(f"one-{role}", role, region="520000" if role == Role.CONTRIBUTOR else None)
        sign_in(page, "", f"one-{role}")
        found[role] = lists(page), tuple(page.locator(".desk-links b").all_inner_texts())
        press(page, "退出")
    page.context.close()
    assert found == DESKS


def test_who_was_granted_nothing_is_told_whom_to_ask(office: Office, at_desk: AtDesk) -> None:
    office.hire("new")
    assert "请联系管理员" in at_desk("new").inner_text(".desk")
    assert hindrances(at_desk("new")) == []


def test_a_contributor_fills_in_her_region_and_no_other(
    draft: Edition, office: Office, at_desk: AtDesk
) -> None:
    office.hire("xin", Role.CONTRIBUTOR, region="520000")
    xin = at_desk("xin")
    assert hindrances(xin) == []
    xin.get_by_role("link", name=draft.title).first.click()
    xin.wait_for_url(f"**{page_of('change', draft)}")
    assert "天 津" not in xin.inner_text("#content")
    assert xin.get_by_role("button", name="保存并送审").count() == 0
    assert xin.locator("#id_head-title").count() == 0
    open_first(xin)
    assert hindrances(xin) == []
    xin.locator(".cke_editable p").last.click()
    xin.keyboard.press("End")
    xin.keyboard.type("共办三期。")
    save(xin)
    assert "共办三期。" in document_of(again(draft)).parts[1].sections[0].body
    lin = at_desk("lin")
    lin.goto(page_of("change", draft))
    assert "共办三期。" in lin.inner_text("#parts")


def test_what_she_set_for_herself_is_hers(draft: Edition, people: People, at_desk: AtDesk) -> None:
    User.objects.filter(pk=people.chu.pk).update(email="chu@example.cn")
    remember("数字请再核对", by=people.chu)
    chu = at_desk("chu")
    press(chu, "chu", "link")
    assert hindrances(chu) == []
    assert "不再给您发邮件" in press(chu, "不再收邮件")
    assert not User.objects.get(pk=people.chu.pk).mails
    assert "会给您发邮件" in press(chu, "开始收邮件")
    submitted(draft, people)
    chu.goto(page_of("review", draft))
    chu.get_by_role("button", name="数字请再核对").press("Enter")
    assert chu.input_value("#id_opinion") == "数字请再核对"
    chu.goto("/admin/me/")
    assert "已删去这一句" in press(chu, "删去“数字请再核对”")
    assert "还没有" in chu.inner_text("#content")
    press(chu, "修改密码", "link")
    assert hindrances(chu) == []
