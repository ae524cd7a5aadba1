"""Accounts, passwords, roles and sources: whoever changes them is in the audit chain."""

from typing import Any

import pytest
from django.core.management import call_command
from django.test import Client

from accounts.models import AuditEntry, User
from bulletins.models import Grant, Role, Source
from bulletins.permissions import Refused
from bulletins.permissions.accounts import save_account, set_password
from bulletins.permissions.granting import give, take_back
from bulletins.workflow.sources import save_source
from tests.editing.doors import at_desk
from tests.office import Office

pytestmark = pytest.mark.django_db
WORDS = "three-plain-words-77"
TWICE = {"password1": WORDS, "password2": WORDS}


@pytest.fixture
def guan(office: Office) -> User:
    return office.hire("guan", Role.ADMINISTRATOR)


@pytest.fixture
def li(office: Office) -> User:
    return office.hire("li", Role.ADMINISTRATOR)


@pytest.fixture
def desk(guan: User) -> Client:
    return at_desk(guan)


def told() -> list[tuple[str, str, Any]]:
    """What the chain says, oldest first."""
    return list(AuditEntry.objects.order_by("seq").values_list("action", "object", "detail"))


def page(user: User) -> str:
    return f"/admin/accounts/user/{user.pk}/change/"


def test_an_account_is_opened_changed_closed_and_opened_again(desk: Client) -> None:
    form = {"username": "xin", "display_name": "", "office": ""}
    assert desk.post("/admin/accounts/user/add/", form | TWICE).status_code == 302
    xin = User.objects.get(username="xin")
    assert xin.is_staff
    desk.post(page(xin), form | {"email": "", "office": "信息中心", "is_active": "on"})
    desk.post(page(xin), form | {"email": "", "office": "信息中心"})
    desk.post(page(xin), form | {"email": "", "office": "信息中心", "is_active": "on"})
    one = f"user:{xin.pk}"
    assert told() == [
        ("open_account", one, {"new": True}),
        ("save_account", one, {"changed": ["office"]}),
        ("close_account", one, {"changed": ["is_active"]}),
        ("reopen_account", one, {"changed": ["is_active"]}),
    ]


def test_a_password_set_by_an_administrator_is_on_record_and_not_in_it(
    desk: Client, office: Office
) -> None:
    xin = office.hire("xin")
    done = desk.post(f"/admin/accounts/user/{xin.pk}/password/", TWICE)
    assert done.status_code == 302
    xin.refresh_from_db()
    assert xin.check_password(WORDS)
    assert told() == [("set_password", f"user:{xin.pk}", {})]


def test_a_password_is_never_taken_away(desk: Client, office: Office) -> None:
    """There is no other way to sign in here."""
    xin = office.hire("xin")
    address = f"/admin/accounts/user/{xin.pk}/password/"
    said = desk.get(address).content.decode()
    assert 'name="usable_password"' not in said
    assert 'name="unset-password"' not in said
    desk.post(address, {"usable_password": "false", "unset-password": "1"})
    xin.refresh_from_db()
    assert xin.check_password("xin")
    assert told() == []


def test_so_is_the_one_she_chooses_herself(office: Office) -> None:
    xin = office.hire("xin", Role.EDITOR)
    form = {"old_password": "xin", "new_password1": WORDS, "new_password2": WORDS}
    assert at_desk(xin).post("/admin/password_change/", form).status_code == 302
    xin.refresh_from_db()
    assert xin.check_password(WORDS)
    assert told() == [("set_password", f"user:{xin.pk}", {})]


def test_nobody_sets_the_password_of_another_without_being_an_administrator(
    office: Office, guan: User
) -> None:
    with pytest.raises(Refused, match="只有管理员"):
        set_password(guan, WORDS, by=office.hire("xin", Role.EDITOR))
    with pytest.raises(Refused, match="只有管理员"):
        save_account(User(username="neu"), by=office.hire("lin", Role.EDITOR))
    assert told() == []


def test_no_account_is_raised_above_all_grants_from_here(guan: User, office: Office) -> None:
    xin = office.hire("xin")
    for account in (xin, guan, User(username="neu")):
        account.is_superuser = True
        with pytest.raises(Refused, match="最高权限"):
            save_account(account, by=guan)


