"""Bring the official list into the database, leaving alone whatever a person decided."""

from collections.abc import Iterable
from typing import Any, Final, NamedTuple

from django.db import connection, transaction

from regions.models import Region
from regions.official import OfficialRow, official_rows

OWNED: Final = ("name", "short_name", "pinyin", "level", "parent_id", "also_under_id")


class Report(NamedTuple):
    """How many divisions a load added, changed and left, and what it left to people."""

    added: int
    updated: int
    unchanged: int
    kept: int  # fields a person changed, where the list says something else
    missing: tuple[str, ...]  # official divisions that the list no longer names

    def __str__(self) -> str:
        text = f"地区：新增 {self.added}，更新 {self.updated}，不变 {self.unchanged}"
        if self.kept:
            text += f"；保留人工修改 {self.kept} 项"
        if self.missing:
            names = "、".join(self.missing)
            text += f"；名录中已没有 {len(self.missing)} 个，请核对后停用：{names}"
        return text


@transaction.atomic
def load(rows: Iterable[OfficialRow] | None = None) -> Report:
    """Add what is new and follow what changed in the list; run it as often as you like.

    The list owns six fields of the divisions it names, each only while it holds what the last
    load put there. Custom divisions, aliases, dates and successors are never touched; nothing is
    deleted.
    """
    wanted = {row.code: _fields(row) for row in rows or official_rows()}
    present = Region.objects.in_bulk()
    fresh = [code for code in wanted if code not in present]
    outcomes = {code: _follow(present[code], wanted[code]) for code in wanted.keys() & present}
    changed = sorted(code for code, (touched, _) in outcomes.items() if touched)
    Region.objects.bulk_create(
        Region(code=code, **wanted[code], as_loaded=wanted[code]) for code in fresh
    )
    Region.objects.bulk_update(
        [present[code] for code in changed], [*OWNED, "as_loaded"], batch_size=100
    )
    if fresh:
        _analyze()
    kept = sum(kept for _, kept in outcomes.values())
    return Report(
        len(fresh), len(changed), len(outcomes) - len(changed), kept, _missing(present, wanted)
    )


def _fields(row: OfficialRow) -> dict[str, Any]:
    return {
        "name": row.name,
        "short_name": row.short_name,
        "pinyin": row.pinyin,
        "level": row.level,
        "parent_id": row.parent or None,
        "also_under_id": row.also_under or None,
    }


def _follow(region: Region, wanted: dict[str, Any]) -> tuple[bool, int]:
    """Let the list change what it owns; say whether it did, and how many fields a person keeps."""
    touched, kept = region.as_loaded != wanted, 0
    for field, value in wanted.items():
        current = getattr(region, field)
        if current == value:
            continue
        if current == region.as_loaded.get(field, value):
            setattr(region, field, value)
        else:
            kept += 1
    region.as_loaded = wanted
    return touched, kept


def _missing(present: dict[str, Region], wanted: dict[str, dict[str, Any]]) -> tuple[str, ...]:
    gone = [r for code, r in present.items() if code not in wanted and r.as_loaded]
    return tuple(region.name for region in gone if region.valid_to is None)


def _analyze() -> None:
    """Tell the planner about the new rows; without it both engines guess badly."""
    with connection.cursor() as cursor:
        cursor.execute(f"ANALYZE {Region._meta.db_table}")
