"""From a ``Document`` to rows of a draft, for its neighbours: nothing is asked or kept here."""

from collections.abc import Iterable, Sequence

from taggit.models import Tag

from bulletins.document.tree import Document, DocumentAttachment, DocumentPart, DocumentSection
from bulletins.document.vocabulary import FILE_PREFIX
from bulletins.drafting.pictures import pictures_in
from bulletins.models import Attachment, Edition, EditionTag, FileUse, Part, Section, StoredFile


def write_content(edition: Edition, document: Document) -> None:
    """Parts, sections, attachments, tags and picture uses of an edition that has none yet."""
    parts = [part_row(edition, part, at) for at, part in enumerate(document.parts, start=1)]
    Part.objects.bulk_create(parts)
    pairs = zip(parts, document.parts, strict=True)
    Section.objects.bulk_create(row for part, said in pairs for row in section_rows(part, said))
    write_attachments(edition, document.attachments)
    write_tags(edition, document.tags)
    note_pictures(edition, _texts(document))


def part_row(edition: Edition, part: DocumentPart, position: int) -> Part:
    return Part(
        edition=edition,
        key=part.key,
        position=position,
        region_id=part.region,
        heading=part.heading,
        intro=part.intro,
    )


def section_rows(part: Part, said: DocumentPart) -> list[Section]:
    return [_section_row(part, one, at) for at, one in enumerate(said.sections, start=1)]


def _section_row(part: Part, section: DocumentSection, position: int) -> Section:
    return Section(
        edition_id=part.edition_id,
        part=part,
        key=section.key,
        position=position,
        level=section.level,
        value=section.value,
        heading=section.heading,
        run_in=section.run_in,
        body=section.body,
    )


def write_attachments(edition: Edition, attachments: Sequence[DocumentAttachment]) -> None:
    """These attachments and no others; one whose file we do not have keeps its address."""
    edition.attachments.all().delete()
    ours = set(
        StoredFile.objects.filter(pk__in=map(_sha256, attachments)).values_list("pk", flat=True)
    )
    Attachment.objects.bulk_create(
        Attachment(
            edition=edition,
            key=one.key,
            position=position,
            title=one.title,
            file_id=_sha256(one) if _sha256(one) in ours else None,
            address="" if one.address.startswith(FILE_PREFIX) else one.address,
        )
        for position, one in enumerate(attachments, start=1)
    )


def write_tags(edition: Edition, names: Iterable[str]) -> None:
    """These tags and no others, in this order; a known tag keeps its own spelling."""
    edition.edition_tags.all().delete()
    tags = dict.fromkeys(_tag(name) for name in names)
    EditionTag.objects.bulk_create(EditionTag(content_object=edition, tag=tag) for tag in tags)


def note_pictures(edition: Edition, texts: Iterable[str]) -> None:
    """Remember which stored pictures these texts of the edition show."""
    named = {sha256 for text in texts for sha256 in pictures_in(text)}
    known = StoredFile.objects.filter(pk__in=named).exclude(uses__edition=edition)
    FileUse.objects.bulk_create(FileUse(edition=edition, file=one) for one in known)


def pictures_of(document: Document) -> set[str]:
    """The SHA-256 of every picture a document shows."""
    return {sha256 for text in _texts(document) for sha256 in pictures_in(text)}


def texts_of(part: DocumentPart) -> list[str]:
    """Every HTML text of a part."""
    return [part.intro, *(section.body for section in part.sections)]


def _texts(document: Document) -> list[str]:
    texts = [text for part in document.parts for text in texts_of(part)]
    return [document.lead, document.closing, *texts]


def _sha256(attachment: DocumentAttachment) -> str:
    return attachment.address.removeprefix(FILE_PREFIX)


def _tag(name: str) -> Tag:
    known = Tag.objects.filter(name__iexact=name).first()
    return known or Tag.objects.get_or_create(name=name)[0]
