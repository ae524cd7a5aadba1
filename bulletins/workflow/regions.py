"""A division is changed: by administrators, with an entry in the audit chain."""

from django.db import transaction

from accounts.audit import changed_fields, record
from accounts.models import User
from bulletins.permissions.administrators import require_administrator
from bulletins.store import note_everything
from regions.models import Region


@transaction.atomic
def save_region(region: Region, *, by: User) -> None:
    """Store a new or changed division. Raises Refused unless by administers the site."""
    require_administrator(by, "修改地区")
    before = Region.objects.select_for_update().filter(pk=region.pk).first()
    region.save()
    detail = {"changed": changed_fields(before, region)} if before else {"new": True}
    record("save_region", region, by=by, detail=detail)
    note_everything()
