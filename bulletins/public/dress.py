"""The newest bulletin in full dress: its source, its regions as links, its first headings."""

from typing import Any, NamedTuple, Self

from django.db.models import CharField, F, QuerySet, Value
from django.db.models.expressions import Combinable

from bulletins.listing import lasting
from bulletins.models import Edition, Part, Section
from bulletins.models.prepared import Together, planned
from bulletins.public.entries import Entry
from bulletins.public.sight import Sight

MOST_REGIONS, MOST_HEADINGS = 12, 6
Row = tuple[str, str, str, str]


class Link(NamedTuple):
    """To a place of the article, or to one region's part of it."""

    name: str
    address: str
    of: str = ""


class Dressed(NamedTuple):
    """more: how many regions there are besides those that are shown."""

    entry: Entry
    column: str
    source: str
    regions: tuple[Link, ...]
    headings: tuple[Link, ...]
    more: int

    @classmethod
    def of(cls, entry: Entry, column: str, edition: int, sight: Sight) -> Self:
        """One query, kept while lists are. What is only a link leads away, and has no parts."""
        rows = [] if entry.link else _lasting(edition, sight)
        page, query = f"/articles/{entry.number}/", entry.query
        regions = {
            key: Link(name, f"{page}regions/{key}/{query}")
            for kind, key, name, _ in rows
            if kind == "region"
        }
        headings = (
            Link(said, f"{page}{query}#{key}", of)
            for kind, key, said, of in rows
            if kind == "heading"
        )
        source = next((said for kind, _, said, _ in rows if kind == "source"), "")
        shown, more = tuple(regions.values()), max(0, len(regions) - MOST_REGIONS)
        return cls(entry, column, source, shown[:MOST_REGIONS], tuple(headings), more)


def _lasting(edition: int, sight: Sight) -> list[Row]:
    """What was released is as it is; what is erased leaves its lists."""
    return lasting(("dress", edition), (), sight.now, sight.stamp, lambda: _parts_of(edition))


@planned
def _parts_of(edition: int) -> Together[Row]:
    said = Edition.objects.filter(pk=edition).order_by()
    parts = Part.objects.filter(edition=edition, region__isnull=False)
    headings = Section.objects.filter(edition=edition, level=1).exclude(heading=None)
    ordered = headings.exclude(heading="").order_by("part__position", "position")
    return Together(
        _rows(said, "source", Value("", CharField()), F("source")),
        _rows(parts.order_by("position"), "region", F("region_id"), F("region_name")),
        _rows(ordered, "heading", F("key"), F("heading"), F("part__region_name"))[:MOST_HEADINGS],
    )


def _rows(
    rows: QuerySet[Any], kind: str, key: Combinable, said: Combinable, of: Combinable | None = None
) -> QuerySet[Any, Row]:
    nothing = Value("", CharField())
    told = rows.annotate(a=Value(kind, CharField()), b=key, c=said, d=of or nothing)
    read: QuerySet[Any, Row] = told.values_list("a", "b", "c", "d")
    return read
