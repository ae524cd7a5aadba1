"""Finding: what is asked of the index, how candidates are judged, grouped and shown."""

from datetime import datetime

from taggit.models import Tag

from bulletins.listing.names import Places
from bulletins.search.finding.asking import Places as Marks
from bulletins.search.finding.asking import marks
from bulletins.search.finding.completing import completed
from bulletins.search.finding.facets import columns_of, facets_of
from bulletins.search.finding.gathering import gather
from bulletins.search.finding.grouping import grouped
from bulletins.search.finding.showing import groups_of
from bulletins.search.finding.sought import plan
from bulletins.search.finding.upcoming import upcoming
from bulletins.search.query import Narrowings, Query
from bulletins.search.results import Results

__all__ = ["find", "places_of"]

LENGTH = 10  # articles on a page


def find(query: Query, *, now: datetime, page: int = 1, loose: bool = False) -> Results:
    """What is public at that moment and says it, best first. page: the last, if there are fewer.

    loose: where nothing says all of it, what says most of it.
    """
    if not query:
        return Results((), 0, capped=False, facets=())
    everywhere = Places()
    planned, places = plan(query), places_of(query.narrowings, everywhere)
    if places is None:
        return Results((), 0, capped=False, facets=())
    gathered = gather(planned, places, query.excluded, upcoming(now), loose=loose)
    found = grouped(gathered, now)
    pages = max(-(-len(found) // LENGTH), 1)
    page = min(page, pages)
    shown = found[(page - 1) * LENGTH : page * LENGTH]
    shown = completed(shown, planned, places, [word.text for word in query.excluded])
    facets = facets_of(found, query.narrowings, everywhere)
    groups = groups_of(shown, planned)
    return Results(groups, len(found), not gathered.whole, facets, page, pages, loosened=loose)


def places_of(said: Narrowings, everywhere: Places) -> Marks | None:
    """Marks of what a query is narrowed to, one of each row; None if one of them is nowhere."""
    tag = _tag(said.tag) if said.tag else None
    columns = columns_of(said.column, everywhere)
    if (said.column and not columns) or (said.tag and not tag):
        return None
    return marks(said.region, columns, said.year, tag)


def _tag(slug: str) -> int | None:
    found: int | None = Tag.objects.filter(slug=slug).values_list("pk", flat=True).first()
    return found
