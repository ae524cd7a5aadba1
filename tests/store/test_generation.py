"""Another program, another generation: whatever of it is another."""

import os
from pathlib import Path
from types import SimpleNamespace

import pytest
from pytest_django import Settings

from bulletins.pages.export.generation import _of_files, code_generation
from bulletins.store.generation import generation
from bulletins.store.program import FOLDERS, PLACES, packages


@pytest.fixture
def base(settings: Settings, tmp_path: Path) -> Path:
    settings.BASE_DIR = tmp_path
    for folder in FOLDERS:
        (tmp_path / folder / "deep").mkdir(parents=True)
        (tmp_path / folder / "deep" / "file.py").write_text("as it was")
    return tmp_path


def both() -> SimpleNamespace:
    """As processes that are started now have them."""
    generation.cache_clear()
    _of_files.cache_clear()
    found = SimpleNamespace(store=generation(), export=code_generation())
    generation.cache_clear()
    _of_files.cache_clear()
    return found


@pytest.mark.parametrize("folder", FOLDERS)
def test_a_file_of_any_folder_counts(base: Path, folder: str) -> None:
    before = both()
    assert both() == before
    file = base / folder / "deep" / "file.py"
    file.write_text("as it is!")
    os.utime(file, (1, 1))
    now = both()
    assert now.store != before.store
    assert now.export != before.export


def test_another_version_of_a_package_counts_and_what_is_compiled_does_not(
    base: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert any(one.startswith("django-5.2") for one in map(str.lower, packages()))
    before = both()
    (base / "bulletins" / "__pycache__").mkdir()
    (base / "bulletins" / "__pycache__" / "file.pyc").write_text("compiled")
    assert both() == before
    (base / "installed" / "django_taggit-9.9.dist-info").mkdir(parents=True)
    monkeypatch.setitem(PLACES, "purelib", str(base / "installed"))
    now = both()
    assert now.store != before.store
    assert now.export != before.export
