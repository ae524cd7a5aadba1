"""Every check of `make check` can fail: a rule nobody can break is not checked."""

import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

from config.checking import environment, locks, secrets, tools, tracked
from tests.skeleton.programs import ROOT

LAYERS = sorted(f"bulletins/{one.parent.name}" for one in ROOT.glob("bulletins/*/__init__.py"))
PACKAGES = ("bench", "config", "bulletins", *LAYERS, "accounts", "regions", "templates")


@pytest.fixture
def desk(tmp_path: Path) -> Path:
    """The project's rules with hardly any project below them."""
    for name in PACKAGES:
        (tmp_path / name).mkdir()
        (tmp_path / name / "__init__.py").touch()
    shutil.copytree(ROOT / "requirements", tmp_path / "requirements")
    for name in ("pyproject.toml", ".env.example", "config/settings.py", ".gitignore"):
        shutil.copy(ROOT / name, tmp_path / name)
    subprocess.run(["git", "init", "--quiet"], cwd=tmp_path, check=True)
    return tmp_path


@pytest.fixture
def office(tmp_path: Path) -> Path:
    """All the apps, to spoil."""
    unneeded = shutil.ignore_patterns("__pycache__", "*.csv")
    for name in ("config", "bulletins", "accounts", "regions", "templates", "static"):
        shutil.copytree(ROOT / name, tmp_path / name, ignore=unneeded)
    shutil.copy(ROOT / "manage.py", tmp_path)
    return tmp_path


def change(path: Path, old: str, new: str) -> None:
    """Replace some words, which must be there."""
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new), encoding="utf-8")


@pytest.mark.parametrize(
    ("check", "file", "spoiled"),
    [
        (tools.lint, "accounts/spoiled.py", "import os\n"),
        (tools.layout, "accounts/spoiled.py", "a = {  'b':1}\n"),
        (tools.templates, "templates/spoiled.html", "{{a}}\n"),
        (tools.imports, "regions/spoiled.py", "import accounts\n"),
        (tools.imports, "accounts/spoiled.py", "import bulletins\n"),
        (tools.imports, "bulletins/document/spoiled.py", "from django.conf import settings\n"),
        (secrets.check, "spoiled.txt", "-----BEGIN " + "PRIVATE KEY-----\n"),
        (secrets.check, "spoiled.txt", "redis://:" + "hush-hush@cache.example.cn\n"),
        (secrets.check, "spoiled.py", "SECRET" + "_KEY = 'abcdefghijklmnopqrstuvwxyz0123'\n"),
        (secrets.check, "old.sqlite3", ""),
        (tracked.check, "spoiled.cfg", "https://" + "py" + "pi.example.cn/x\n"),
        (tracked.check, "spoiled.cfg", "https://packages.example.cn/" + "simple/\n"),
        (tracked.check, "spoiled.cfg", "pip install --" + "index-url=x\n"),
        (tracked.check, "spoiled.py", "here = '/" + "home/lin/lantai'\n"),
        (tracked.check, "requirements/extra.txt", "# see https://example.cn\n"),
    ],
)
def test_a_spoiled_file_is_found(
    desk: Path, check: Callable[[Path], list[str]], file: str, spoiled: str
) -> None:
    assert list(check(desk)) == []
    (desk / file).write_text(spoiled, encoding="utf-8")
    assert list(check(desk))


def test_a_forgotten_migration_is_found(office: Path) -> None:
    assert list(tools.migrations(office)) == []
    change(office / "accounts/models/user.py", '"单位", max_length=100', '"单位", max_length=101')
    assert list(tools.migrations(office))


def test_a_careless_production_setting_is_found(office: Path) -> None:
    assert list(tools.deployment(office)) == []
    change(office / "config/settings.py", "SECURE_SSL_REDIRECT = HTTPS", "SPARE = HTTPS")
    assert list(tools.deployment(office))


def test_a_wrong_type_is_found(tmp_path: Path) -> None:
    (tmp_path / "pyproject.toml").write_text('[tool.mypy]\nfiles = ["."]\nstrict = true\n')
    (tmp_path / "spoiled.py").write_text("number: int = 1\n")
    assert list(tools.types(tmp_path)) == []
    (tmp_path / "spoiled.py").write_text("number: int = 'one'\n")
    assert any("spoiled.py:1" in line for line in tools.types(tmp_path))


def test_every_setting_is_explained_and_every_explanation_is_of_a_setting(desk: Path) -> None:
    assert list(environment.check(desk)) == []
    change(desk / ".env.example", "#LOG_LEVEL=INFO", "#LOUDNESS=INFO")
    told = "\n".join(environment.check(desk))
    assert "没有说明 LOG_LEVEL" in told
    assert "LOUDNESS" in told


def test_a_bare_name_is_no_explanation(desk: Path) -> None:
    with (desk / ".env.example").open("a", encoding="utf-8") as example:
        example.write("\n#SPARE=1\n")
    assert any("SPARE 上面没有一行说明" in fault for fault in environment.check(desk))


@pytest.mark.parametrize(
    ("file", "old", "new"),
    [
        ("pyproject.toml", '"nh3>=', '"nh4>='),
        ("requirements/run.txt", "jieba==0.42.1", "jieba==0.42"),
        ("requirements/pdf.txt", "weasyprint==", "weasyprint==0"),
        ("requirements/run.txt", "jieba==0.42.1 \\\n", "jieba==0.42.1\n#"),
    ],
)
def test_a_hole_in_the_locks_is_found(desk: Path, file: str, old: str, new: str) -> None:
    assert list(locks.check(desk)) == []
    change(desk / file, old, new)
    assert list(locks.check(desk))
