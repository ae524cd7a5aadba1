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
    remark: Remark | None = None,
) -> AuditEntry:
    """Say in the chain that by did action to target, inside the transaction that did it.

    Call it last: from here to the end of the transaction nobody else can write to the chain.
    detail: ids, digests, field names; what a person wrote goes into a remark, which can be erased.
    """
    one_at_a_time("audit")
    last = AuditEntry.objects.order_by("-seq").first()
    facts = {
        "seq": last.seq + 1 if last else 1,
        "at": timezone.now(),
        "actor": name_of(by),
        "actor_name": str(by),
        "action": action,
        "object": target if isinstance(target, str) else name_of(target),
        "detail": dict(detail or {}),
        "remark_id": remark.pk if remark else None,
        "remark_hash": chain.remark_hash_of(remark.salt, remark.text) if remark else "",
        "prev_hash": last.hash if last else chain.START,
    }
    digest = chain.hash_of(facts)
    entry = AuditEntry.objects.create(**facts, hash=digest, signature=chain.sign(digest))
    transaction.on_commit(lambda: head.publish(entry), robust=True)
    return entry


def name_of(target: models.Model) -> str:
    """ "article:123": what the chain calls a row."""
    return f"{target._meta.model_name}:{target.pk}"


def remark_of(text: str) -> Remark | None:
    """Words to go with an entry; None where there are none."""
    said = text.replace("\0", "").strip()
    return Remark.objects.create(salt=secrets.token_hex(32), text=said) if said else None
