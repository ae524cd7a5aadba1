"""What a person may see. What she may not see answers as if it did not exist."""

from collections.abc import Iterable
from functools import reduce
from operator import or_

from django.db.models import Exists, OuterRef, Q, QuerySet

from accounts.models import User
from bulletins.models import Edition, Part, Role
from bulletins.models.edition_queryset import EditionQuerySet
from bulletins.permissions.scope import Held, Scope, Spans, scope_of

# Whoever has a role reads in its scope; what she may do there is asked apart.
READERS = tuple(Role)
# Not Q(): "or nothing" would be dropped, "or everything" is meant.
ALL = Q(pk__isnull=False)


def visible(user: User, scope: Scope | None = None) -> EditionQuerySet:
    """The editions of which a person may see at least one part."""
    scope = scope or scope_of(user)
    wanted = _any(_columns(held) & _regions(held) for held in [*_wide(scope), *_narrow(scope)])
    return Edition.objects.filter(wanted)


def visible_whole(user: User, scope: Scope | None = None) -> EditionQuerySet:
    """The editions of which a person may see every part: ``sees_whole``, of all."""
    return Edition.objects.filter(whole(scope or scope_of(user)))


def whole(scope: Scope) -> Q:
    """The same as a condition, to stand beside others: what may be asked of an edition's fields."""
    wanted = _any(_columns(held) for held in _wide(scope))
    for role in {held.role for held in _narrow(scope)}:
        grants = scope.of(role)
        wanted |= _any(_columns(held) & _regions(held) for held in grants) & ~_outside(grants)
    return wanted


def with_parts(scope: Scope, parts: QuerySet[Part]) -> Q:
    """Editions with one of these parts, as far as a person may know of it."""
    wanted = _any(_columns(held) for held in _wide(scope)) & Q(pk__in=parts.values("edition"))
    for held in _narrow(scope):
        seen = parts.filter(_inside(held.spans or ()))
        wanted |= _columns(held) & Q(pk__in=seen.values("edition"))
    return wanted


def sees_whole(scope: Scope, edition: Edition) -> bool:
    """Whether a person may read all of it: only then its fields, history and reviews."""
    return scope.over(READERS, edition.column_id, regions_of(edition))


def sees_some(scope: Scope, edition: Edition) -> bool:
    """Whether a person may see at least one part: ``visible``, of one edition at hand."""
    regions = regions_of(edition)
    if not regions:
        return scope.over(READERS, edition.column_id, ())
    return any(scope.over_part(READERS, edition.column_id, one) for one in regions)


def sees_part(scope: Scope, edition: Edition, part: Part) -> bool:
    return scope.over_part(READERS, edition.column_id, part.region_id)


def seen_parts(scope: Scope) -> QuerySet[Part]:
    """Every part a person may see: ``sees_part``, of all."""
    held = [*_wide(scope), *_narrow(scope)]
    return Part.objects.filter(_any(_of_part(one) for one in held))


def regions_of(edition: Edition) -> list[str | None]:
    """The region code of each part, None for one without; of prefetched parts without a query."""
    return [part.region_id for part in edition.parts.all()]


def _wide(scope: Scope) -> list[Held]:
    """Its grants for all regions as one, whatever their roles: one condition, one index."""
    wide = [held for held in scope.held if held.spans is None]
    if not wide or any(held.columns is None for held in wide):
        return wide[:1] and [Held(wide[0].role)]
    return [Held(wide[0].role, frozenset[int]().union(*(held.columns or () for held in wide)))]


def _narrow(scope: Scope) -> list[Held]:
    return [held for held in scope.held if held.spans is not None]


def _columns(held: Held) -> Q:
    return ALL if held.columns is None else Q(column__in=held.columns)


def _regions(held: Held) -> Q:
    """One with a part there, or, to an editor, one that has no parts yet."""
    if held.spans is None:
        return ALL
    # Few parts lie in a region: it is they that are looked up, not every edition's parts.
    found = Q(pk__in=Part.objects.filter(_inside(held.spans)).values("edition"))
    none = ~Q(Exists(Part.objects.filter(edition=OuterRef("pk"))))
    return found | none if held.role == Role.EDITOR else found


def _outside(grants: Iterable[Held]) -> Q:
    """Those with a part that none of these grants, which add up, reaches."""
    reached = _any(_of_part(held) for held in grants)
    return Q(Exists(Part.objects.filter(edition=OuterRef("pk")).exclude(reached)))


def _of_part(held: Held) -> Q:
    inside = ALL if held.spans is None else _inside(held.spans)
    return inside if held.columns is None else inside & Q(edition__column__in=held.columns)


def _any(conditions: Iterable[Q]) -> Q:
    return reduce(or_, conditions, Q(pk__in=()))


def _inside(spans: Spans) -> Q:
    return _any(Q(region__gte=low, region__lte=high) for low, high in spans)
