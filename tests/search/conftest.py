"""The judged texts, loaded once for all tests of a module; what a test does to them is undone."""

from collections.abc import Iterator

import pytest
from django.db import transaction
from django.test import override_settings
from pytest_django import DjangoDbBlocker

from accounts.models import User
from tests.search.judged import corpus


@pytest.fixture(scope="module")
def _judged_corpus(
    django_db_setup: None,
    django_db_blocker: DjangoDbBlocker,
    tmp_path_factory: pytest.TempPathFactory,
) -> Iterator[dict[int, str]]:
    folder = tmp_path_factory.mktemp("judged")
    with (
        django_db_blocker.unblock(),
        override_settings(DATA_DIR=folder),
        transaction.atomic(),
    ):
        yield corpus.load(User.objects.create_superuser("judge"))
        transaction.set_rollback(True)


@pytest.fixture
def judged_corpus(_judged_corpus: dict[int, str]) -> Iterator[dict[int, str]]:
    """The name of each text by its article's number."""
    with transaction.atomic():
        yield _judged_corpus
        transaction.set_rollback(True)
