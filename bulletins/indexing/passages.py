"""The passages of an edition: what is found, with what stands around it."""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from bulletins.document.body import text_of
from bulletins.document.filetext.leaves import Leaf
from bulletins.document.folding import fold
from bulletins.models import Attachment, Edition, FileText, FileTextState, Part, Section
from bulletins.models.passage import PassageKind as Kind

LONGEST = 4_000  # folded characters of one passage; PostgreSQL takes no more tokens than 1 MB
SHARED = 64  # characters that a piece has in common with the next: the longest word asked for


class Text(NamedTuple):
    """One passage, folded. regions: codes of those it is said of."""

    kind: str
    part: str
    key: str
    piece: int
    head: str
    body: str
    context: str
    regions: tuple[str, ...] = ()

    @property
    def place(self) -> tuple[str, str, str, int]:
        """By which it is known again in the next edition."""
        return self.kind, self.part, self.key, self.piece


class Around(NamedTuple):
    """What a passage stands under: folded; the key of its part; codes of the regions it is of."""

    context: str = ""
    part: str = ""
    regions: tuple[str, ...] = ()


def passages_of(edition: Edition) -> Iterator[Text]:
    """Of an edition ``with_body``; its files' texts read along."""
    title = fold(edition.title)
    parts = list(edition.parts.all())
    codes = _codes(parts)
    yield from _pieces(Kind.TITLE, title, fold(_facts(edition)), Around(regions=codes))
    yield from _pieces(Kind.NAMES, fold(_names_of(edition, parts)), "", Around(title, "", codes))
    yield from _pieces(Kind.LEAD, "", fold(text_of(edition.lead)), Around(title))
    for part in parts:
        yield from _of_part(part, title)
    yield from _pieces(Kind.CLOSING, "", fold(text_of(edition.closing)), Around(title))
    for attachment in edition.attachments.all():
        yield from _of_file(attachment, title)


def _facts(edition: Edition) -> str:
    """What else is printed of the whole: lines."""
    head = (edition.subtitle, edition.list_title, edition.document_number, edition.index_number)
    whence = (edition.issuing_body, edition.source, edition.responsible_editor)
    return "\n".join(filter(None, dict.fromkeys((*head, *whence))))


def _names_of(edition: Edition, parts: Iterable[Part]) -> str:
    """Under what readers look for the whole: tags, regions; lines."""
    tags = (name for one in edition.edition_tags.all() for name in (one.name, one.tag.name))
    names = (name for part in parts for name in _names(part))
    return "\n".join(filter(None, dict.fromkeys((*tags, *names))))


def _names(part: Part) -> tuple[str, ...]:
    """A region is found by what it was called when the text was submitted, and by its names now."""
    region = part.region
    return (part.region_name, region.name, region.short_name) if region else ()


def _codes(parts: Iterable[Part]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(part.region_id for part in parts if part.region_id))


def _of_part(part: Part, title: str) -> Iterator[Text]:
    names = fold("\n".join(dict.fromkeys((part.heading, *_names(part)))))
    around = Around(f"{title}..{names}", part.key, _codes([part]))
    heading, intro = fold(part.heading), fold(text_of(part.intro))
    yield from _pieces(Kind.INTRO, heading, intro, around, part.key)
    for section in part.sections.all():
        yield from _of_section(section, around)


def _of_section(section: Section, around: Around) -> Iterator[Text]:
    head, body = fold(section.heading or ""), fold(text_of(section.body))
    yield from _pieces(Kind.SECTION, head, body, around, section.key)


def _of_file(attachment: Attachment, title: str) -> Iterator[Text]:
    name = fold(attachment.title)
    yield from _pieces(Kind.FILE, name, "", Around(title), attachment.key)
    text: FileText | None = getattr(attachment.file, "text", None) if attachment.file else None
    around = Around(f"{title}.{name}".strip("."))
    for number, leaf in enumerate(text.leaves if text and text.state == FileTextState.DONE else ()):
        yield from _pieces(
            Kind.FILE, "", fold(leaf_text(leaf)), around, f"{attachment.key}:{number}"
        )


def leaf_text(leaf: Leaf) -> str:
    """A page or sheet as lines; cells are parted by tabs."""
    rows = (row for row in leaf.get("rows", ()))
    cells = ("\t".join(cell if isinstance(cell, str) else cell[0] for cell in row) for row in rows)
    return "\n".join([leaf["name"], *leaf.get("lines", ()), *cells, text_of(leaf.get("html", ""))])


def _pieces(kind: Kind, head: str, body: str, around: Around, key: str = "") -> Iterator[Text]:
    """A long text in pieces; what is empty is no passage."""
    if not (head or body):
        return
    letter, starts = kind.value, range(0, max(len(body), 1), LONGEST)
    for piece, start in enumerate(starts):
        said = body[start : start + LONGEST + SHARED]
        named = "" if piece else head
        yield Text(letter, around.part, key, piece, named, said, around.context, around.regions)
