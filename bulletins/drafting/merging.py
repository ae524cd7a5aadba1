"""Saving what somebody wrote beside what others saved meanwhile.

Only where both changed the same section (or the same field) is anybody asked.
"""

from collections.abc import Collection
from dataclasses import replace

from django.db import transaction

from accounts.models import User
from bulletins.document.cleaning import cleaned, cleaned_part
from bulletins.document.keys import with_keys
from bulletins.document.merging import Clash, merge, settle, take
from bulletins.document.tree import Document, DocumentPart
from bulletins.drafting.conflict import Conflict
from bulletins.drafting.content import SAME, part_of
from bulletins.drafting.earlier import NEVER, head_at, keep_part, part_at
from bulletins.drafting.head import Head, head_of, save_head
from bulletins.drafting.locking import lock
from bulletins.drafting.parts import save_part
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
    (mine,) = with_keys(Document(parts=(cleaned_part(replace(document, key=now.key)),))).parts
    merged = merge(base, part_of(now), take(mine, base, theirs))
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
    (mine,) = with_keys(Document(parts=(cleaned_part(replace(document, key=now.key)),))).parts
    keep_part(edition, mine, NEVER, by=by)
    return False


def _seen(edition: Edition, now: Part, seen: int) -> DocumentPart | None:
    return part_of(now) if now.revision == seen else part_at(edition, now.key, seen)


@transaction.atomic
def merge_head(edition: Edition, head: Head, *, seen: int, by: User, aware: bool = False) -> bool:
    """As ``save_head``, but fields that only others changed since ``seen`` stay as they are."""
    held = lock(edition)
    base = head_at(held, seen) if held.revision != seen else None
    if base is None:
        return save_head(held, head, seen=seen, by=by, aware=aware)
    wanted, clashes = _heads_together(base, head_of(held), head)
    try:
        clear = held.revision if not clashes else seen
        return save_head(held, wanted, seen=clear, by=by, aware=aware)
    except Conflict as conflict:
        raise conflict.over(clashes) from None


def _heads_together(base: Document, theirs: Head, mine: Head) -> tuple[Head, tuple[Clash, ...]]:
    """Column and kind of change are not kept with a base: two that differ are asked about."""
    clashes: list[Clash] = []
    said = cleaned(mine.document)
    fields = {
        name: settle(
            name,
            *(getattr(document, name) for document in (base, theirs.document, said)),
            clashes=clashes,
        )
        for name in SAME
    }
    tags = _tags(base.tags, theirs.document.tags, said.tags)
    for name in ("column", "change_kind"):
        settle(name, None, getattr(theirs, name), getattr(mine, name), clashes=clashes)
    document = replace(said, **fields, tags=tags)
    return replace(mine, document=document), tuple(clashes)


def _tags(base: tuple[str, ...], theirs: tuple[str, ...], mine: tuple[str, ...]) -> tuple[str, ...]:
    """Theirs, without those that mine took off, then those that mine added."""
    kept = [tag for tag in theirs if tag in mine or tag not in base]
    return (*kept, *(tag for tag in mine if tag not in base and tag not in kept))
