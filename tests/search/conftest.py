"""The judged texts and their index, made once for all tests of a module; what a test does to them is undone."""

from collections.abc import Iterator

import pytest
from django.db import connection, transaction
from django.test import override_settings
from pytest_django import DjangoDbBlocker

from accounts.models import User
from bulletins.indexing import rebuild
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
        names = corpus.load(User.objects.create_superuser("judge"))
        make_index()
        yield names
        transaction.set_rollback(True)


def make_index() -> None:
    """In one transaction, as no site does it: PostgreSQL wants foreign keys looked at before."""
    connection.check_constraints()
    for _ in rebuild(anew=True):
        connection.check_constraints()


@pytest.fixture
def judged_corpus(_judged_corpus: dict[int, str]) -> Iterator[dict[int, str]]:
    """The name of each text by its article's number."""
    with transaction.atomic():
        yield _judged_corpus
        transaction.set_rollback(True)
