"""Marks of where a passage stands: by them a search is narrowed, and facets are counted.

y2021 the year (of Beijing) of first publication; k12 the column in which the article is filed, or
one in which it was placed (what these lie in, or were merged into, is asked when one searches); t57
a tag; r520000 a region, and each in which that lies.
"""

from collections.abc import Iterable, Sequence

from bulletins.document.wording import BEIJING
from bulletins.models import Edition
from regions.ancestry import Ancestry

YEAR, COLUMN, TAG, REGION = "y", "k", "t", "r"


class Marks:
    """Read once for as many editions as one wants to index."""

    def __init__(self, *, everywhere: bool = False) -> None:
        """everywhere: regions are read all at once, not as they are met."""
        self.ancestry = Ancestry(everywhere=everywhere)
        self.regions: dict[str, list[str]] = {}

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
        """Read these all at once."""
        self.ancestry.meet(codes)

    def of_regions(self, codes: Sequence[str]) -> str:
        """Those of one passage; the code that is nearest comes first."""
        return " ".join(dict.fromkeys(mark for code in codes for mark in self._of_region(code)))

    def _of_region(self, code: str) -> list[str]:
        """Its mark, and those of everything it lies in."""
        if code not in self.regions:
            lies = (code, *self.ancestry.above(code))
            self.regions[code] = [f"{REGION}{one}" for one in lies]
        return self.regions[code]
