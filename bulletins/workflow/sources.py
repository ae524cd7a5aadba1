"""稿源库 is changed: by administrators, with an entry in the audit chain."""

from django.db import transaction

from accounts.audit import changed_fields, record
from accounts.models import User
from bulletins.models import Source
from bulletins.permissions.administrators import require_administrator


@transaction.atomic
def save_source(source: Source, *, by: User) -> None:
    """Store a new or changed source. Raises Refused unless by administers the site."""
    require_administrator(by, "修改稿源库")
    before = Source.objects.select_for_update().filter(pk=source.pk).first()
    source.save()
    record("save_source", source, by=by, detail=_differences(before, source))


def _differences(before: Source | None, after: Source) -> dict[str, object]:
    if before is None:
        return {"new": True, "approved": after.approved}
    return {"changed": changed_fields(before, after), "approved": after.approved}


def is_approved(name: str) -> bool:
    """Whether a publisher is in 稿源库 (reprints only from approved sources, 三审三校).

    An office that keeps no such list has approved of nobody and doubts nobody.
    """
    if not name or not Source.objects.exists():
        return True
    return Source.objects.filter(name=name, approved=True).exists()
