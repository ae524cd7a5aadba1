"""Writing entries at the end of the chain."""

import secrets
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import partial
from typing import Any

from django.db import models, transaction
from django.utils import timezone

from accounts.audit import chain, head
from accounts.locks import one_at_a_time
from accounts.models import AuditEntry, Remark, User

LONGEST_NAME = AuditEntry._meta.get_field("actor_name").max_length


@dataclass(frozen=True, slots=True)
class Act:
    """One thing somebody did, to be written to the chain.

    detail: ids, digests, field names; what a person wrote goes into a remark, which can be erased.
    """

    action: str
    target: models.Model | str
    detail: Mapping[str, Any] = field(default_factory=dict)
    remark: Remark | None = None


def record(
    action: str,
    target: models.Model | str,
    *,
    by: User,
    detail: Mapping[str, Any] | None = None,
    remark: Remark | None = None,
) -> None:
    """Say in the chain that by did action to target, inside the transaction that did it.

    Call it last: from here to the end of the transaction nobody else can write to the chain.
    """
    record_all([Act(action, target, detail or {}, remark)], by=by)


def record_all(acts: Sequence[Act], *, by: User) -> None:
    """The same of many acts at once, in their order."""
    one_at_a_time("audit")
    last = AuditEntry.objects.order_by("-seq").first()
    entries: list[AuditEntry] = []
    for act in acts:
        last = _entry(act, last, by)
        entries.append(last)
    AuditEntry.objects.bulk_create(entries)
    if last:
        transaction.on_commit(partial(head.publish, last), robust=True)


def _entry(act: Act, last: AuditEntry | None, by: User) -> AuditEntry:
    remark = act.remark
    facts = {
        "seq": last.seq + 1 if last else 1,
        "at": timezone.now(),
        "actor": name_of(by),
        "actor_name": str(by)[:LONGEST_NAME],
        "action": act.action,
        "object": act.target if isinstance(act.target, str) else name_of(act.target),
        "detail": dict(act.detail),
        "remark_id": remark.pk if remark else None,
        "remark_hash": chain.remark_hash_of(remark.salt, remark.text) if remark else "",
        "prev_hash": last.hash if last else chain.START,
    }
    digest = chain.hash_of(facts)
    return AuditEntry(**facts, hash=digest, signature=chain.sign(digest))


def name_of(target: models.Model) -> str:
    """ "article:123": what the chain calls a row."""
    return f"{target._meta.model_name}:{target.pk}"


def remark_of(text: str) -> Remark | None:
    """Words to go with an entry; None where there are none."""
    said = text.replace("\0", "").strip()
    return Remark.objects.create(salt=secrets.token_hex(32), text=said) if said else None
