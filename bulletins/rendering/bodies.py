"""An edition's body as HTML, from its rows."""

from collections.abc import Callable, Mapping

from bulletins.document.cleaning import cleaned
from bulletins.document.html.page import Surroundings, write_body, write_part
from bulletins.drafting import document_of, region_names_of
from bulletins.drafting.content import part_of
from bulletins.models import Edition, Part


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
    around = _surroundings(edition, region_names_of(edition), address_of)
    return write_body(cleaned(document_of(edition)), around)


def _surroundings(
    edition: Edition,
    region_names: Mapping[str, str],
    address_of: Callable[[str], str] | None = None,
) -> Surroundings:
    """address_of: where its files are, by their SHA-256; not said, where readers find them."""
    number = edition.article.number
    uses = edition.file_uses.select_related("file")
    sizes = {
        use.file_id: (use.file.width, use.file.height)
        for use in uses
        if use.file.width and use.file.height
    }
    return Surroundings(
        region_names=region_names,
        address_of=address_of or (lambda sha256: f"/articles/{number}/files/{sha256}"),
        sizes=sizes,
    )
