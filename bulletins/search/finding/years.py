"""Where in an index a year's passages end: ids follow first publication, mostly."""

from datetime import datetime

from bulletins.document.wording import BEIJING
from bulletins.indexing.places import YEAR
from bulletins.indexing.slots import rows_of
from bulletins.listing import ALL
from bulletins.models import Listing
from bulletins.search.finding.asking import Places


def last_of_year(slot: str, places: Places) -> int | None:
    """The id of a passage near the end of the year that is asked for; two queries.

    None where no year is asked for, or nothing came in it or before it.
    """
    year = next((row[0][1:] for row in places if row[0][0] == YEAR), None)
    if year is None:
        return None
    end = datetime(int(year) + 1, 1, 1, tzinfo=BEIJING)
    listed = Listing.objects.filter(list=ALL, first_published_at__lt=end)
    edition = listed.order_by("-first_published_at").values_list("edition", flat=True).first()
    # Not max() of them: PostgreSQL would go through all passages from the newest on
    return max(_passages(slot, edition), default=None) if edition else None


def _passages(slot: str, edition: int) -> list[int]:
    rows = rows_of(slot)._default_manager.filter(edition=edition)
    return list(rows.values_list("pk", flat=True))
