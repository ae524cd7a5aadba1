"""Who erases a text is told which exports still have it, until these were made again."""

import os
from contextlib import suppress
from io import StringIO
from pathlib import Path
from shutil import rmtree
from unittest.mock import patch

import pytest
from django.core.management import call_command
from django.utils import timezone
from pytest_django import Settings

from bulletins import workflow
from bulletins.models import Article, Role
from bulletins.pages.export import known
from bulletins.pages.export.exporting import export_site
from tests.editing.doors import at_desk, page_of
from tests.export.conftest import DAY, MONDAY
from tests.office import Office, People

pytestmark = pytest.mark.django_db


@pytest.fixture
def data(settings: Settings, tmp_path_factory: pytest.TempPathFactory) -> Path:
    settings.DATA_DIR = tmp_path_factory.mktemp("data")
    return Path(settings.DATA_DIR)


def test_after_an_erasing_it_is_said_what_must_be_run(
    data: Path, office: Office, people: People, places: None, tmp_path: Path, small: Path
) -> None:
    boss = office.hire("guan", Role.ADMINISTRATOR)
    article = Article.objects.get(number=1)
    export_site(small, forms=())
    before = (MONDAY - DAY).timestamp()  # it is Monday here, but not for files
    os.utime(small / "current/manifest.json", (before, before))
    workflow.withdraw(article, "privacy", by=people.zhi, reason="内部")
    page = page_of("article", article.editions.latest("pk"), "erase")
    answer = at_desk(boss).post(page, {"number": 1, "reason": "依申请"}, follow=True)
    said = answer.content.decode()
    assert "已清除" in said
    assert f"请运行 manage.py export_site {small}" in said
    assert str(small) in finished()
    export_site(small, forms=())
    assert finished() == ""


def finished() -> str:
    """What it says; in a test's transaction the database cannot be cleaned, so that is left out."""
    out = StringIO()
    with patch("bulletins.management.commands.finish_erasing.finish"), suppress(SystemExit):
        call_command("finish_erasing", verbosity=0, stderr=out)
    return out.getvalue()


def test_what_is_gone_or_cannot_be_written_is_no_trouble(data: Path, tmp_path: Path) -> None:
    assert known.still_holding(timezone.now()) == []
    folder = tmp_path / "out"
    folder.mkdir()
    (folder / "lantai-export").touch()
    known.remember(folder)
    known.remember(folder)
    assert len(known.still_holding(timezone.now())) == 1
    (data / "exports").unlink()
    (data / "exports").mkdir()
    known.remember(folder)
    assert "不知道网站导出到了哪里" in known.still_holding(timezone.now())[0]
    (data / "exports").rmdir()
    known.remember(folder)
    said = (data / "exports").read_bytes()
    (data / "exports").write_bytes(said + b"\xff\xfe\n")
    assert len(known.still_holding(timezone.now())) == 1
    rmtree(folder)
    assert known.still_holding(timezone.now()) == []
