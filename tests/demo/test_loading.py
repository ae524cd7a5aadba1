"""The demo comes whole into an empty office, and into no other."""

import io
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command
from pytest_django import Settings

from accounts.audit.verifying import count
from accounts.models import User
from bulletins.demo import is_empty, loading
from bulletins.models import Article, Column, SiteSettings
from tests.demo.conftest import load_demo

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _in_a_folder_of_its_own(settings: Settings, tmp_path: Path) -> None:
    settings.DEMO_ACCOUNTS, settings.DATA_DIR = True, tmp_path


def test_an_office_with_a_real_person_or_a_column_is_left_alone() -> None:
    User.objects.create_user("lin")
    assert "没有建立" in load_demo()
    User.objects.all().delete()
    Column.objects.create(slug="news", name="网上传播")
    assert "没有建立" in load_demo()
    assert (User.objects.count(), Article.objects.count(), Column.objects.count()) == (0, 0, 1)


def test_broken_off_in_the_middle_it_leaves_nothing_and_may_be_begun_again(
    places: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(*args: object, **options: object) -> None:
        assert Column.objects.exists()
        raise KeyboardInterrupt

    monkeypatch.setattr(loading, "move_in", broken)
    with pytest.raises(KeyboardInterrupt):
        load_demo()
    assert is_empty()
    assert not [one for one in (User, Column, SiteSettings) if one._default_manager.exists()]
    assert count() == 0


def test_a_site_the_world_can_reach_gets_no_demo(settings: Settings, tmp_path: Path) -> None:
    settings.DEMO_ACCOUNTS = False
    with pytest.raises(CommandError, match="SITE_URL"):
        call_command("load_demo", stdout=io.StringIO())
    assert is_empty()
    assert not list(tmp_path.iterdir())
