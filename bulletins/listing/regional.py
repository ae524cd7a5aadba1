"""Writing lists anew when a region comes to lie elsewhere: of all that is filed in or below it."""

from bulletins.listing.writing import relist
from bulletins.models import Article, State
from regions.models import Region

LIES_IN = ("parent_id", "also_under_id")


def relist_region(code: str) -> list[int]:
    """Have its articles stand in the lists of what it lies in now; out come their primary keys.

    Called after it was stored, inside the transaction.
    """
    inside = Region.objects.within(code).values("pk")
    editions = {"editions__state": State.RELEASED, "editions__parts__region__in": inside}
    articles = Article.objects.filter(erased_at=None, **editions).distinct().order_by("pk")
    for article in articles:
        relist(article)
    return [article.pk for article in articles]
