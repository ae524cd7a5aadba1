"""Shares of a column's list: notices that are open or closed, papers by their force."""

from collections.abc import Iterator
from typing import NamedTuple

from bulletins.listing import CLOSED, OPEN, column_list, facet_list, states
from bulletins.models import Column, ColumnKind, Validity
from bulletins.public.sight import Sight

WHOLE = "全部"
NOTICES = {OPEN: "正在进行", CLOSED: "已截止"}
FORCES: dict[str, str] = {one.value: one.label for one in Validity}
FACETS = (*NOTICES, *FORCES)


class Share(NamedTuple):
    """facet: "" for the whole list."""

    slug: str
    facet: str
    name: str
    held: int

    @property
    def address(self) -> str:
        """Fixed for good, as an article's (``entries``)."""
        return f"/columns/{self.slug}/{self.facet}/" if self.facet else f"/columns/{self.slug}/"

    @property
    def empty(self) -> str:
        """What its page says when nothing is in it."""
        if self.facet in NOTICES:
            return f"没有{self.name}的公告。"
        return f"没有标明“{self.name}”的文件。" if self.facet else "还没有信息。"


def shares_of(column: Column, sight: Sight) -> list[Share]:
    """The whole first; it alone, where the column's articles are neither notices nor papers.

    One query. Open and closed belong to notice columns, each force to where some paper has one.
    """
    whole = column_list(column.slug)
    parts = lists_of(column.slug)
    held = sight.counts(parts) if sight.at else _held(parts, sight)
    counts = {one: held.get(facet_list(column.slug, one), 0) for one in FACETS}
    return list(_shares(column, {"": held.get(whole, 0)} | counts))


def lists_of(slug: str) -> tuple[str, ...]:
    """Of a column: the whole, and its shares."""
    return (column_list(slug), *(facet_list(slug, one) for one in FACETS))


def _held(parts: tuple[str, ...], sight: Sight) -> dict[str, int]:
    found = states(parts, sight.now, sight.stamp)
    return {name: state.held for name, state in found.items()}


def _shares(column: Column, held: dict[str, int]) -> Iterator[Share]:
    names = NOTICES if column.kind == ColumnKind.NOTICE else {}
    if any(held[facet] for facet in FORCES):
        names = names | FORCES
    for facet, name in {"": WHOLE, **names}.items():
        yield Share(column.slug, facet, name, held[facet])
