"""By what a list can be looked through: its months, columns and tags, each with how much it holds.

Counting takes some milliseconds, so what was counted is kept for as long as nothing in the list
began, ended or was written: three moments, read with every page, which are its key.
"""

from collections.abc import Iterable
from datetime import datetime
from functools import lru_cache
from typing import Any, NamedTuple, Self

from django.db.models import CharField, Count, F, Func, Max, QuerySet, Value
from django.db.models.sql.compiler import SQLCompiler

from bulletins.listing import states
from bulletins.listing.states import Moments
from bulletins.models import EditionTag, Listing
from bulletins.models.listing import ListingQuerySet
from bulletins.models.prepared import Together, prepared
from bulletins.public.months import months_of
from bulletins.public.sight import Sight

NEWEST = 1000  # columns and tags are those of so many
MOST_TAGS = 24
# Twice escaped: Django and the engine's driver each take a per cent sign for their own.
MONTHS = {
    "sqlite": "strftime('%%%%Y-%%%%m', substr(%(expressions)s, 1, 19), '+8 hours')",
    "postgresql": "to_char(%(expressions)s AT TIME ZONE 'Asia/Shanghai', 'YYYY-MM')",
}

Row = tuple[str, str, str, int]


class Tally(NamedTuple):
    """One month ("2024-03"), column or tag (their slugs) of a list."""

    value: str
    name: str
    held: int


class Tallies(NamedTuple):
    """months: the latest first, of the whole list. columns, tags: the most frequent first."""

    months: tuple[Tally, ...] = ()
    columns: tuple[Tally, ...] = ()
    tags: tuple[Tally, ...] = ()

    @classmethod
    def read(cls, rows: Iterable[Row]) -> Self:
        kinds: dict[str, list[Tally]] = {"month": [], "column": [], "tag": []}
        for kind, value, name, held in rows:
            kinds[kind].append(Tally(value, name, held))
        columns = (one for one in kinds["column"] if ":" not in one.value)  # none of its shares
        often = sorted(columns, key=lambda one: -one.held)
        tags = sorted(kinds["tag"], key=lambda one: (-one.held, one.name))
        months = sorted(kinds["month"], reverse=True)
        return cls(tuple(months), tuple(often), tuple(tags))

    @property
    def years(self) -> tuple[tuple[int, int], ...]:
        """Each with how much it holds, the latest first."""
        found: dict[int, int] = {}
        for one in self.months:
            year = int(one.value[:4])
            found[year] = found.get(year, 0) + one.held
        return tuple(found.items())


class MonthOf(Func):
    """2024-03, in Beijing."""

    output_field = CharField()

    def as_sql(self, compiler: SQLCompiler, connection: Any, *_: Any, **more: Any) -> Any:
        return super().as_sql(compiler, connection, template=MONTHS[connection.vendor])


def tallies_of(name: str, sight: Sight, along: tuple[str, ...] = ()) -> Tallies:
    """One query, and one more after something in the list has changed; none while it lasts.

    along: the lists that the page asks for anyway, this among them.
    """
    if sight.at is not None:
        rows = sight.rows(name)
        return Tallies.read(row for one in _asked(rows) for row in one)
    found = states(along or (name,), sight.now, sight.stamp)
    return counted(name, found[name].moments) if name in found else Tallies()


@lru_cache(maxsize=512)
def counted(name: str, moments: Moments) -> Tallies:
    """As it was at the last of them, and has been since."""
    return Tallies.read(_tallies(name, max(one for one in moments if one)))


@prepared
def _tallies(name: str, at: datetime) -> Together[Row]:
    rows = Listing.objects.of(name, at)
    return Together(_columns(rows), _tags(rows), written=[months_of(name, at)])


def _asked(rows: ListingQuerySet) -> tuple[QuerySet[Any, Row], ...]:
    return counted_in(rows), _columns(rows), _tags(rows)


def counted_in(rows: ListingQuerySet) -> QuerySet[Any, Row]:
    """The months of any rows, one by one."""
    counted = rows.order_by().values(month=MonthOf("first_published_at"))
    said = counted.annotate(name=_as("month"), empty=_as(""), held=Count("pk"))
    return said.values_list("name", "month", "empty", "held")


def _columns(rows: ListingQuerySet) -> QuerySet[Any, Row]:
    newest = rows.values("edition_id")[:NEWEST]
    found = Listing.objects.filter(edition__in=newest, list__startswith="column:").order_by()
    slug = Func(F("list"), Value(len("column:") + 1), function="SUBSTR", output_field=CharField())
    counted = found.values(slug=slug)
    said = counted.annotate(name=_as("column"), empty=_as(""), held=Count("pk"))
    return said.values_list("name", "slug", "empty", "held")


def _tags(rows: ListingQuerySet) -> QuerySet[Any, Row]:
    newest = rows.values("edition_id")[:NEWEST]
    found: QuerySet[EditionTag] = EditionTag.objects.filter(content_object__in=newest).values(
        "tag_id"
    )
    counted = found.annotate(
        kind=_as("tag"), slug=Max("tag__slug"), told=Max("tag__name"), held=Count("pk")
    )
    often: QuerySet[Any, Row] = counted.order_by("-held", "told").values_list(
        "kind", "slug", "told", "held"
    )
    return often[:MOST_TAGS]


def _as(text: str) -> Value:
    return Value(text, output_field=CharField())
