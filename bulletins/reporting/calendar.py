"""放假和调休 are kept by administrators, with an entry in the audit chain."""

from django.db import transaction

from accounts.audit import changed_fields, record
from accounts.models import User
from bulletins.models import SpecialDay
from bulletins.permissions.administrators import require_administrator

WHAT = "修改放假和调休"


@transaction.atomic
def save_special_day(day: SpecialDay, *, by: User) -> None:
    """Store a new or changed day. Raises Refused unless by administers the site."""
    require_administrator(by, WHAT)
    before = SpecialDay.objects.select_for_update().filter(pk=day.pk).first()
    day.save()
    changed = {"changed": changed_fields(before, day)} if before else {"new": True}
    record("save_special_day", day, by=by, detail=changed | _facts(day))


@transaction.atomic
def remove_special_day(day: SpecialDay, *, by: User) -> None:
    """From now on it is a day like others."""
    require_administrator(by, WHAT)
    name, facts = f"specialday:{day.pk}", _facts(day)
    day.delete()
    record("remove_special_day", name, by=by, detail=facts)


def _facts(day: SpecialDay) -> dict[str, object]:
    return {"day": day.day.isoformat(), "works": day.works}
