"""What readers see of an article now: one row, read for every page of it."""

from datetime import datetime
from typing import Any

from django.db.models import QuerySet

from bulletins.models import Article, Edition
from bulletins.models.prepared import one_row
from bulletins.public.furniture import Furniture, around, furniture, furniture_of
from bulletins.public.gone import NotPublic

# Its long texts stand in the printed form already.
EDITION = [
    field.attname
    for field in Edition._meta.concrete_fields
    if field.name not in ("lead", "closing")
]
ARTICLE = [field.attname for field in Article._meta.concrete_fields]


def live_edition(number: int, now: datetime) -> tuple[Edition, Furniture]:
    """With its article and its column, and what stands around it. Raises NotPublic."""
    for *row, site, columns in _live(number, now):
        edition = Edition.from_db(None, EDITION, row[: len(EDITION)])
        edition.article = Article.from_db(None, ARTICLE, row[len(EDITION) :])
        return _in_column(edition, furniture_of(site, columns))
    raise NotPublic(number)


def live_row(number: int) -> Edition:
    """The same without its texts, for what is not a page of it. Raises NotPublic."""
    found = Edition.objects.live().filter(article__number=number).select_related("article")
    live = found.defer("lead", "closing", "rendered").first()
    if live is None:
        raise NotPublic(number)
    return live


def with_furniture(edition: Edition) -> tuple[Edition, Furniture]:
    """And what stands around it; read after the edition, so that its column is among them."""
    return _in_column(edition, furniture())


def _in_column(edition: Edition, found: Furniture) -> tuple[Edition, Furniture]:
    """Its column is for readers the one into which that was merged."""
    edition.column = found.columns[edition.column_id].target
    return edition, found


@one_row
def _live(number: int, at: datetime) -> QuerySet[Edition, tuple[Any, ...]]:
    found = Edition.objects.live(at).filter(article__number=number)
    return found.values_list(*EDITION, *(f"article__{name}" for name in ARTICLE), *around())
