"""One part of a draft: saved, added, moved, removed; each without touching its neighbours."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import TypeVar

from django.db import transaction
from django.db.models import F, Max

from accounts.models import User
from bulletins.document.cleaning import cleaned_part
from bulletins.document.keys import with_keys
from bulletins.document.tree import Document, DocumentPart
from bulletins.drafting import rights, rows
from bulletins.drafting.authors import become_author
from bulletins.drafting.changes import changed
from bulletins.drafting.conflict import Conflict
from bulletins.drafting.content import part_of
from bulletins.drafting.earlier import keep_part, next_revision
from bulletins.drafting.limits import require_part_fits, require_room
from bulletins.drafting.locking import lock, require_draft
from bulletins.models import Attachment, Edition, Part, Section
from bulletins.permissions import Hidden, Scope, scope_of
from bulletins.permissions.visibility import sees_part

P = TypeVar("P", Part, DocumentPart)


@transaction.atomic
def save_part(
    part: Part, document: DocumentPart, *, seen: int, by: User, aware: bool = False
) -> bool:
    """Have the part say what document says; True if that changed anything.

    seen: the revision that by had before her when she wrote. Whether anything changed is asked of
    the documents, never of strings: an untouched editor spells HTML differently.
    Raises Conflict if somebody else saved another text since, Unaware if by is a reviewer who was
    not told (``aware``), Hidden or Refused if she may not.
    """
    edition, scope = lock(part.edition), scope_of(by)
    part = _locked(edition, part.pk, scope)
    rights.require_edit_part(scope, edition, part.region_id)
    require_draft(edition)
    stands, wanted = part_of(part), _ready(edition, part, document)
    if _said(wanted) == _said(stands):
        return False
    if (wanted.region, wanted.heading) != (stands.region, stands.heading):
        rights.require_place_part(scope, edition, part.region_id, wanted.region)
    if part.revision != seen:
        raise Conflict(stands, wanted, part.revision)
    become_author(edition, scope, by, aware=aware)
    keep_part(edition, stands, part.revision, by=by)
    _write(part, wanted, seen)
    changed(edition, "save_part", part.key, by=by)
    return True


@transaction.atomic
def add_part(edition: Edition, document: DocumentPart, *, by: User, aware: bool = False) -> Part:
    """A new part at the end of the draft; it keeps the key it brings, if that key is free."""
    edition, scope = lock(edition), scope_of(by)
    rights.require_place_part(scope, edition, document.region)
    require_draft(edition)
    require_room(edition.parts.count() + 1)
    become_author(edition, scope, by, aware=aware)
    wanted = _ready(edition, None, document)
    last = edition.parts.aggregate(last=Max("position"))["last"] or 0
    part = rows.part_row(edition, wanted, last + 1)
    part.revision = next_revision(edition, wanted.key)
    part.save()
    Section.objects.bulk_create(rows.section_rows(part, wanted))
    rows.note_pictures(edition, rows.texts_of(wanted))
    changed(edition, "add_part", part.key, by=by)
    return part


@transaction.atomic
def remove_part(part: Part, *, seen: int, by: User, aware: bool = False) -> None:
    """Take a part out; its text stays among the earlier texts. Raises as ``save_part`` does."""
    edition, scope = lock(part.edition), scope_of(by)
    part = _locked(edition, part.pk, scope)
    rights.require_place_part(scope, edition, part.region_id)
    require_draft(edition)
    stands = part_of(part)
    if part.revision != seen:
        raise Conflict(stands, replace(stands, intro="", sections=()), part.revision)
    become_author(edition, scope, by, aware=aware)
    keep_part(edition, stands, part.revision, by=by, removed=True)
    part.sections.all().delete()
    part.delete()
    changed(edition, "remove_part", stands.key, by=by)


@transaction.atomic
def arrange_parts(edition: Edition, keys: Sequence[str], *, by: User, aware: bool = False) -> bool:
    """Put the parts in the order of these keys; parts not named follow in their old order.

    True if that changed anything. Positions are nobody's text: two people arranging at once end
    up with one of the two orders.
    """
    edition, scope = lock(edition), scope_of(by)
    rights.require_edit_whole(scope, edition)
    require_draft(edition)
    parts = list(edition.parts.all())
    order = in_order(parts, keys)
    if order == parts:
        return False
    become_author(edition, scope, by, aware=aware)
    for position, part in enumerate(order, start=1):
        part.position = position
    Part.objects.bulk_update(order, ["position"])
    changed(edition, "arrange_parts", *(part.key for part in order), by=by)
    return True


def in_order(parts: Iterable[P], keys: Sequence[str]) -> list[P]:
    """In the order of these keys; those that are not named follow in their old order."""
    place = {key: index for index, key in enumerate(keys)}
    return sorted(parts, key=lambda part: place.get(part.key, len(place)))


def _said(part: DocumentPart) -> DocumentPart:
    """What it says: keys are names that nobody reads."""
    bare = tuple(replace(section, key="") for section in part.sections)
    return replace(part, key="", sections=bare)


def _locked(edition: Edition, pk: int, scope: Scope) -> Part:
    part = edition.parts.filter(pk=pk).prefetch_related("sections").first()
    if part is None or not sees_part(scope, edition, part):
        raise Hidden
    part.edition = edition
    return part


def _ready(edition: Edition, part: Part | None, document: DocumentPart) -> DocumentPart:
    """The document fit to be stored: sanitised, within limits, every key unique in the edition."""
    wanted = cleaned_part(replace(document, key=part.key) if part else document)
    require_part_fits(wanted)
    return with_keys(Document(parts=(wanted,)), _keys_elsewhere(edition, part)).parts[0]


def _keys_elsewhere(edition: Edition, part: Part | None) -> set[str]:
    own = part.pk if part else 0
    taken = set(edition.parts.exclude(pk=own).values_list("key", flat=True))
    taken |= set(edition.sections.exclude(part=own).values_list("key", flat=True))
    return taken | set(Attachment.objects.filter(edition=edition).values_list("key", flat=True))


def _write(part: Part, wanted: DocumentPart, seen: int) -> None:
    """The row and its sections, if nobody was faster."""
    row = {"region_id": wanted.region, "heading": wanted.heading, "intro": wanted.intro}
    free = Part.objects.filter(pk=part.pk, revision=seen)
    if not free.update(**row, revision=F("revision") + 1):
        raise Conflict(part_of(part), wanted, part.revision)
    part.sections.all().delete()
    Section.objects.bulk_create(rows.section_rows(part, wanted))
    rows.note_pictures(part.edition, rows.texts_of(wanted))
