"""Attachments that are taken out are kept, and come back with their key, if it is free."""

from dataclasses import replace

from django.db import transaction

from accounts.models import User
from bulletins.document.tree import DocumentAttachment
from bulletins.document.vocabulary import FILE_PREFIX
from bulletins.drafting.head import head_of, save_head
from bulletins.drafting.locking import lock
from bulletins.models import RemovedAttachment


@transaction.atomic
def bring_back(removed: RemovedAttachment, *, by: User, aware: bool = False) -> bool:
    """Put it behind the draft's other attachments; False if somebody else just did.

    Raises as ``save_head`` does.
    """
    edition = lock(removed.edition)
    head = head_of(edition)
    if not edition.removed_attachments.filter(pk=removed.pk).exists():
        return False
    attachments = (*head.document.attachments, _said(removed))
    wanted = replace(head, document=replace(head.document, attachments=attachments))
    save_head(edition, wanted, seen=edition.revision, by=by, aware=aware)
    edition.removed_attachments.filter(pk=removed.pk).delete()
    return True


def _said(removed: RemovedAttachment) -> DocumentAttachment:
    named = f"{FILE_PREFIX}{removed.file_id}" if removed.file_id else removed.address
    return DocumentAttachment(removed.title, named, removed.key)
