"""Giving and taking roles, with an entry in the audit chain."""

from django.db import transaction

from accounts.audit import record
from accounts.models import User
from bulletins.models import Grant
from bulletins.permissions.administrators import (
    administrators,
    require_administrator,
    require_one_remains,
)
from bulletins.permissions.refused import Refused

WHAT = "授权和收回授权"


@transaction.atomic
def give(grant: Grant, *, by: User) -> None:
    """Store a new grant. Raises Refused unless by administers the site.

    Nobody raises herself while somebody else could do it.
    """
    require_administrator(by, WHAT)
    if grant.user_id == by.pk and administrators().exclude(pk=by.pk).exists():
        raise Refused("自己不能给自己授权：请另一位管理员办理")
    grant.save(force_insert=True)
    record("grant", grant.user, by=by, detail=_facts(grant, by))


@transaction.atomic
def take_back(grant: Grant, *, by: User) -> None:
    """End a grant; the last administrator stays one."""
    require_administrator(by, WHAT)
    facts = _facts(grant, by)
    grant.delete()
    require_one_remains()
    record("revoke", grant.user, by=by, detail=facts)


def _facts(grant: Grant, by: User) -> dict[str, object]:
    facts: dict[str, object] = {
        "role": grant.role,
        "column": grant.column_id,
        "region": grant.region_id,
    }
    return facts | ({"own": True} if grant.user_id == by.pk else {})
