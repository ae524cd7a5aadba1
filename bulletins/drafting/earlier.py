"""Keeping what stood there before, and finding it again."""

from collections.abc import Iterable

from django.db.models import Max

from accounts.models import User
from bulletins.document.html.kept import read_kept
from bulletins.document.html.writing import write_html
from bulletins.document.tree import Document, DocumentAttachment, DocumentPart
from bulletins.document.vocabulary import FILE_PREFIX
from bulletins.models import EarlierText, Edition, RemovedAttachment

NEVER = 0  # the revision of a text that was written and did not come to stand there


def keep_part(
    edition: Edition, part: DocumentPart, revision: int, *, by: User, removed: bool = False
) -> None:
    """What a part said at that revision, before by changed or removed it.

    An empty part needs no keeping.
    """
    if part.heading or part.intro or part.sections or removed:
        kept = _kept(edition, Document(parts=(part,)), part.heading, revision, by)
        kept.key, kept.removed = part.key, removed
        kept.save()


def keep_head(edition: Edition, head: Document, revision: int, *, by: User) -> None:
    """The fields and texts around the parts at that revision, before by changed them."""
    _kept(edition, head, head.title, revision, by).save()


def keep_attachments(edition: Edition, before: Document, after: Document, *, by: User) -> None:
    """Those that by takes out, each by itself; what comes back needs no keeping any more."""
    keys = {one.key for one in after.attachments}
    edition.removed_attachments.filter(key__in=keys).delete()
    RemovedAttachment.objects.bulk_create(
        _removed(edition, one, by) for one in before.attachments if one.key not in keys
    )


def part_at(edition: Edition, key: str, revision: int) -> DocumentPart | None:
    """What the part said at that earlier revision; None where it was empty or never was."""
    document = _at(edition, key, revision)
    return document.parts[0] if document else None


def head_at(edition: Edition, revision: int) -> Document | None:
    """The fields and texts around the parts at that earlier revision."""
    return _at(edition, "", revision)


def texts_at(edition: Edition, wanted: Iterable[tuple[str, int]]) -> dict[str, Document]:
    """Key → what stood there at that earlier revision, as far as it was kept; one query.

    wanted: keys of parts, "" for the head, each with its revision.
    """
    revisions = {key: revision for key, revision in wanted if revision != NEVER}
    kept = edition.earlier_texts.filter(key__in=revisions, revision__in=revisions.values())
    found = [one for one in kept.reverse() if revisions[one.key] == one.revision]
    return {one.key: read_kept(one.html) for one in found}


def next_revision(edition: Edition, key: str) -> int:
    """A part that comes back counts on: no page from before takes it for what it knew."""
    last = edition.earlier_texts.filter(key=key).aggregate(last=Max("revision"))["last"]
    return int(last or 0) + 1


def _kept(
    edition: Edition, document: Document, heading: str, revision: int, by: User
) -> EarlierText:
    html = write_html(document)
    return EarlierText(
        edition=edition, heading=heading[:200], html=html, revision=revision, replaced_by=by
    )


def _removed(edition: Edition, one: DocumentAttachment, by: User) -> RemovedAttachment:
    sha256 = one.address.removeprefix(FILE_PREFIX) if one.address.startswith(FILE_PREFIX) else None
    return RemovedAttachment(
        edition=edition,
        key=one.key,
        title=one.title,
        file_id=sha256,
        address="" if sha256 else one.address,
        removed_by=by,
    )


def _at(edition: Edition, key: str, revision: int) -> Document | None:
    if revision == NEVER:
        return None  # a form that does not say what it saw has seen nothing
    found = edition.earlier_texts.filter(key=key, revision=revision).first()
    return read_kept(found.html) if found else None
