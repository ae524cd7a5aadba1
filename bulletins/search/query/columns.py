"""A column by its name or slug."""

from collections.abc import Mapping
from datetime import datetime
from typing import NamedTuple

from django.db.models import OuterRef, Value
from django.db.models.functions import Concat

from bulletins.document.folding import fold
from bulletins.listing import column_list, held_in
from bulletins.models import Column
from bulletins.search.query.asked import Found


class Row(NamedTuple):
    pk: int
    slug: str
    name: str
    active: bool
    merged_into: int | None
    held: int

    @property
    def is_public(self) -> bool:
        """In use, or something public is still listed there."""
        return self.active or self.held > 0


def column_named(said: str, now: datetime) -> Found | None:
    """The column readers find under that name; for one that was merged, that it went to."""
    rows = read_columns(now)
    found = _fitting(said, rows)
    if not found:
        return None
    first = found[0]
    name = first.name if _fitting(first.name, rows)[0] == first else first.slug
    return Found(first.slug, name, _note(said, found))


def read_columns(now: datetime) -> dict[int, Row]:
    """All of them in menu order, by primary key; one query."""
    held = held_in(Concat(Value(column_list("")), OuterRef("slug")), now)
    fields = ("pk", "slug", "name", "active", "merged_into_id", held)
    return {row[0]: Row(*row) for row in Column.objects.values_list(*fields)}


def _fitting(said: str, rows: Mapping[int, Row]) -> list[Row]:
    """By slug before by name, each once."""
    by_slug = (one for one in rows.values() if one.slug == said.lower())
    by_name = (one for one in rows.values() if fold(one.name) == fold(said))
    led = (_target(one, rows) for one in (*by_slug, *by_name))
    return list(dict.fromkeys(one for one in led if one.is_public))


def _target(row: Row, rows: Mapping[int, Row]) -> Row:
    """Where its articles are listed; a ring ends before it closes."""
    passed = {row.pk}
    while row.merged_into and row.merged_into not in passed:
        row = rows[row.merged_into]
        passed.add(row.pk)
    return row


def _note(said: str, found: list[Row]) -> str:
    if len(found) == 1:
        return ""
    other = found[1]
    return f"名为“{said}”的栏目有{len(found)}个，已选第一个；要找另一个，请写 栏目:{other.slug}。"
