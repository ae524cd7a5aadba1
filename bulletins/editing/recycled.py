"""回收站: what was discarded or removed, as far as this person may bring it back."""

from collections.abc import Iterator
from dataclasses import dataclass

from accounts.models import User
from bulletins.document.html.kept import read_kept
from bulletins.drafting import rights
from bulletins.models import EarlierText, Edition, Part, RemovedAttachment, State
from bulletins.permissions import Scope, visible
from bulletins.permissions.visibility import visible_whole

MOST = 50  # of each kind, the latest


@dataclass(frozen=True)
class Bin:
    """drafts: discarded. parts: removed from drafts, with the count of changes seen."""

    drafts: list[Edition]
    parts: list[EarlierText]
    attachments: list[RemovedAttachment]

    @property
    def is_empty(self) -> bool:
        return not (self.drafts or self.parts or self.attachments)


def bin_of(by: User, scope: Scope) -> Bin:
    """The latest of each kind."""
    return Bin(
        drafts=list(_drafts(by, scope)),
        parts=list(_parts(by, scope)),
        attachments=list(_attachments(by, scope)),
    )


def _drafts(by: User, scope: Scope) -> Iterator[Edition]:
    discarded = visible_whole(by, scope).filter(state=State.DISCARDED)
    found = discarded.select_related("column").prefetch_related("parts")
    for edition in found.order_by("-changed_at")[:MOST]:
        if rights.may_edit_whole(scope, edition):
            yield edition


def _parts(by: User, scope: Scope) -> Iterator[EarlierText]:
    """The last text of each part that is gone from a draft."""
    drafts = visible(by, scope).filter(state=State.DRAFT)
    found = EarlierText.objects.filter(removed=True, edition__in=drafts)
    texts = list(found.select_related("edition__column", "replaced_by")[: 4 * MOST])
    standing = set(
        Part.objects.filter(edition__in={one.edition_id for one in texts}).values_list(
            "edition", "key"
        )
    )
    for text in texts:
        place = (text.edition_id, text.key)
        if place not in standing and _is_hers(scope, text):
            standing.add(place)
            yield text


def _is_hers(scope: Scope, text: EarlierText) -> bool:
    parts = read_kept(text.html).parts
    return all(rights.may_place_part(scope, text.edition, part.region) for part in parts)


def _attachments(by: User, scope: Scope) -> Iterator[RemovedAttachment]:
    drafts = visible_whole(by, scope).filter(state=State.DRAFT)
    found = RemovedAttachment.objects.filter(edition__in=drafts)
    found = found.select_related("edition__column", "removed_by")
    for removed in found.prefetch_related("edition__parts")[:MOST]:
        if rights.may_edit_whole(scope, removed.edition):
            yield removed
