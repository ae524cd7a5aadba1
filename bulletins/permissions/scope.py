"""Where a person holds which role.

A grant for a column covers the columns below it; one for a region covers what lies in it. A role
for regions is held over a whole edition only if every part lies in them; over a part, if it does.
Grants of one role add up: who reviews 天津 and, by another grant, 贵州 reviews a text of both.
"""

from collections.abc import Collection, Iterable
from dataclasses import dataclass

from django.contrib.auth.models import AnonymousUser

from accounts.models import User
from bulletins.models import Column, Grant, Role
from regions.models import Region

Spans = tuple[tuple[str, str], ...]
REVIEWERS = (Role.FIRST_REVIEWER, Role.SECOND_REVIEWER, Role.FINAL_REVIEWER)
# The command line acts for somebody who has the machine in hands: she may bring texts in.
SYSTEM_ROLES = (Role.EDITOR,)


@dataclass(frozen=True, slots=True)
class Held:
    """One grant, ready to be compared. columns and spans: None means all."""

    role: str
    columns: frozenset[int] | None = None
    spans: Spans | None = None

    def in_column(self, column: int) -> bool:
        return self.columns is None or column in self.columns

    def in_region(self, code: str | None) -> bool:
        """A text without a region belongs to those who answer for all regions."""
        if self.spans is None:
            return True
        return code is not None and any(low <= code <= high for low, high in self.spans)


@dataclass(frozen=True, slots=True)
class Scope:
    """Everything a person was granted."""

    held: tuple[Held, ...] = ()

    def over(self, roles: Collection[str], column: int, regions: Iterable[str | None]) -> bool:
        """Whether one of these roles is held over an edition with parts of these regions."""
        codes = list(regions)
        return any(self._covers(role, column, codes) for role in roles)

    def over_part(self, roles: Collection[str], column: int, region: str | None) -> bool:
        """Whether one of these roles is held over a part of this region."""
        return self.over(roles, column, [region])

    def anywhere(self, *roles: str) -> bool:
        """Whether one of the roles is held at all."""
        return any(one.role in roles for one in self.held)

    def everywhere(self, *roles: str) -> bool:
        """Whether one of the roles is held for every column and region."""
        held = (one for one in self.held if one.role in roles)
        return any(one.columns is None and one.spans is None for one in held)

    def in_column(self, roles: Collection[str], column: int) -> bool:
        """Whether one of the roles is held in the column, for whatever region."""
        return any(one.role in roles and one.in_column(column) for one in self.held)

    def of(self, role: str) -> list[Held]:
        """The grants of one role, which add up."""
        return [one for one in self.held if one.role == role]

    def _covers(self, role: str, column: int, codes: Collection[str | None]) -> bool:
        """Before it has a part it is the editor's who begins it; to others a text of no region."""
        here = [one for one in self.of(role) if one.in_column(column)]
        asked = codes or ([] if role == Role.EDITOR else [None])
        return bool(here) and all(any(one.in_region(code) for one in here) for code in asked)


def scope_of(user: User | AnonymousUser) -> Scope:
    """What a person was granted, in three queries at most; nothing for who may not sign in."""
    if not isinstance(user, User):
        return Scope()
    if user.is_system:
        return Scope(tuple(Held(role) for role in SYSTEM_ROLES))
    if not user.is_active:
        return Scope()
    grants = list(Grant.objects.filter(user=user))
    below = _below() if any(grant.column_id for grant in grants) else {}
    # Somebody must be able to grant the first role: whoever set the site up.
    first = (Held(Role.ADMINISTRATOR),) if user.is_superuser else ()
    return Scope((*first, *(_held(grant, below) for grant in grants)))


def _held(grant: Grant, below: dict[int, list[int]]) -> Held:
    columns = frozenset(_family(grant.column_id, below)) if grant.column_id else None
    spans = tuple(Region.objects.all().spans(grant.region_id)) if grant.region_id else None
    return Held(grant.role, columns, spans)


def _below() -> dict[int, list[int]]:
    """Column → the columns right below it."""
    found: dict[int, list[int]] = {}
    for pk, parent in Column.objects.values_list("pk", "parent_id"):
        if parent:
            found.setdefault(parent, []).append(pk)
    return found


def _family(column: int, below: dict[int, list[int]]) -> list[int]:
    """The column and all below it; one seen before ends the walk, should they form a ring."""
    family = [column]
    for one in family:
        family += [child for child in below.get(one, ()) if child not in family]
    return family
