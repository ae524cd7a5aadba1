"""The demo accounts: made in an empty office, shown while they are ours, never changed after."""

from pathlib import Path

import pytest
from django.contrib.auth import authenticate
from django.test import Client
from pytest_django import Settings

from accounts import demo
from accounts.demo import DemoPerson
from accounts.models import User
from bulletins.demo import PEOPLE
from bulletins.demo.table import table
from bulletins.models import Role

pytestmark = pytest.mark.django_db

TWO = (DemoPerson("admin", "系统管理员", "演示系统管理员", is_superuser=True), PEOPLE[1])


@pytest.fixture(autouse=True)
def _on_this_machine(settings: Settings) -> None:
    settings.DEMO_ACCOUNTS = True


@pytest.fixture
def record(tmp_path: Path) -> Path:
    return tmp_path / "demo-accounts.json"


def run(record: Path, wanted: str = "") -> dict[str, str]:
    """User name → what is shown, of a run in an empty office."""
    demo.open_accounts(TWO, record, wanted)
    return again(record, wanted)


def again(record: Path, wanted: str = "") -> dict[str, str]:
    """The same, of a later run."""
    return {told.name: told.password for told in demo.tell(TWO, record, wanted)}


def test_there_is_one_for_each_role() -> None:
    titles = [person.title.partition("（")[0] for person in PEOPLE]
    assert titles[0] == "系统管理员"
    assert sorted(titles[1:]) == sorted(role.label for role in Role)


def test_the_passwords_shown_sign_in(record: Path, client: Client) -> None:
    for name, password in run(record).items():
        assert client.login(username=name, password=password)
        assert client.get("/admin/").status_code == 200


def test_every_account_and_every_office_has_a_password_of_its_own(
    record: Path, tmp_path: Path
) -> None:
    first = run(record)
    User.objects.all().delete()
    second = run(tmp_path / "other.json")
    assert len({*first.values(), *second.values()}) == 4


def test_a_second_run_shows_the_same_passwords(record: Path) -> None:
    assert run(record) == again(record)


def test_one_password_can_be_chosen_for_all_also_later(record: Path) -> None:
    run(record)
    assert set(again(record, "my-own-words").values()) == {"my-own-words"}
    assert authenticate(username="admin", password="my-own-words")
    assert authenticate(username="bianji", password="my-own-words")
    assert again(record) == again(record, "my-own-words")


def test_a_password_a_person_changed_stays_and_is_not_shown(record: Path) -> None:
    old = run(record)["admin"]
    account = User.objects.get(username="admin")
    account.set_password("her-own-words")
    account.save()
    shown = again(record, "something-else")["admin"]
    assert authenticate(username="admin", password="her-own-words")
    assert old not in shown
    assert "something-else" not in shown


def test_a_password_that_was_hashed_anew_is_still_ours(record: Path) -> None:
    old = run(record)["bianji"]
    account = User.objects.get(username="bianji")
    account.set_password(old)
    account.save()
    assert again(record)["bianji"] == old


def test_a_record_of_an_earlier_version_is_understood(record: Path) -> None:
    run(record)
    account = User.objects.get(username="admin")
    account.set_password("kept-as-text")
    account.save()
    record.write_text('{"admin": "kept-as-text"}')
    assert again(record)["admin"] == "kept-as-text"


def test_an_account_somebody_closed_or_deleted_stays_so(record: Path) -> None:
    run(record)
    User.objects.filter(username="bianji").update(is_active=False)
    User.objects.filter(username="admin").delete()
    assert list(again(record)) == ["bianji"]
    assert "停用" in again(record, "something-else")["bianji"]
    assert "没有建立" in table([])


def test_the_record_is_for_its_owner_alone(record: Path) -> None:
    run(record)
    assert record.stat().st_mode & 0o077 == 0


def test_a_site_the_world_can_reach_gets_none(record: Path, settings: Settings) -> None:
    settings.DEMO_ACCOUNTS = False
    with pytest.raises(demo.Refused, match="SITE_URL"):
        run(record)
    assert not User.objects.exists()
    assert not record.exists()


def test_a_demo_account_cannot_sign_in_where_the_world_can_reach_it(
    record: Path, client: Client, settings: Settings
) -> None:
    password = run(record)["admin"]
    assert client.login(username="admin", password=password)
    settings.DEMO_ACCOUNTS = False
    assert client.get("/admin/").status_code == 302
    assert not client.login(username="admin", password=password)


def test_the_table_is_straight_although_chinese_letters_are_wide(record: Path) -> None:
    run(record)
    lines = table(demo.tell(TWO, record)).splitlines()
    assert lines[1:3] == [
        "  角色          用户名    密码",
        f"  系统管理员    admin     {again(record)['admin']}",
    ]
