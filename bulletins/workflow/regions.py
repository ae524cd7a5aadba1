"""A division is changed: by administrators, with an entry in the audit chain."""

from django.db import transaction

from accounts.audit import record
from accounts.models import User
from bulletins.permissions.administrators import require_administrator
from regions.models import Region


@transaction.atomic
def save_region(region: Region, *, by: User) -> None:
    """Store a new or changed division. Raises Refused unless by administers the site."""
    require_administrator(by, "修改地区")
    before = Region.objects.select_for_update().filter(pk=region.pk).first()
    region.save()
    record("save_region", region, by=by, detail=_differences(before, region))


def _differences(before: Region | None, after: Region) -> dict[str, object]:
    if before is None:
        return {"new": True}
    names = [field.attname for field in Region._meta.concrete_fields]
    return {"changed": [name for name in names if getattr(before, name) != getattr(after, name)]}
