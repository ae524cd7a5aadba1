"""The desk's slot: texts that readers do not see, brought up to date when somebody looks for them.

Nothing has to be written while an editor saves: an edition counts its changes, and what was indexed
before the last one is indexed anew. What becomes public leaves it (``writing.forget_desk``).
"""

from collections.abc import Iterator, Sequence
from datetime import datetime

from django.db import transaction
from django.db.models import Exists, OuterRef
from django.utils import timezone

from bulletins.indexing.entering import bring, drop
from bulletins.indexing.slots import held_state, rows_of
from bulletins.indexing.writing import with_passages
from bulletins.models import Edition, IndexedEdition, Slot, State, Withdrawal
from bulletins.models.edition_queryset import EditionQuerySet
from bulletins.models.passage import Passage

AT_ONCE = 20  # drafts: nobody waits for more while she searches
STEP = 50
IN_WORK = (State.DRAFT, State.SET_ASIDE, State.IN_REVIEW)


def freshen(most: int = AT_ONCE) -> int:
    """Index what was just withdrawn, and drafts as they are, the last changed first; how many."""
    waiting = [one for state in IN_WORK for one in _waiting(_in_state(state), most)]
    waiting.sort(key=lambda one: one.changed_at, reverse=True)
    away = _waiting(_withdrawn(), most)
    return _bring([one.pk for one in (*away, *waiting)[:most]])


def index_waiting() -> Iterator[datetime]:
    """All that ``freshen`` left, and what readers see no more; yields since when each waited."""
    for editions in (*map(_in_state, IN_WORK), _ended()):
        while rows := _waiting(editions, STEP):
            if not _bring([one.pk for one in rows]):
                break  # somebody has them in hand
            yield from (one.changed_at for one in rows)
    _drop_discarded()


def _waiting(editions: EditionQuerySet, most: int) -> list[Edition]:
    return list(_stale(editions).only("changed_at")[:most])


def _in_state(state: str) -> EditionQuerySet:
    """One by one: asked for several states, SQLite reads all that was ever written."""
    return Edition.objects.filter(state=state).order_by("-changed_at", "-pk")


def _ended() -> EditionQuerySet:
    """Of what was withdrawn or is over, the last that readers had. Found by what an index keeps."""
    later = Edition.objects.filter(
        article=OuterRef("article"), state=State.RELEASED, live_from__gt=OuterRef("live_from")
    )
    ended = Edition.objects.filter(live_until__lte=timezone.now()).order_by("live_from")
    return ended.filter(~Exists(later))


def _withdrawn() -> EditionQuerySet:
    """The same, of the few articles that are away: whoever took one away looks for it next."""
    away = Withdrawal.objects.standing().values("article")
    return _ended().filter(article__in=away).order_by("-pk")


def _stale(editions: EditionQuerySet) -> EditionQuerySet:
    """Those of them that the slot does not hold as they are."""
    same = IndexedEdition.objects.filter(edition=OuterRef("pk"), changes=OuterRef("changes"))
    return editions.filter(~Exists(same), article__erased_at=None)


@transaction.atomic
def _bring(wanted: Sequence[int]) -> int:
    """What somebody writes at this moment waits for the next time.

    Rows of editions are locked before the index is, in the order in which verbs do it.
    """
    if not wanted:
        return 0
    held = Edition.objects.select_for_update(no_key=True, skip_locked=True, of=("self",))
    mine = list(held.filter(pk__in=wanted).order_by("pk").values_list("pk", flat=True))
    words = tuple(held_state().words)
    stale = with_passages(_stale(Edition.objects.filter(pk__in=mine)))
    found = [one for one in stale if one.state in IN_WORK or _is_over(one)]
    pks = [one.pk for one in found]
    bring(Slot.DESK, _rows(pks), found, words)
    IndexedEdition.objects.filter(pk__in=pks).delete()
    IndexedEdition.objects.bulk_create(
        IndexedEdition(edition=one, changes=one.changes) for one in found
    )
    return len(found)


def _is_over(edition: Edition) -> bool:
    return edition.live_until is not None and edition.live_until <= timezone.now()


@transaction.atomic
def _drop_discarded() -> None:
    held_state()
    gone = IndexedEdition.objects.filter(edition__state=State.DISCARDED)
    drop(Slot.DESK, _rows(list(gone.values_list("pk", flat=True))))
    gone.delete()


def _rows(editions: Sequence[int]) -> list[Passage]:
    return list(rows_of(Slot.DESK)._default_manager.filter(edition__in=editions).order_by("pk"))
