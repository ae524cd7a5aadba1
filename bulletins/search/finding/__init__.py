"""Finding: what is asked of the index, how candidates are judged, grouped and shown."""

from collections.abc import Sequence
from datetime import datetime

from taggit.models import Tag

from bulletins.models import Column
from bulletins.search.finding.asking import marks
from bulletins.search.finding.facets import facets_of
from bulletins.search.finding.gathering import gather
from bulletins.search.finding.grouping import grouped
from bulletins.search.finding.showing import groups_of
from bulletins.search.finding.sought import plan
from bulletins.search.query import Narrowings, Query
from bulletins.search.results import Results

__all__ = ["find"]

LENGTH = 10  # articles on a page


def find(query: Query, *, now: datetime, page: int = 1) -> Results:
    """What is public at that moment and says it, best first. page: the last, if there are fewer."""
    if not query:
        return Results((), 0, capped=False, facets=())
    planned, places = plan(query), _places(query.narrowings)
    if places is None:
        return Results((), 0, capped=False, facets=())
    gathered = gather(planned, places, query.excluded)
    found = grouped(gathered, now)
    pages = max(-(-len(found) // LENGTH), 1)
    page = min(page, pages)
    shown = found[(page - 1) * LENGTH : page * LENGTH]
    facets = facets_of(found, query.narrowings)
    groups = groups_of(shown, planned)
    return Results(groups, len(found), not gathered.whole, facets, page, pages)


def _places(said: Narrowings) -> Sequence[str] | None:
    """The marks of what a query is narrowed to; None if one of them is nowhere."""
    column = Column.objects.filter(slug=said.column).values_list("pk", flat=True).first()
    tag = Tag.objects.filter(slug=said.tag).values_list("pk", flat=True).first()
    if (said.column and not column) or (said.tag and not tag):
        return None
    return marks(said.region, column, said.year, tag)
