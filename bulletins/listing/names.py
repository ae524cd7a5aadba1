"""What lists are called, and in which of them an edition stands."""

from collections.abc import Iterable, Mapping
from datetime import datetime
from itertools import islice

from bulletins.models import Column, Edition
from regions.ancestry import Ancestry

ALL = "all"
OPEN, CLOSED = "open", "closed"
ALL_CLOSED = f"{ALL}:{CLOSED}"


def column_list(slug: str) -> str:
    return f"column:{slug}"


def facet_list(slug: str, facet: str) -> str:
    """A share of a column's list: "open", "closed", or a value of ``Validity``."""
    return f"column:{slug}:{facet}"


def region_list(code: str) -> str:
    return f"region:{code}"


def tag_list(slug: str) -> str:
    return f"tag:{slug}"


class Places:
    """What lies in what, read once for as many editions as one wants to list."""

    def __init__(self, *, everywhere: bool = False) -> None:
        """everywhere: regions are read all at once, not as they are met."""
        self.columns = {column.pk: column for column in Column.objects.all()}
        self.regions = Ancestry(everywhere=everywhere)

    def lists_of(self, edition: Edition) -> set[str]:
        """Every list the edition belongs in; of a prefetched one without a query."""
        found = {ALL} | {column_list(one.slug) for one in self.columns_of(edition)}
        codes = {part.region_id for part in edition.parts.all() if part.region_id}
        found |= {region_list(code) for code in self.with_above(codes)}
        return found | {tag_list(one.tag.slug) for one in edition.edition_tags.all()}

    def columns_of(self, edition: Edition) -> list[Column]:
        """Its own column, those in which it was placed, and all above them, each once."""
        placed = (one.column_id for one in edition.article.placings.all())
        return self.columns_around(edition.column_id, *placed)

    def pins_of(self, edition: Edition) -> dict[str, datetime]:
        """The lists of columns on top of which it stands, and until when."""
        pins = ((one.column_id, one.pinned_until) for one in edition.article.placings.all())
        return self.on_top({pk: until for pk, until in pins if until})

    def on_top(self, pins: Mapping[int, datetime]) -> dict[str, datetime]:
        """pins: column → until when something stands on top of it; the later, where two are one."""
        found: dict[str, datetime] = {}
        for pk, until in pins.items():
            for column in islice(self.with_columns_above(pk), 1):
                name = column_list(column.slug)
                found[name] = max(until, found.get(name, until))
        return found

    def columns_around(self, *pks: int) -> list[Column]:
        """These columns and all above them, each once."""
        found = (one for pk in pks for one in self.with_columns_above(pk))
        return list({column.pk: column for column in found}.values())

    def with_columns_above(self, pk: int) -> Iterable[Column]:
        """A column and those above it; for one that was merged, that in which it is listed."""
        return (one for one in self.way_up(pk) if one.merged_into_id is None)

    def way_up(self, pk: int) -> Iterable[Column]:
        """From a column to that it was merged into, or else lies in; a ring ends where it began."""
        seen: set[int] = set()
        column = self.columns.get(pk)
        while column is not None and column.pk not in seen:
            seen.add(column.pk)
            yield column
            column = self.columns.get(column.merged_into_id or column.parent_id or 0)

    def leading_to(self, pk: int) -> list[int]:
        """The column and all that lie in it or were merged into it, by primary key."""
        return [one for one in self.columns if any(step.pk == pk for step in self.way_up(one))]

    def with_above(self, codes: set[str]) -> set[str]:
        """These regions and everything they lie in."""
        self.regions.meet(codes)
        return codes | {above for code in codes for above in self.regions.above(code)}
