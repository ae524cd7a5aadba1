"""Writing one entry at the end of the chain."""

import secrets
from collections.abc import Mapping
from typing import Any

from django.db import models, transaction
from django.utils import timezone

from accounts.audit import chain, head
from accounts.locks import one_at_a_time
from accounts.models import AuditEntry, Remark, User


def record(
    action: str,
    target: models.Model | str,
    *,
    by: User,
    detail: Mapping[str, Any] | None = None,
    remark: str = "",
) -> AuditEntry:
    """Say in the chain that by did action to target, inside the transaction that did it.

    Call it last: from here to the end of the transaction nobody else can write to the chain.
    detail: ids, digests, field names; what a person wrote goes into remark, which can be erased.
    """
    one_at_a_time("audit")
    last = AuditEntry.objects.order_by("-seq").first()
    said = _remark(remark)
    facts = {
        "seq": last.seq + 1 if last else 1,
        "at": timezone.now(),
        "actor": name_of(by),
        "actor_name": str(by),
        "action": action,
        "object": target if isinstance(target, str) else name_of(target),
        "detail": dict(detail or {}),
        "remark_id": said.pk if said else None,
        "remark_hash": chain.remark_hash_of(said.salt, said.text) if said else "",
        "prev_hash": last.hash if last else chain.START,
    }
    digest = chain.hash_of(facts)
    entry = AuditEntry.objects.create(**facts, hash=digest, signature=chain.sign(digest))
    transaction.on_commit(lambda: head.publish(entry), robust=True)
    return entry


def name_of(target: models.Model) -> str:
    """ "article:123": what the chain calls a row."""
    return f"{target._meta.model_name}:{target.pk}"


def _remark(text: str) -> Remark | None:
    return Remark.objects.create(salt=secrets.token_hex(32), text=text) if text else None
