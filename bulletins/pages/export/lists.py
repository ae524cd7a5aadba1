"""Every list as addresses: its newest page, its months, and the pages that lead on from it."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from django.urls import reverse

from bulletins.document.wording import BEIJING
from bulletins.listing import ALL, CLOSED, OPEN, column_list, facet_list, region_list, tag_list
from bulletins.models import Column, ColumnKind, Validity
from bulletins.pages.export.around import Around
from bulletins.pages.export.marks import mark
from bulletins.pages.export.rows import Row, Rows
from bulletins.pages.export.wanted import Wanted

LENGTH = 20  # entries of a page (public.questions); a test follows the pages
FEEDS = ("atom", "rss")


@dataclass(frozen=True)
class Lists:
    """What stands in every list, as marks and addresses."""

    around: Around
    rows: Rows

    def wanted(self) -> Iterator[Wanted]:
        """Without what was merged: that leads elsewhere."""
        yield from self._of(ALL, reverse("archive"), ())
        for column in self.around.columns.values():
            if column.merged_into is None:
                yield from self._column(column)
        for code in sorted(self.spoken_of):
            below = [
                (one.code, self._held(region_list(one.code)))
                for one in self.around.regions.values()
                if code in (one.parent, one.also_under)
            ]
            yield from self._with_feeds(region_list(code), "region", code, below)
        for slug in sorted(self.tags):
            yield from self._with_feeds(tag_list(slug), "tag", slug, ())

    @cached_property
    def spoken_of(self) -> set[str]:
        """Regions that have said something, all above them, and the provinces of the map."""
        said = {name.partition(":")[2] for name in self.rows.lists if name.startswith("region:")}
        waiting = said | {one.code for one in self.around.regions.values() if one.is_province}
        found: set[str] = set()
        while waiting:
            found |= waiting
            known = [self.around.regions[one] for one in waiting if one in self.around.regions]
            above = {up for one in known for up in (one.parent, one.also_under) if up}
            waiting = above - found
        return found & self.around.regions.keys()

    @cached_property
    def tags(self) -> set[str]:
        """Tags that something public bears, if only in the archive."""
        return {slug for tags in self.rows.tags.values() for _, _, slug in tags}

    def whole(self) -> str:
        """Of all lists together: for pages that tell of everything."""
        return mark(self.around.pages, self.rows.ended, *map(self.key, sorted(self.rows.lists)))

    def key(self, name: str) -> str:
        """Of a list as it is now."""
        if name not in self._keys:
            self._keys[name] = self._key(name)
        return self._keys[name]

    @cached_property
    def _keys(self) -> dict[str, str]:
        return {}

    def _key(self, name: str) -> str:
        rows = self.rows.lists.get(name, [])
        asks = any(one.deadline and one.deadline > self.rows.at for one in rows)
        said = [(*one[:5], self._is_pinned(one), self._edition(one.edition)) for one in rows]
        today = self.around.today if asks else None  # 3 天后截止
        return mark(self.around.pages, said, today, self.rows.ended.get(name))

    def _column(self, column: Column) -> Iterator[Wanted]:
        shares = [facet_list(column.slug, one) for one in (OPEN, CLOSED, *Validity.values)]
        held = [self._held(one) for one in shares]
        yield from self._with_feeds(column_list(column.slug), "column", column.slug, held)
        for facet in self._facets(column):
            name, place = (
                facet_list(column.slug, facet),
                reverse("share", args=[column.slug, facet]),
            )
            whole = self.key(column_list(column.slug))
            yield from self._of(name, place, (held, whole))

    def _facets(self, column: Column) -> list[str]:
        forces = Validity.values
        notices = [OPEN, CLOSED] if column.kind == ColumnKind.NOTICE else []
        in_force = any(self._held(facet_list(column.slug, one)) for one in forces)
        return [*notices, *(forces if in_force else [])]

    def _with_feeds(self, name: str, kind: str, key: str, more: object) -> Iterator[Wanted]:
        yield from self._of(name, reverse(kind, args=[key]), more)
        for form in FEEDS:
            yield Wanted(reverse(f"{kind}-feed", args=[key, form]), mark(self.key(name), more))

    def _of(self, name: str, place: str, more: object) -> Iterator[Wanted]:
        key = mark(self.key(name), more)
        rows = self.rows.lists.get(name, [])
        yield Wanted(place, key)
        for year, month in months(rows):
            yield Wanted(f"{place}{year}/{month:02d}/", key)
        for number in turns(rows):
            yield Wanted(f"{place}before/{number}/", key)

    def _held(self, name: str) -> int:
        return len(self.rows.lists.get(name, ()))

    def _edition(self, edition: int) -> tuple[object, ...]:
        """By what a list can be looked through: the columns and tags of what stands in it."""
        return self.rows.columns.get(edition), self.rows.tags.get(edition)

    def _is_pinned(self, row: Row) -> bool:
        return row.pinned is not None and row.pinned > self.rows.at


def months(rows: Iterable[Row]) -> list[tuple[int, int]]:
    """Those in which there is something."""
    days: set[date] = {one.published.astimezone(BEIJING).date() for one in rows}
    return sorted({(day.year, day.month) for day in days})


def turns(rows: list[Row]) -> list[int]:
    """The articles after which the second page begins, and the third."""
    return [rows[n - 1].number for n in range(LENGTH, len(rows), LENGTH)]
