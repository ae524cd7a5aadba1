"""管理员 keeps accounts, grants and lists; 审计员 reads what was done, and changes nothing."""

from typing import TYPE_CHECKING

import pytest

from bulletins.models import Edition, Role
from tests.browser.axe import hindrances
from tests.browser.conftest import AtDesk
from tests.browsing import press, sign_in
from tests.office import Office

if TYPE_CHECKING:
    from playwright.sync_api import Page

pytestmark = pytest.mark.django_db(transaction=True)
PASSWORD = "Haihe-2026-xinxi"


@pytest.fixture
def wei(office: Office, at_desk: AtDesk) -> "Page":
    office.hire("wei", Role.ADMINISTRATOR)
    return at_desk("wei")


def test_a_newcomer_gets_an_account_a_role_and_her_desk(office: Office, wei: "Page") -> None:
    wei.goto("/admin/accounts/user/add/")
    for label, said in (("用户名", "qian"), ("姓名", "钱一"), ("密码", PASSWORD)):
        wei.get_by_label(label, exact=True).fill(said)
    wei.get_by_label("密码确认").fill("别的")
    press(wei, "保存")
    assert wei.locator(".errorlist").count() >= 1
    assert hindrances(wei) == []
    wei.get_by_label("密码", exact=True).fill(PASSWORD)
    wei.get_by_label("密码确认").fill(PASSWORD)
    assert "钱一" in press(wei, "保存")
    assert hindrances(wei) == []
    wei.goto("/admin/bulletins/grant/add/")
    wei.get_by_label("账号").select_option(label="钱一（qian）")
    wei.get_by_label("角色").select_option(label="信息员")
    press(wei, "保存")
    assert "请选择地区" in wei.inner_text("#content")
    assert hindrances(wei) == []
    wei.get_by_label("角色").select_option(label="编辑")
    press(wei, "保存")
    assert "钱一" in wei.inner_text("#result_list")
    press(wei, "退出")
    assert "已经退出" in wei.inner_text("#content")
    assert hindrances(wei) == []
    sign_in(wei, "", "qian", PASSWORD)
    assert "我的草稿" in wei.inner_text(".desk")
    press(wei, "修改密码", "link")
    for label, said in (
        ("旧密码", "不对"),
        ("新密码", PASSWORD + "2"),
        ("新密码确认", PASSWORD + "2"),
    ):
        wei.get_by_label(label, exact=True).fill(said)
    press(wei, "修改密码")
    assert hindrances(wei) == []
    wei.get_by_label("旧密码").fill(PASSWORD)
    for label in ("新密码", "新密码确认"):
        wei.get_by_label(label, exact=True).fill(PASSWORD + "2")
    press(wei, "修改密码")
    assert hindrances(wei) == []
    press(wei, "退出")
    sign_in(wei, "", "qian", PASSWORD + "2")


@pytest.mark.usefixtures("draft")
def test_every_list_she_keeps_and_its_forms_hinder_nobody(wei: "Page") -> None:
    """With one history, and one page that asks whether to delete: they look alike everywhere."""
    found: dict[str, list[str]] = {}
    once = [".historylink", ".deletelink"]

    def follow(link: str) -> bool:
        if not wei.locator(link).count():
            return False
        with wei.expect_navigation():
            wei.locator(link).first.click()
        found[wei.url] = hindrances(wei)
        return True

    for place in [one.get_attribute("href") or "" for one in wei.locator(".desk-links a").all()]:
        wei.goto("/admin/")
        follow(f'.desk-links a[href="{place}"]')
        if follow("a.addlink"):
            wei.goto(place)
        if follow("#result_list tbody th a"):
            for link in once[:]:
                here = wei.url
                if follow(link):
                    once.remove(link)
                wei.goto(here)
    assert once == []
    assert len(found) > 15
    assert found == {place: [] for place in found}


def test_an_auditor_reads_the_chain_and_takes_it_away(
    draft: Edition, office: Office, at_desk: AtDesk
) -> None:
    office.hire("shen", Role.AUDITOR)
    shen = at_desk("shen")
    shen.get_by_role("link", name="审计").press("Enter")
    shen.locator("#result_list").wait_for()
    assert hindrances(shen) == []
    with shen.expect_download() as taken:
        shen.get_by_role("link", name=".csv").click()
    lines = taken.value.path().read_text("utf-8-sig").splitlines()
    assert any("lin" in line and "新建" in line for line in lines)
    with shen.expect_navigation():
        shen.locator("#result_list tbody th a").first.click()
    assert hindrances(shen) == []
    assert shen.get_by_role("link", name="历史").count() == 0
    assert shen.locator("#content :is(input, button, select):not([type=hidden])").count() == 0
