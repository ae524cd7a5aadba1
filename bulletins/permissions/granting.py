"""Giving and taking roles, with an entry in the audit chain."""

from django.db import transaction

from accounts.audit import record
from accounts.models import User
from bulletins.models import Grant, Role
from bulletins.permissions.refused import Refused
from bulletins.permissions.scope import scope_of


@transaction.atomic
def give(grant: Grant, *, by: User) -> None:
    """Store a new grant. Raises Refused unless by administers the site."""
    _require_administrator(by)
    grant.save(force_insert=True)
    record("grant", grant.user, by=by, detail=_facts(grant))


@transaction.atomic
def take_back(grant: Grant, *, by: User) -> None:
    """End a grant."""
    _require_administrator(by)
    facts = _facts(grant)
    grant.delete()
    record("revoke", grant.user, by=by, detail=facts)


def _facts(grant: Grant) -> dict[str, object]:
    return {"role": grant.role, "column": grant.column_id, "region": grant.region_id}


def _require_administrator(by: User) -> None:
    if not scope_of(by).anywhere(Role.ADMINISTRATOR):
        raise Refused("只有管理员可以授权和收回授权")
