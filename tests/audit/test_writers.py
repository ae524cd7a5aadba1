"""Many write at once, and some are killed: nothing is lost, and no number is missing."""

import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from django.conf import settings
from django.db import transaction

from accounts.audit import head, record, remark_of, verifying
from accounts.models import AuditEntry, User
from tests.databases import address
from tests.skeleton.programs import ROOT, shell
from tests.together import together

pytestmark = pytest.mark.django_db(transaction=True)
WRITERS, EACH = 8, 25


@pytest.fixture
def lin(transactional_db: None) -> User:
    return User.objects.create_user("lin")


def test_eight_writers_lose_nothing_and_leave_no_gap(data: Path, lin: User) -> None:
    def writes(name: int) -> Callable[[], None]:
        def many() -> None:
            for number in range(EACH):
                with transaction.atomic():
                    remark = remark_of("请核实") if number % 5 == 0 else None
                    record("act", f"{name}:{number}", by=lin, remark=remark)

        return many

    together(*map(writes, range(WRITERS)))
    whole = list(range(1, WRITERS * EACH + 1))
    assert list(AuditEntry.objects.order_by("seq").values_list("seq", flat=True)) == whole
    assert AuditEntry.objects.values("object").distinct().count() == WRITERS * EACH
    known = head.read(data / "audit-head.json")
    assert known is not None
    assert known.seq == WRITERS * EACH
    assert list(verifying.faults()) == []


def test_who_gives_up_in_the_middle_leaves_no_gap(data: Path, lin: User) -> None:
    """A number taken by a transaction that is rolled back is the next one's."""

    def gives_up() -> None:
        for number in range(10):
            with transaction.atomic():
                record("act", f"undone:{number}", by=lin)
                transaction.set_rollback(True)

    def goes_on() -> None:
        for number in range(10):
            with transaction.atomic():
                record("act", f"done:{number}", by=lin)

    together(gives_up, goes_on, gives_up)
    assert AuditEntry.objects.count() == 10
    assert list(verifying.faults()) == []


@pytest.fixture
def workers(data: Path, lin: User) -> Iterator[list[subprocess.Popen[bytes]]]:
    """Two processes that write without end."""
    environment = shell(
        DJANGO_SETTINGS_MODULE="config.settings",
        SECRET_KEY=settings.SECRET_KEY,
        SITE_URL="http://127.0.0.1",
        DATABASE_URL=address(),
        DATA_DIR=str(data),
    )
    command = [sys.executable, "-m", "tests.audit.writer"]
    found = [
        subprocess.Popen([*command, name], cwd=ROOT, env=environment) for name in ("one", "two")
    ]
    yield found
    for worker in found:
        worker.kill()
        worker.wait()


def test_a_worker_killed_in_the_middle_leaves_a_whole_chain(
    workers: list[subprocess.Popen[bytes]], data: Path, lin: User
) -> None:
    for name, worker in zip(("one", "two"), workers, strict=True):
        _wait_for(name)
        worker.kill()
        worker.wait()
        with transaction.atomic():
            record("act", "thing:after", by=lin)
        assert list(verifying.faults()) == []
    known = head.read(data / "audit-head.json")
    last = AuditEntry.objects.order_by("-seq").first()
    assert known is not None
    assert last is not None
    assert known.seq == last.seq


def _wait_for(name: str) -> None:
    """Until that worker has written a few entries."""
    deadline = time.monotonic() + 60
    while AuditEntry.objects.filter(object__startswith=name).count() < 20:
        assert time.monotonic() < deadline, "the worker writes nothing"
        time.sleep(0.02)
