"""What a person may see. What she may not see answers as if it did not exist."""

from django.db.models import Exists, OuterRef, Q

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
    wanted = Q(pk__in=())
    for held in scope.held:
        wanted |= _columns(held) & _regions(held)
    return Edition.objects.filter(wanted)


def visible_whole(user: User, scope: Scope | None = None) -> EditionQuerySet:
    """The editions of which a person may see every part: ``sees_whole``, of all."""
    scope = scope or scope_of(user)
    wanted = Q(pk__in=())
    for held in scope.held:
        wanted |= _columns(held) & _regions(held) & _none_outside(held)
    return Edition.objects.filter(wanted)


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


def regions_of(edition: Edition) -> list[str | None]:
    """The region code of each part, None for one without; of prefetched parts without a query."""
    return [part.region_id for part in edition.parts.all()]


def _columns(held: Held) -> Q:
    return ALL if held.columns is None else Q(column__in=held.columns)


def _regions(held: Held) -> Q:
    """One with a part there, or, to an editor, one that has no parts yet."""
    if held.spans is None:
        return ALL
    parts = Part.objects.filter(edition=OuterRef("pk"))
    found = Q(Exists(parts.filter(_inside(held.spans))))
    return found | ~Q(Exists(parts)) if held.role == Role.EDITOR else found


def _none_outside(held: Held) -> Q:
    if held.spans is None:
        return ALL
    outside = Part.objects.filter(edition=OuterRef("pk")).exclude(_inside(held.spans))
    return ~Q(Exists(outside))


def _inside(spans: Spans) -> Q:
    inside = Q(pk__in=())
    for low, high in spans:
        inside |= Q(region__gte=low, region__lte=high)
    return inside