@pytest.mark.parametrize("superuser", [False, True])
def test_nobody_raises_herself_while_another_could(
    superuser: bool, guan: User, li: User, office: Office
) -> None:
    by = User.objects.create_superuser("root") if superuser else guan
    with pytest.raises(Refused, match="请另一位管理员办理"):
        give(Grant(user=by, role=Role.FINAL_REVIEWER), by=by)
    assert told() == []
    give(Grant(user=by, role=Role.FINAL_REVIEWER), by=li)
    assert Grant.objects.filter(user=by, role=Role.FINAL_REVIEWER).exists()


def test_the_refusal_is_a_sentence_on_the_page(desk: Client, guan: User, li: User) -> None:
    form = {"user": guan.pk, "role": Role.EDITOR, "column": "", "region": ""}
    answer = desk.post("/admin/bulletins/grant/add/", form)
    assert answer.status_code == 409
    assert "请另一位管理员办理" in answer.content.decode()


def test_who_is_alone_may_and_the_chain_says_that_it_was_herself(guan: User) -> None:
    give(Grant(user=guan, role=Role.EDITOR), by=guan)
    facts = {"role": "editor", "column": None, "region": None, "own": True}
    assert told() == [("grant", f"user:{guan.pk}", facts)]


def test_the_last_administrator_stays(guan: User, li: User, office: Office) -> None:
    take_back(Grant.objects.get(user=li), by=guan)
    with pytest.raises(Refused, match="最后一位管理员"):
        take_back(Grant.objects.get(user=guan), by=guan)
    guan.is_active = False
    with pytest.raises(Refused, match="最后一位管理员"):
        save_account(guan, by=User.objects.get(pk=guan.pk))
    assert User.objects.get(pk=guan.pk).is_active


def test_a_source_is_added_and_struck_off_on_record(desk: Client) -> None:
    form = {"name": "海河发布", "address": "", "approved": "on"}
    assert desk.post("/admin/bulletins/source/add/", form).status_code == 302
    source = Source.objects.get()
    where = f"/admin/bulletins/source/{source.pk}/change/"
    assert desk.post(where, {"name": "海河发布", "address": ""}).status_code == 302
    one = f"source:{source.pk}"
    assert told() == [
        ("save_source", one, {"new": True, "approved": True}),
        ("save_source", one, {"changed": ["approved"], "approved": False}),
    ]


def test_only_an_administrator_keeps_the_list_of_sources(office: Office) -> None:
    with pytest.raises(Refused, match="只有管理员"):
        save_source(Source(name="海河发布"), by=office.hire("xin", Role.EDITOR))


def test_who_is_made_on_the_server_is_on_record_too(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DJANGO_SUPERUSER_PASSWORD", WORDS)
    call_command("createsuperuser", username="root", email="", interactive=False, verbosity=0)
    root = User.objects.get(username="root")
    assert told() == [("open_account", f"user:{root.pk}", {"new": True, "all": True})]
    assert AuditEntry.objects.get().actor_name == "命令行"


def test_a_password_changed_on_the_server_is_on_record(
    office: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    xin = office.hire("xin")
    monkeypatch.setattr("getpass.getpass", lambda *asked, **more: WORDS)
    call_command("changepassword", "xin", verbosity=0)
    xin.refresh_from_db()
    assert xin.check_password(WORDS)
    assert told() == [("set_password", f"user:{xin.pk}", {})]


def test_a_password_that_is_too_short_is_refused_in_chinese(office: Office) -> None:
    xin = office.hire("xin", Role.EDITOR)
    form = {"old_password": "xin", "new_password1": "kurz", "new_password2": "kurz"}
    said = at_desk(xin).post("/admin/password_change/", form).content.decode()
    assert "密码太短：至少要 8 个字符" in said
    assert told() == []


def test_the_page_of_her_own_password_looks_like_every_other(office: Office) -> None:
    said = at_desk(office.hire("xin", Role.EDITOR)).get("/admin/password_change/").content.decode()
    assert "theme-toggle" not in said.split("<svg")[0]
    assert '<button type="submit">退出</button>' in said
    assert "工作台</a> › 修改密码" in said
