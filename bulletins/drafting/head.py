"""What stands around the parts of a draft: its fields, lead and closing, tags and attachments."""

from dataclasses import dataclass, replace

from django.db import transaction
from django.db.models import F

from accounts.models import User
from bulletins.document.cleaning import cleaned
from bulletins.document.keys import with_keys
from bulletins.document.tree import Document
from bulletins.drafting import rights, rows
from bulletins.drafting.authors import become_author
from bulletins.drafting.changes import changed
from bulletins.drafting.conflict import Conflict
from bulletins.drafting.content import SAME, document_of
from bulletins.drafting.earlier import keep_attachments, keep_head
from bulletins.drafting.limits import require_fits
from bulletins.drafting.locking import lock, require_draft
from bulletins.drafting.titles import note_titles
from bulletins.models import ChangeKind, Column, Edition
from bulletins.permissions import Refused, Scope, scope_of


@dataclass(frozen=True, slots=True)
class Head:
    """The fields of an edition: those a document has too (its parts do not count), and two more."""

    document: Document
    column: Column
    change_kind: str = ""


def head_of(edition: Edition) -> Head:
    """What stands there now."""
    document = replace(document_of(edition), parts=(), column="")
    return Head(document, edition.column, edition.change_kind)


@transaction.atomic
def save_head(edition: Edition, head: Head, *, seen: int, by: User, aware: bool = False) -> bool:
    """Have the edition's fields say what head says; True if that changed anything.

    seen: the revision that by had before her. Raises as ``parts.save_part`` does.
    """
    edition, scope = lock(edition), scope_of(by)
    rights.require_edit_whole(scope, edition)
    require_draft(edition)
    stands, wanted = head_of(edition), _ready(edition, head)
    names = _differing(stands, wanted)
    if not names:
        return False
    if edition.revision != seen:
        raise Conflict(stands, wanted, edition.revision)
    _require_column(scope, edition, wanted.column)
    become_author(edition, scope, by, aware=aware)
    keep_head(edition, stands.document, edition.revision, by=by)
    keep_attachments(edition, stands.document, wanted.document, by=by)
    _write(edition, wanted)
    changed(edition, "save_head", *names, by=by)
    return True


def _ready(edition: Edition, head: Head) -> Head:
    """Sanitised, within limits, attachments with keys of their own."""
    document = cleaned(replace(head.document, parts=(), column=""))
    require_fits(document)
    if head.change_kind not in ("", *ChangeKind.values):
        raise Refused("没有这种修改类别：请重新选择")
    elsewhere = {*edition.parts.values_list("key", flat=True)}
    elsewhere |= {*edition.sections.values_list("key", flat=True)}
    return replace(head, document=with_keys(document, elsewhere))


def _differing(stands: Head, wanted: Head) -> list[str]:
    names = [
        name
        for name in (*SAME, "tags", "attachments")
        if getattr(stands.document, name) != getattr(wanted.document, name)
    ]
    if stands.column != wanted.column:
        names.append("column")
    return names + (["change_kind"] if stands.change_kind != wanted.change_kind else [])


def _require_column(scope: Scope, edition: Edition, column: Column) -> None:
    """Moving a draft to another column needs the right to write there, too."""
    if column.pk == edition.column_id:
        return
    moved = Edition(pk=edition.pk, article_id=edition.article_id, column=column)
    if not rights.may_edit_whole(scope, moved):
        raise Refused(f"您没有栏目“{column}”的编辑授权，不能把稿件移到那里")
    if not column.takes_articles:
        raise Refused(f"栏目“{column}”已停用或冻结：请选择其他栏目")


def _write(edition: Edition, wanted: Head) -> None:
    row = {name: getattr(wanted.document, name) for name in SAME}
    Edition.objects.filter(pk=edition.pk).update(
        **row, column=wanted.column, change_kind=wanted.change_kind, revision=F("revision") + 1
    )
    edition.title = wanted.document.title
    note_titles([edition])
    rows.write_tags(edition, wanted.document.tags)
    rows.write_attachments(edition, wanted.document.attachments)
    rows.note_pictures(edition, [wanted.document.lead, wanted.document.closing])
