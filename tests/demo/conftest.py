"""The demo, loaded once for all tests of a module; what a test does to it is undone."""

import io
import os
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from django.core.management import call_command
from django.db import transaction
from django.test import override_settings
from pytest_django import DjangoDbBlocker


@dataclass(frozen=True)
class Demo:
    """folder: where its data is kept. said: what the command printed."""

    folder: Path
    said: str


@pytest.fixture(scope="module")
def loaded(
    django_db_setup: None,
    django_db_blocker: DjangoDbBlocker,
    tmp_path_factory: pytest.TempPathFactory,
) -> Iterator[Demo]:
    folder = tmp_path_factory.mktemp("demo")
    os.environ.pop("DEMO_PASSWORD", None)
    with (
        django_db_blocker.unblock(),
        override_settings(DEMO_ACCOUNTS=True, DATA_DIR=folder),
        transaction.atomic(),
    ):
        yield Demo(folder, load_demo())
        transaction.set_rollback(True)


@pytest.fixture
def demo(loaded: Demo) -> Iterator[Demo]:
    with transaction.atomic():
        yield loaded
        transaction.set_rollback(True)


def load_demo() -> str:
    """Run the command; out comes what it printed."""
    out = io.StringIO()
    call_command("load_demo", stdout=out)
    return out.getvalue()
