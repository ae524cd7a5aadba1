"""A column is changed: audited, and fewer review stages only by two administrators.

Where it comes to lie elsewhere, or is merged, the lists of its articles are written anew.
"""

from django.core.exceptions import ValidationError
from django.db import transaction

from accounts.audit import changed_fields, record
from accounts.models import User
from bulletins.listing import relist_column
from bulletins.models import Column
from bulletins.permissions import Refused
from bulletins.permissions.administrators import require_administrator
from bulletins.store import note_everything

# What of it decides in which lists its articles stand
PLACE = ("parent_id", "merged_into_id", "kind")


@transaction.atomic
def save_column(column: Column, *, by: User) -> bool:
    """Store a new or changed column; True if fewer stages now wait for a second administrator.

    The other changes take effect at once. Refused where columns would form a ring: all are locked,
    so that two who move two of them do not make one together.
    """
    require_administrator(by, "设置栏目")
    held = Column.objects.select_for_update(no_key=True).order_by("pk")
    before = {one.pk: one for one in held}.get(column.pk)
    moved = before is not None and any(
        getattr(before, name) != getattr(column, name) for name in PLACE
    )
    _require_tree(column)
    fewer = before is not None and column.review_stages < before.review_stages
    column.fewer_stages, column.fewer_stages_by = None, None
    if before and fewer:
        column.fewer_stages, column.fewer_stages_by = column.review_stages, by
        column.review_stages = before.review_stages
    column.save()
    if moved:
        relist_column(column)
    record("save_column", column, by=by, detail=_differences(before, column))
    note_everything()
    return fewer


@transaction.atomic
def move_column(column: Column, position: int, *, by: User) -> None:
    """Give it another place among its kind, and change nothing else of it."""
    require_administrator(by, "设置栏目")
    held = Column.objects.select_for_update().get(pk=column.pk)
    if held.position != position:
        held.position = position
        held.save(update_fields=["position"])
        record("save_column", held, by=by, detail={"changed": ["position"]})
        note_everything()


@transaction.atomic
def confirm_fewer_stages(column: Column, stages: int | None, *, by: User) -> None:
    """A second administrator lets the lowering take effect for what is submitted from now on.

    stages: the number that by was shown; refused if another one is asked for by now.
    """
    require_administrator(by, "设置栏目")
    held = Column.objects.select_for_update().get(pk=column.pk)
    if held.fewer_stages is None:
        raise Refused("没有等待确认的降级，可能已被别人处理：请刷新")
    if held.fewer_stages != stages:
        raise Refused(f"请求刚被改为降到 {held.fewer_stages} 审：请看过再确认")
    if held.fewer_stages_by_id == by.pk:
        raise Refused("降低审核级数须由另一位管理员确认")
    before, asked_by = held.review_stages, held.fewer_stages_by_id
    held.review_stages, held.fewer_stages, held.fewer_stages_by = held.fewer_stages, None, None
    held.save()
    detail = {"from": before, "to": held.review_stages, "asked_by": asked_by}
    record("confirm_fewer_stages", held, by=by, detail=detail)


def _require_tree(column: Column) -> None:
    try:
        column.clean()
    except ValidationError as error:
        raise Refused("；".join(error.messages)) from error


def _differences(before: Column | None, after: Column) -> dict[str, object]:
    if before is None:
        return {"new": True, "stages": after.review_stages}
    changed = changed_fields(before, after)
    return {"changed": changed, "stages": after.review_stages, "asked": after.fewer_stages}
