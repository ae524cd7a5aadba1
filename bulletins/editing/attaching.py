"""Attachments are stored first: a browser cannot show again which file was chosen."""

from dataclasses import replace
from typing import Any

from bulletins.document.tree import DocumentAttachment
from bulletins.drafting import merge_head
from bulletins.drafting.head import head_of
from bulletins.editing.forms.attachments import read_attachments
from bulletins.editing.forms.head import HeadForm
from bulletins.editing.page import EditionPage
from bulletins.models import Edition
from bulletins.permissions import Refused


def save_attachments(
    page: EditionPage, form: HeadForm, data: Any, files: Any
) -> tuple[bool, list[str]]:
    """Whether anything changed, and a sentence for each file that was not taken.

    form goes on with the attachments as they are stored, whatever becomes of its fields.
    """
    stands = form.head.document.attachments
    wanted, problems = read_attachments(stands, data, files, by=page.by)
    if wanted == stands:
        return False, problems
    try:
        changed = _store(page, form, wanted)
    except Refused as refusal:
        lost = "、".join(f"“{file.name}”" for name in files for file in files.getlist(name))
        again = f"（{lost}没有保存，请再选一次）" if lost else ""
        return False, [*problems, f"附件：{refusal}{again}"]
    return changed, problems


def _store(page: EditionPage, form: HeadForm, wanted: tuple[DocumentAttachment, ...]) -> bool:
    seen, document = page.edition.revision, form.head.document
    head = replace(form.head, document=replace(document, attachments=wanted))
    changed = merge_head(page.edition, head, seen=seen, by=page.by, aware=page.aware)
    now = Edition.objects.get(pk=page.edition.pk)
    stored = head_of(now).document.attachments
    form.head = replace(form.head, document=replace(document, attachments=stored))
    if now.revision == seen + 1:  # else somebody saved in between, whose words she has not seen
        form.saw(seen, now.revision)
    return changed
