"""Saving what somebody wrote beside what others saved meanwhile.

Only where both changed the same section (or the same field) is anybody asked.
"""

from collections.abc import Collection

from django.db import transaction

from accounts.models import User
from bulletins.document.cleaning import cleaned
from bulletins.document.tree import DocumentPart
from bulletins.drafting.conflict import Conflict
from bulletins.drafting.content import part_of
from bulletins.drafting.earlier import NEVER, head_at, keep_head, keep_part, part_at
from bulletins.drafting.head import Head, head_of, save_head
from bulletins.drafting.locking import lock
from bulletins.drafting.parts import save_part
from bulletins.drafting.together import (
    SAID,
    head_taking,
    heads_together,
    keyed,
    parts_together,
)
from bulletins.models import Edition, Part

WHOLE = "whole"  # among the names: not one section, but all that stands there


@transaction.atomic
def merge_part(
    part: Part,
    document: DocumentPart,
    *,
    seen: int,
    by: User,
    aware: bool = False,
    theirs: Collection[str] = (),
) -> bool:
    """As ``save_part``, but what others saved in other sections since ``seen`` stays beside it.

    theirs: names of clashes of which by chose what stood there at ``seen``; her own text is kept
    among the earlier ones. The Conflict that is raised names what clashes, and its ``yours`` is
    document with all the rest put together.
    """
    edition = lock(part.edition)
    if WHOLE in theirs:
        return _let_stand(edition, part, document, by=by)
    now = edition.parts.filter(pk=part.pk).prefetch_related("sections").first()
    untouched = now is None or (now.revision == seen and not theirs)
    base = _seen(edition, now, seen) if now and not untouched else None
    if now is None or base is None:
        return save_part(part, document, seen=seen, by=by, aware=aware)
    mine = keyed(document, now.key)
    merged = parts_together(base, part_of(now), mine, theirs)
    try:
        clear = now.revision if not merged.clashes else seen
        done = save_part(part, merged.part, seen=clear, by=by, aware=aware)
    except Conflict as conflict:
        raise conflict.over(merged.clashes) from None
    if theirs:
        keep_part(edition, mine, NEVER, by=by)
    return done


def _let_stand(edition: Edition, part: Part, document: DocumentPart, *, by: User) -> bool:
    """What stands there is right: her own text is only kept, if she may write here at all."""
    now = part_of(part)
    save_part(part, now, seen=part.revision, by=by)
    keep_part(edition, keyed(document, now.key), NEVER, by=by)
    return False


def _seen(edition: Edition, now: Part, seen: int) -> DocumentPart | None:
    return part_of(now) if now.revision == seen else part_at(edition, now.key, seen)


@transaction.atomic
def merge_head(
    edition: Edition,
    head: Head,
    *,
    seen: int,
    by: User,
    aware: bool = False,
    theirs: Collection[str] = (),
) -> bool:
    """As ``save_head``, but fields that only others changed since ``seen`` stay as they are.

    theirs: names of fields of which by chose what stands there; her own are kept, as in a part.
    """
    held = lock(edition)
    done = _merge_head(held, head_taking(head, head_of(held), theirs), seen, by, aware=aware)
    if any(name in SAID for name in theirs):
        keep_head(edition, cleaned(head.document), NEVER, by=by)
    return done


def _merge_head(held: Edition, head: Head, seen: int, by: User, *, aware: bool) -> bool:
    base = head_at(held, seen) if held.revision != seen else None
    if base is None:
        return save_head(held, head, seen=seen, by=by, aware=aware)
    wanted, clashes = heads_together(base, head_of(held), head)
    try:
        clear = held.revision if not clashes else seen
        return save_head(held, wanted, seen=clear, by=by, aware=aware)
    except Conflict as conflict:
        raise conflict.over(clashes) from None
