"""From rows to a ``Document``: what digest, page, diff and file are made of."""

from django.db.models import prefetch_related_objects

from bulletins.document.tree import Document, DocumentAttachment, DocumentPart, DocumentSection
from bulletins.document.vocabulary import FILE_PREFIX
from bulletins.models import Attachment, Edition, Part, Section
from bulletins.models.edition_queryset import BODY

# Fields that are called the same in an edition and in a document
SAME = (
    *("title", "subtitle", "list_title", "lead", "closing", "source", "source_address"),
    *("link_only_to", "written_date", "document_number", "index_number", "issuing_body"),
    *("responsible_editor", "closes_at", "change_note"),
)


def document_of(edition: Edition) -> Document:
    """Everything the edition says, in six queries (none where ``with_body`` came before).

    Names of column, regions and tags are those at submission; in a draft, today's.
    """
    prefetch_related_objects([edition], *BODY)
    sealed = bool(edition.digest)
    return Document(
        **{name: getattr(edition, name) for name in SAME},
        column=edition.column_name if sealed else edition.column.name,
        parts=tuple(part_of(part) for part in edition.parts.all()),
        attachments=tuple(_attachment(one) for one in edition.attachments.all()),
        tags=tuple(one.name if sealed else one.tag.name for one in edition.edition_tags.all()),
    )


def part_of(part: Part) -> DocumentPart:
    """One part with its sections."""
    sections = tuple(_section(section) for section in part.sections.all())
    return DocumentPart(part.region_id, part.heading, part.intro, sections, part.key)


def region_names_of(edition: Edition) -> dict[str, str]:
    """Region code → name as the page prints it: at submission, or today's in a draft."""
    prefetch_related_objects([edition], *BODY)
    return {
        part.region_id: part.region_name if edition.digest else part.region.short_name
        for part in edition.parts.all()
        if part.region_id and part.region
    }


def _section(section: Section) -> DocumentSection:
    return DocumentSection(
        level=section.level,
        heading=section.heading,
        body=section.body,
        value=section.value,
        run_in=section.run_in,
        key=section.key,
    )


def _attachment(attachment: Attachment) -> DocumentAttachment:
    named = f"{FILE_PREFIX}{attachment.file_id}" if attachment.file_id else attachment.address
    return DocumentAttachment(attachment.title, named, attachment.key)
