"""The head outside the database: written after the commit, never back, never in the office's way."""

import json
import logging
from pathlib import Path

import pytest
from django.db import transaction
from pytest_django import Settings

from accounts.audit import head, record, verifying
from accounts.models import AuditEntry, User
from tests.audit.conftest import Commit


def kept(place: Path) -> int:
    """Which entry is kept there."""
    found = head.read(place)
    assert found is not None
    assert found.is_ours
    return found.seq


@pytest.fixture
def place(data: Path) -> Path:
    return data / "audit-head.json"


def test_it_is_the_last_entry_that_was_committed(chain: None, place: Path, lin: User) -> None:
    assert kept(place) == 5
    record("act", "thing:6", by=lin)  # never committed
    assert kept(place) == 5


def test_it_is_kept_in_two_places(
    place: Path, settings: Settings, tmp_path: Path, lin: User, committed: Commit
) -> None:
    other = tmp_path / "share" / "head.json"
    settings.AUDIT_HEAD_COPY = str(other)
    with committed():
        record("act", "thing:1", by=lin)
    assert kept(place) == kept(other) == 1


@pytest.mark.usefixtures("chain")
def test_it_never_goes_back(place: Path) -> None:
    """Two processes commit one after the other, and write their heads the other way round."""
    head.publish(AuditEntry.objects.get(seq=3))
    assert kept(place) == 5


@pytest.mark.parametrize("garbage", ["", "{", "[]", '{"seq": 9}', "\0", '"5"'])
@pytest.mark.usefixtures("chain")
def test_what_cannot_be_read_is_no_head_and_is_replaced(
    place: Path, garbage: str, lin: User, committed: Commit
) -> None:
    place.write_text(garbage)
    assert head.read(place) is None
    with committed():
        record("act", "thing:6", by=lin)
    assert kept(place) == 6


@pytest.mark.usefixtures("chain")
def test_one_that_somebody_else_signed_is_replaced(
    place: Path, lin: User, committed: Commit
) -> None:
    place.write_text(json.dumps({"seq": 99, "hash": "x", "signature": "伪造"}))
    with committed():
        record("act", "thing:6", by=lin)
    assert kept(place) == 6


def test_a_place_that_cannot_be_written_is_logged_and_stops_nobody(
    settings: Settings,
    tmp_path: Path,
    lin: User,
    committed: Commit,
    caplog: pytest.LogCaptureFixture,
) -> None:
    in_the_way = tmp_path / "a file"
    in_the_way.touch()
    settings.DATA_DIR = in_the_way
    settings.AUDIT_HEAD_COPY = str(tmp_path / "head.json")
    with caplog.at_level(logging.ERROR), committed():
        record("act", "thing:1", by=lin)
    assert AuditEntry.objects.count() == kept(tmp_path / "head.json") == 1
    assert "审计链头没有写入" in caplog.text
    assert str(in_the_way) in caplog.text
    assert verifying.missing_heads() == [str(in_the_way / "audit-head.json")]


def test_an_office_that_did_nothing_has_no_head_and_misses_none(data: Path, db: None) -> None:
    assert verifying.missing_heads() == []


@pytest.mark.django_db(transaction=True)
def test_nothing_is_recorded_outside_a_transaction() -> None:
    with pytest.raises(transaction.TransactionManagementError):
        record("act", "thing:1", by=User(pk=1, username="lin"))


def test_a_long_name_is_cut_short_in_the_chain(data: Path, db: None) -> None:
    longest = User.objects.create_user("长" * 150)
    record("act", "thing:1", by=longest)
    assert AuditEntry.objects.get().actor_name == "长" * 50
    assert list(verifying.faults()) == []
