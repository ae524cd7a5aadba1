"""What came in becomes a draft, or one region's part of a draft."""

from dataclasses import replace

from django.db import transaction

from accounts.audit import record
from accounts.models import User
from bulletins.document.tree import Document, DocumentPart
from bulletins.drafting import add_part, save_part, start_article
from bulletins.drafting.locking import lock
from bulletins.importing.receiving import document_in, lock_import
from bulletins.models import Column, Edition, Import, Part


@transaction.atomic
def become_draft(row: Import, *, column: Column, by: User) -> Edition:
    """A new article in the column. Raises Refused if it has become one already."""
    held = lock_import(row, by=by)
    edition = start_article(fresh(document_in(held)), column=column, by=by, way="import")
    _finish(held, edition, "", column)
    return edition


@transaction.atomic
def become_part(
    row: Import,
    wanted: DocumentPart,
    *,
    edition: Edition,
    instead_of: Part | None,
    seen: int = 0,
    by: User,
    aware: bool = False,
) -> str:
    """A new part of an open draft, or in the place of one whose revision by has seen.

    Out comes the part's key. Raises as ``drafting.save_part`` does.
    """
    lock(edition)  # first, as whoever erases it does: two who wait for each other get nowhere
    held = lock_import(row, by=by)
    if instead_of is None:
        key = add_part(edition, wanted, by=by, aware=aware).key
    else:
        key = instead_of.key
        save_part(instead_of, wanted, seen=seen, by=by, aware=aware)
    _finish(held, edition, key, edition.column)
    record("import_part", edition, by=by, detail={"part": key, "import": held.pk})
    return key


def part_from(document: Document, region: str | None, heading: str) -> DocumentPart:
    """All a document says, as one region's part: its only part, or the one of that region.

    What stands before and behind the parts goes with it; of several parts without a match all
    sections do.
    """
    matching = [part for part in document.parts if part.region == region] or list(document.parts)
    first = matching[0] if matching else DocumentPart()
    rest = matching[1:]
    intro = document.lead + first.intro + "".join(part.intro for part in rest)
    sections = first.sections + tuple(section for part in rest for section in part.sections)
    named = heading or first.heading
    if not sections:
        return DocumentPart(region, named, intro + document.closing)
    last = replace(sections[-1], body=sections[-1].body + document.closing)
    return DocumentPart(region, named, intro, (*sections[:-1], last))


def fresh(document: Document) -> Document:
    """Without what belongs to where it came from: when it was published there, and its column."""
    return replace(document, published_date=None, published_time=None, column="", change_note="")


def _finish(row: Import, edition: Edition, key: str, column: Column) -> None:
    Import.objects.filter(pk=row.pk).update(edition=edition, part_key=key, column=column)
