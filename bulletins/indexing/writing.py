"""The index follows what is public, in the transaction of whatever changed it."""

from collections.abc import Iterable

from django.db import transaction
from django.utils import timezone

from bulletins.indexing.engines import engine
from bulletins.indexing.entering import bring, drop, rows_for
from bulletins.indexing.making import tokens_of
from bulletins.indexing.places import Marks
from bulletins.indexing.slots import PUBLIC, held_state, rows_of
from bulletins.models import Article, Edition, IndexedEdition, ToIndex
from bulletins.models.edition_queryset import EditionQuerySet
from bulletins.models.passage import Passage, Slot

FILES = "attachments__file__text"
AT_ONCE = 100  # articles in one transaction


def reindex(article: Article) -> None:
    """Have search find what is public of the article, or will be, and nothing else of it.

    Called wherever lists are written anew, inside the transaction. Scheduled editions stand in the
    index beside the one that is read now: search asks when each is public.
    """
    index = held_state()
    if index.building:
        ToIndex.objects.get_or_create(article=article)
    bring_public(index.slot, article, tuple(index.words))
    forget_desk(article)


def bring_public(slot: str, article: Article, words: tuple[str, ...]) -> None:
    """Of one public slot; of an erased article every slot is emptied."""
    editions = list(public_editions().filter(article=article))
    bring(slot, rows_of_article(slot, article), editions, words)
    if article.erased_at:
        for other in (*PUBLIC, Slot.DESK):
            drop(other, rows_of_article(other, article))


def public_editions() -> EditionQuerySet:
    """Those that a public slot holds: public now or later; with what their passages are made of."""
    found = Edition.objects.released().filter(
        live_until__gt=timezone.now(), article__erased_at=None
    )
    return with_passages(found).order_by("live_from")


def with_passages(editions: EditionQuerySet) -> EditionQuerySet:
    """In a fixed number of queries."""
    read = editions.with_body().prefetch_related(FILES, "article__placings")
    return read.defer("rendered", "rendered_facts")


def rows_of_article(slot: str, article: Article) -> list[Passage]:
    """Its rows in a slot, as they are."""
    rows = rows_of(slot)._default_manager.filter(edition__article=article)
    return list(rows.order_by("pk"))


def forget_desk(article: Article) -> None:
    """What became public is found there; what is of the desk is looked at again when asked for."""
    drop(Slot.DESK, rows_of_article(Slot.DESK, article))
    IndexedEdition.objects.filter(edition__article=article).delete()


def index_new(editions: Iterable[int]) -> None:
    """Editions (by primary key) of articles of which the index knows nothing yet, many at once."""
    index = held_state()
    found = list(public_editions().filter(pk__in=editions))
    if index.building:
        index_later(edition.article_id for edition in found)
    rows = rows_for(found, tuple(index.words), marks=Marks(everywhere=True))
    if rows:
        engine().store(index.slot, rows, map(tokens_of, rows))


def index_later(articles: Iterable[int]) -> None:
    """By primary key: when ``run_due`` comes next (``index_noted``)."""
    noted = [ToIndex(article_id=article) for article in articles]
    ToIndex.objects.bulk_create(noted, ignore_conflicts=True)


@transaction.atomic
def index_noted() -> int:
    """Look once more at what was noted, unless a slot is being made: that ends with it."""
    if held_state().building:
        return 0
    noted = list(ToIndex.objects.select_related("article")[:AT_ONCE])
    for one in noted:
        reindex(one.article)
    ToIndex.objects.filter(pk__in=[one.pk for one in noted]).delete()
    return len(noted)
