"""The demo administrator: made in an empty office, shown while it is ours, never changed after."""

from pathlib import Path

import pytest
from django.contrib.auth import authenticate
from django.test import Client
from pytest_django import Settings

from accounts import demo
from accounts.models import User

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _on_this_machine(settings: Settings) -> None:
    settings.DEMO_ACCOUNTS = True


@pytest.fixture
def record(tmp_path: Path) -> Path:
    return tmp_path / "demo-accounts.json"


def shown(line: str) -> str:
    return line.rpartition("密码 ")[2]


def test_the_password_shown_signs_in(record: Path, client: Client) -> None:
    password = shown(demo.administrator(record))
    assert client.login(username="admin", password=password)
    assert client.get("/admin/").status_code == 200


def test_two_offices_get_two_passwords(record: Path, tmp_path: Path) -> None:
    first = shown(demo.administrator(record))
    User.objects.all().delete()
    assert shown(demo.administrator(tmp_path / "other.json")) != first


def test_a_second_run_shows_the_same_password(record: Path) -> None:
    assert demo.administrator(record) == demo.administrator(record)


def test_the_password_can_be_chosen_also_later(record: Path) -> None:
    demo.administrator(record)
    assert shown(demo.administrator(record, "my-own-words")) == "my-own-words"
    assert authenticate(username="admin", password="my-own-words")


def test_a_password_a_person_changed_stays_and_is_not_shown(record: Path) -> None:
    old = shown(demo.administrator(record))
    account = User.objects.get()
    account.set_password("her-own-words")
    account.save()
    line = demo.administrator(record, "something-else")
    assert authenticate(username="admin", password="her-own-words")
    assert old not in line
    assert "something-else" not in line


def test_a_demo_account_somebody_closed_or_deleted_stays_so(record: Path) -> None:
    demo.administrator(record)
    User.objects.update(is_active=False)
    assert "停用" in demo.administrator(record)
    User.objects.create_user("lin")
    User.objects.filter(username="admin").delete()
    assert "没有建立" in demo.administrator(record)
    assert [user.username for user in User.objects.all()] == ["lin"]


def test_the_record_is_for_its_owner_alone(record: Path) -> None:
    demo.administrator(record)
    assert record.stat().st_mode & 0o077 == 0


def test_a_site_the_world_can_reach_gets_none(record: Path, settings: Settings) -> None:
    settings.DEMO_ACCOUNTS = False
    with pytest.raises(demo.Refused, match="SITE_URL"):
        demo.administrator(record)
    assert not User.objects.exists()


def test_a_demo_account_cannot_sign_in_where_the_world_can_reach_it(
    record: Path, client: Client, settings: Settings
) -> None:
    password = shown(demo.administrator(record))
    assert client.login(username="admin", password=password)
    settings.DEMO_ACCOUNTS = False
    assert client.get("/admin/").status_code == 302
    assert not client.login(username="admin", password=password)
