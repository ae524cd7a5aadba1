"""The chain's head, kept outside the database: what a cut-off end is noticed by.

A small signed file in DATA_DIR, and a second one where AUDIT_HEAD_COPY says (another disk, a
mounted share). It may be a few entries behind after a crash; it never goes back, and never over to
a chain in which its own entry is missing: else a cut-off end would be forgotten with the next act.
"""

import fcntl
import json
import logging
import os
from dataclasses import asdict, dataclass
from pathlib import Path

from django.conf import settings

from accounts.audit import chain
from accounts.models import AuditEntry

log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Head:
    """The last entry that was committed when the file was written."""

    seq: int
    hash: str
    signature: str

    @property
    def is_ours(self) -> bool:
        """Whether one of our keys signed it."""
        return chain.is_signed(_sealed(self.seq, self.hash), self.signature)


def places() -> list[Path]:
    """Where the head is kept."""
    copy = [Path(settings.AUDIT_HEAD_COPY)] if settings.AUDIT_HEAD_COPY else []
    return [Path(settings.DATA_DIR) / "audit-head.json", *copy]


def publish(entry: AuditEntry) -> None:
    """Write the head after its entry is committed; a place that cannot be written is logged."""
    head = Head(entry.seq, entry.hash, chain.sign(_sealed(entry.seq, entry.hash)))
    for place in places():
        try:
            _write(place, head)
        except OSError as problem:
            log.error("审计链头没有写入 %s：%s", place, problem)


def read(place: Path) -> Head | None:
    """The head kept there; None where there is none that can be read."""
    try:
        return Head(**json.loads(place.read_text(encoding="utf-8")))
    except (OSError, ValueError, TypeError):
        return None


def _write(place: Path, head: Head) -> None:
    """Whole or not at all, and never back to an earlier entry, whoever writes beside us."""
    place.parent.mkdir(parents=True, exist_ok=True)
    with place.with_suffix(".lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        before = read(place)
        if before and before.is_ours and not _follows(head, before, place):
            return
        draft = place.with_suffix(".new")
        draft.write_text(json.dumps(asdict(head)), encoding="utf-8")
        os.replace(draft, place)


def _follows(head: Head, before: Head, place: Path) -> bool:
    """Whether head is a later entry of the chain that before belongs to."""
    if before.seq >= head.seq:
        return False
    if AuditEntry.objects.filter(seq=before.seq, hash=before.hash).exists():
        return True
    log.error(
        "库中没有 %s 记下的第 %d 条审计记录，链头不动：请运行 verify_audit", place, before.seq
    )
    return False


def _sealed(seq: int, digest: str) -> str:
    return f"head:{seq}:{digest}"
