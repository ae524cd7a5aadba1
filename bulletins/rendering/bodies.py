"""An edition's body as HTML, from its rows."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace

from bulletins.document.cleaning import cleaned
from bulletins.document.html.page import Surroundings, write_body, write_part
from bulletins.document.tree import Document
from bulletins.drafting import document_of, region_names_of
from bulletins.drafting.content import part_of
from bulletins.drafting.rows import pictures_of
from bulletins.models import Edition, Part, StoredFile


def render(edition: Edition, address_of: Callable[[str], str] | None = None) -> str:
    """What its page prints between title and attachments. The article must have its number.

    address_of: where its pictures are, by their SHA-256; not said, where readers find them.
    """
    around = _surroundings(edition, region_names_of(edition), address_of)
    return write_body(document_of(edition), around)


def render_part(
    edition: Edition, part: Part, address_of: Callable[[str], str] | None = None
) -> str:
    """One part of what was submitted, for a page of its own, which prints the heading."""
    names = {part.region_id: part.region_name} if part.region_id else {}
    return write_part(part_of(part), _surroundings(edition, names, address_of), headed=False)


def render_unsealed(edition: Edition, address_of: Callable[[str], str]) -> str:
    """What ``render`` would print of a text that nobody has released, its files elsewhere."""
    return render_words(edition, document_of(edition), region_names_of(edition), address_of)


def render_words(
    edition: Edition,
    document: Document,
    region_names: Mapping[str, str],
    address_of: Callable[[str], str],
) -> str:
    """The same of what the edition's rows do not say yet."""
    around = _surroundings(edition, region_names, address_of)
    new = StoredFile.objects.filter(pk__in=pictures_of(document) - around.sizes.keys())
    return write_body(cleaned(document), replace(around, sizes={**around.sizes, **_sizes(new)}))


def _surroundings(
    edition: Edition,
    region_names: Mapping[str, str],
    address_of: Callable[[str], str] | None = None,
) -> Surroundings:
    """address_of: where its files are, by their SHA-256; not said, where readers find them."""
    number = edition.article.number
    sizes = _sizes(use.file for use in edition.file_uses.select_related("file"))
    return Surroundings(
        region_names=region_names,
        address_of=address_of or (lambda sha256: f"/articles/{number}/files/{sha256}"),
        sizes=sizes,
    )


def _sizes(files: Iterable[StoredFile]) -> dict[str, tuple[int, int]]:
    return {file.pk: (file.width, file.height) for file in files if file.width and file.height}
