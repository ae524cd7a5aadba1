"""A chain of five entries with its head, as the office's acts leave it."""

from collections.abc import Callable
from contextlib import AbstractContextManager
from pathlib import Path

import pytest
from pytest_django import Settings

from accounts.audit import record, remark_of
from accounts.models import User

Commit = Callable[[], AbstractContextManager[object]]


@pytest.fixture
def lin(db: None) -> User:
    return User.objects.create_user("lin", display_name="林编辑")


@pytest.fixture
def data(settings: Settings, tmp_path: Path) -> Path:
    """Where the head is kept."""
    settings.DATA_DIR = tmp_path
    return tmp_path


@pytest.fixture
def committed(
    django_capture_on_commit_callbacks: Callable[..., AbstractContextManager[object]],
) -> Commit:
    """What is done inside is committed afterwards, as far as a head can tell."""
    return lambda: django_capture_on_commit_callbacks(execute=True)


@pytest.fixture
def chain(lin: User, data: Path, committed: Commit) -> None:
    """Five acts of lin, each with a remark."""
    for number in range(1, 6):
        with committed():
            remark = remark_of(f"附言{number}")
            record("act", f"thing:{number}", by=lin, detail={"number": number}, remark=remark)
