"""The desk's slot: texts that readers do not see, brought up to date when somebody looks for them.

Nothing has to be written while an editor saves: an edition counts its changes, and what was indexed
before the last one is indexed anew.
"""

from collections.abc import Sequence

from django.db import transaction
from django.db.models import Exists, OuterRef, Q
from django.utils import timezone

from bulletins.indexing import lexicon
from bulletins.indexing.entering import bring, drop
from bulletins.indexing.slots import rows_of
from bulletins.indexing.writing import with_passages
from bulletins.models import Edition, IndexedEdition, Slot, State
from bulletins.models.edition_queryset import EditionQuerySet
from bulletins.models.passage import Passage

AT_ONCE = 200  # editions that one question brings up to date; the rest waits for ``run_due``


def desk_editions() -> EditionQuerySet:
    """What is in work or set aside; of what was withdrawn, the last that readers had."""
    later = Edition.objects.filter(
        article=OuterRef("article"), state=State.RELEASED, live_from__gt=OuterRef("live_from")
    )
    ended = Q(state=State.RELEASED, live_until__lte=timezone.now()) & ~Exists(later)
    in_work = Q(state__in=(State.DRAFT, State.SET_ASIDE, State.IN_REVIEW))
    return Edition.objects.filter(in_work | ended, article__erased_at=None)


def stale_editions() -> EditionQuerySet:
    """Those of them that the slot does not hold as they are, the last changed first."""
    same = IndexedEdition.objects.filter(edition=OuterRef("pk"), changes=OuterRef("changes"))
    return desk_editions().filter(~Exists(same)).order_by("-changed_at", "-pk")


@transaction.atomic
def freshen(most: int = AT_ONCE) -> int:
    """Index what has changed; how many editions that were."""
    stale = list(with_passages(stale_editions())[:most])
    _bring(stale)
    _drop_others(most)
    return len(stale)


def _bring(stale: Sequence[Edition]) -> None:
    if not stale:
        return
    pks = [edition.pk for edition in stale]
    bring(Slot.DESK, _rows(pks), stale, lexicon.words())
    IndexedEdition.objects.filter(pk__in=pks).delete()
    IndexedEdition.objects.bulk_create(
        IndexedEdition(edition=edition, changes=edition.changes) for edition in stale
    )


def _drop_others(most: int) -> None:
    """What was discarded, or is of the desk no more."""
    left = IndexedEdition.objects.exclude(pk__in=desk_editions().values("pk"))
    pks = list(left.values_list("pk", flat=True)[:most])
    if pks:
        drop(Slot.DESK, _rows(pks))
        IndexedEdition.objects.filter(pk__in=pks).delete()


def _rows(editions: Sequence[int]) -> list[Passage]:
    return list(rows_of(Slot.DESK)._default_manager.filter(edition__in=editions).order_by("pk"))
