"""Writing the lists in a verb's transaction, and making them anew."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import datetime
from typing import Any

from django.utils import timezone

from bulletins.document.summary import summary
from bulletins.listing import counting
from bulletins.listing.names import Places
from bulletins.listing.windows import windows
from bulletins.models import Article, Column, Edition, Listing, Part, State
from bulletins.models.edition_queryset import EditionQuerySet

STEP = 500
LEFT_OUT = ("rendered", "rendered_facts", "closing")


def relist(article: Article) -> frozenset[str]:
    """Have the lists show the article's released editions, each in its interval, and no others.

    Called after every change of state or interval, inside its transaction. Out come the lists in
    which it stood or belongs now.
    """
    counting.hold()
    article.refresh_from_db()
    now = timezone.now()
    released = article.editions.filter(state=State.RELEASED, article__erased_at=None)
    editions, places = list(_whole(released)), Places()
    rows = list(_rows(editions, places))
    old = Listing.objects.filter(edition__article=article)
    names = {row.list for row in rows} | set(old.values_list("list", flat=True))
    kept = counting.advance(names, now)
    before = counting.live_lists(article, now)
    old.delete()
    Listing.objects.bulk_create(rows)
    after = counting.live_lists(article, now)
    counting.change(kept, {name: after[name] - before[name] for name in names})
    return frozenset(names).union(*(places.lists_of(one) for one in editions))


def rebuild() -> Iterator[int]:
    """Make every list anew, a batch at a time; yields how many editions are listed so far.

    Runs in the caller's transaction: readers see the old lists until it ends.
    """
    Listing.objects.all().delete()
    places, done = Places(), 0
    editions = Edition.objects.filter(state=State.RELEASED, article__erased_at=None).order_by("pk")
    last = 0
    while batch := list(_whole(editions.filter(pk__gt=last))[:STEP]):
        Listing.objects.bulk_create(_rows(batch, places))
        last, done = batch[-1].pk, done + len(batch)
        yield done
    counting.recount()


def made_anew(editions: EditionQuerySet, places: Places) -> Iterator[Listing]:
    """The rows that released ones should have; nothing is stored."""
    return _rows(_whole(editions), places)


def _whole(editions: EditionQuerySet) -> EditionQuerySet:
    """With what lists print of them and where they belong, and without their sections."""
    read = editions.select_related("article").defer(*LEFT_OUT).order_by("pk")
    return read.prefetch_related("parts", "edition_tags__tag", "article__placings")


def _rows(editions: Iterable[Edition], places: Places) -> Iterator[Listing]:
    for edition in editions:
        names, columns = places.lists_of(edition), places.columns_of(edition)
        yield from listings(edition, edition.parts.all(), names, columns, places.pins_of(edition))


def listings(
    edition: Edition,
    parts: Iterable[Part],
    names: Iterable[str],
    columns: Sequence[Column],
    pins: Mapping[str, datetime],
) -> Iterator[Listing]:
    """Its rows, to be stored. names: of its lists; columns: as ``windows`` takes them.

    pins: the lists on top of which it stands, and until when.
    """
    return in_lists(edition, names, columns, pins, printed(edition, parts))


def in_lists(
    edition: Edition,
    names: Iterable[str],
    columns: Sequence[Column],
    pins: Mapping[str, datetime],
    said: Mapping[str, Any],
) -> Iterator[Listing]:
    """The same of what is known already to be printed of it."""
    for name, begins, ends in windows(edition, names, columns):
        yield Listing(
            edition=edition,
            list=name,
            live_from=begins,
            live_until=ends,
            pinned_until=pins.get(name),
            **said,
        )


def printed(edition: Edition, parts: Iterable[Part]) -> dict[str, Any]:
    """What a list prints of an edition: its regions by their names as at submission, each once."""
    parts = list(parts)
    names = dict.fromkeys(part.region_name for part in parts if part.region_id)
    article = edition.article
    return {
        "first_published_at": article.first_published_at or edition.live_from,
        "archived_at": article.archived_at,
        "deadline": article.deadline(edition.closes_at),
        "number": article.number,
        "title": edition.list_title or edition.title,
        "regions": " · ".join(names),
        "summary": summary(edition.lead, *(part.intro for part in parts)),
        "link": edition.link_only_to,
    }
