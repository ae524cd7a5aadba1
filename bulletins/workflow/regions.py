"""A division is changed: by administrators, with an entry in the audit chain; or by the list.

Its name stands on pages, and what it lies in decides in which lists its articles stand, and by
which regions search finds them (that follows with ``run_due``).
"""

from collections.abc import Iterable

from django.db import transaction

from accounts.audit import changed_fields, record
from accounts.models import User
from bulletins.indexing import index_later
from bulletins.listing.regional import LIES_IN, relist_region
from bulletins.permissions.administrators import require_administrator
from bulletins.store import note_everything
from regions.loading import Report, load
from regions.models import Region
from regions.official import OfficialRow


@transaction.atomic
def save_region(region: Region, *, by: User) -> None:
    """Store a new or changed division. Raises Refused unless by administers the site."""
    require_administrator(by, "修改地区")
    before = Region.objects.select_for_update().filter(pk=region.pk).first()
    region.save()
    if before and _lies_in(before) != _lies_in(region):
        index_later(relist_region(region.pk))
    detail = {"changed": changed_fields(before, region)} if before else {"new": True}
    record("save_region", region, by=by, detail=detail)
    note_everything()


@transaction.atomic
def follow_list(rows: Iterable[OfficialRow] | None = None) -> Report:
    """Load the official list (``regions.loading``); what readers see of it is seen at once."""
    before = Region.objects.in_bulk()
    report = load(rows)
    if report.added or report.updated:
        for region in Region.objects.filter(pk__in=before.keys()).order_by("pk"):
            if _lies_in(before[region.pk]) != _lies_in(region):
                index_later(relist_region(region.pk))
        note_everything()
    return report


def _lies_in(region: Region) -> list[str | None]:
    return [getattr(region, name) for name in LIES_IN]
