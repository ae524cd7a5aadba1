"""What readers see of an article now: one row, read for every page of it."""

from datetime import datetime
from typing import Any

from django.db.models import QuerySet

from bulletins.models import Article, Edition, standstill
from bulletins.models.prepared import one_row
from bulletins.public.furniture import Furniture, around, furniture, furniture_of
from bulletins.public.gone import NotPublic

# Its long texts stand in the printed form already.
EDITION = [
    field.attname
    for field in Edition._meta.concrete_fields
    if field.name not in ("lead", "closing")
]
SHORT = [name for name in EDITION if name != "rendered"]
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
    for row in _row(number, standstill.now()):
        edition = Edition.from_db(None, SHORT, row[: len(SHORT)])
        edition.article = Article.from_db(None, ARTICLE, row[len(SHORT) :])
        return edition
    raise NotPublic(number)


def is_live(edition: Edition) -> bool:
    """Whether it still is, after something was made of it."""
    return bool(_still(edition.pk, standstill.now()))


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


@one_row
def _row(number: int, at: datetime) -> QuerySet[Edition, tuple[Any, ...]]:
    found = Edition.objects.live(at).filter(article__number=number)
    return found.values_list(*SHORT, *(f"article__{name}" for name in ARTICLE))


@one_row
def _still(edition: int, at: datetime) -> QuerySet[Edition, tuple[Any, ...]]:
    return Edition.objects.live(at).filter(pk=edition).values_list("pk")
