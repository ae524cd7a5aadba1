"""Marks of where a passage stands: by them a search is narrowed, and facets are counted.

y2021 the year (of Beijing) of first publication; k12 the column in which the article is filed, or
one in which it was placed (what these lie in, or were merged into, is asked when one searches); t57
a tag; r520000 a region, and each in which that lies.
"""

from collections.abc import Iterable, Sequence

from bulletins.document.wording import BEIJING
from bulletins.models import Edition
from regions.models import Region
from regions.querysets import RegionQuerySet

YEAR, COLUMN, TAG, REGION = "y", "k", "t", "r"


class Marks:
    """Read once for as many editions as one wants to index."""

    def __init__(self, *, everywhere: bool = False) -> None:
        """everywhere: regions are read all at once, not as they are met."""
        self.above: dict[str, list[str]] = {}
        self.parents = self._read(Region.objects.all()) if everywhere else {}

    def of(self, edition: Edition) -> str:
        """Those that all passages of an edition bear."""
        moment = edition.article.first_published_at or edition.live_from
        years = [f"{YEAR}{moment.astimezone(BEIJING).year}"] if moment else []
        placed = (one.column_id for one in edition.article.placings.all())
        columns = dict.fromkeys((edition.column_id, *placed))
        tags = sorted(one.tag_id for one in edition.edition_tags.all())
        marks = (*years, *(f"{COLUMN}{pk}" for pk in columns), *(f"{TAG}{pk}" for pk in tags))
        return " ".join(marks)

    def meet(self, codes: Iterable[str]) -> None:
        """Read these and what they most likely lie in, all at once: a code begins as theirs do."""
        near = {one for code in codes for one in (code, f"{code[:4]}00", f"{code[:2]}0000")}
        if unknown := near.difference(self.parents):
            self.parents |= self._read(Region.objects.filter(pk__in=unknown))

    def of_regions(self, codes: Sequence[str]) -> str:
        """Those of one passage; the code that is nearest comes first."""
        return " ".join(dict.fromkeys(mark for code in codes for mark in self._of_region(code)))

    def _of_region(self, code: str) -> list[str]:
        """Its mark, and those of everything it lies in."""
        if code not in self.above:
            self.above[code] = [f"{REGION}{one}" for one in self._way_up(code)]
        return self.above[code]

    def _way_up(self, code: str) -> list[str]:
        found, step = [code], [code]
        while step:
            if unknown := [one for one in step if one not in self.parents]:
                self.parents |= self._read(Region.objects.filter(pk__in=unknown))
            above = [one for known in step for one in self.parents.get(known, ()) if one]
            step = [one for one in dict.fromkeys(above) if one not in found]
            found += step
        return found

    @staticmethod
    def _read(regions: RegionQuerySet) -> dict[str, tuple[str | None, ...]]:
        rows = regions.order_by().values_list("pk", "parent", "also_under")
        return {pk: (parent, also) for pk, parent, also in rows}
