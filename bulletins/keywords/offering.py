"""Tags for what somebody begins to type."""

from django.db.models import Exists, OuterRef
from taggit.models import Tag

from accounts.models import User
from bulletins.keywords.commonness import public_counts
from bulletins.models import EditionTag
from bulletins.permissions import Scope
from bulletins.permissions.visibility import visible_whole

MOST = 8
MOST_LOOKED_AT = 200


def offered(typed: str, *, by: User, scope: Scope) -> list[tuple[str, int]]:
    """(tag, public articles that bear it), the most used first; no tag of texts hidden from by."""
    found = Tag.objects.filter(name__icontains=typed).order_by("name")[:MOST_LOOKED_AT]
    tags = {tag.name: tag for tag in found}
    counted = public_counts({name: tag.slug for name, tag in tags.items()})
    private = [tag.pk for name, tag in tags.items() if not counted[name]]
    hers = set(_on_what_she_sees(private, by, scope))
    names = [name for name, tag in tags.items() if counted[name] or tag.pk in hers]
    begins = {name: not name.casefold().startswith(typed.casefold()) for name in names}
    names.sort(key=lambda name: (begins[name], -counted[name], name))
    return [(name, counted[name]) for name in names[:MOST]]


def _on_what_she_sees(tags: list[int], by: User, scope: Scope) -> list[int]:
    bearing = EditionTag.objects.filter(
        tag=OuterRef("pk"), content_object__in=visible_whole(by, scope)
    )
    return list(
        Tag.objects.filter(pk__in=tags).filter(Exists(bearing)).values_list("pk", flat=True)
    )
