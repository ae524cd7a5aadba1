"""A fresh machine is told kindly what it lacks."""

from pathlib import Path

import pytest

from config import install
from tests.skeleton.programs import is_one_sentence, python


def test_an_old_python_is_told_what_is_needed() -> None:
    with pytest.raises(SystemExit, match=r"3\.11 或更新.*3\.9"):
        install.require_python((3, 9))


def test_this_python_will_do() -> None:
    install.require_python()


def test_a_debian_without_python3_venv_is_told_which_package_to_install(tmp_path: Path) -> None:
    (tmp_path / "ensurepip.py").write_text("raise ImportError")
    heard = python(
        "-c", "from config.install import require_venv as v; v()", PYTHONPATH=str(tmp_path)
    )
    assert is_one_sentence(heard)
    assert "apt install python3-venv" in heard.said
