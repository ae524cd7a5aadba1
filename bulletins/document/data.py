"""A document as data: the shapes of ``article.json`` (docs/forms.md)."""

from collections.abc import Callable, Mapping
from typing import Any

from bulletins.document.html.page import Surroundings, with_addresses
from bulletins.document.numbering import labels, numbers
from bulletins.document.tree import Document, DocumentPart, DocumentSection

# Fields that are texts, as they are called in a document
TEXTS = (
    *("title", "subtitle", "document_number", "index_number", "issuing_body"),
    *("source", "source_address", "responsible_editor", "column"),
)


def data_of(
    document: Document, names: Mapping[str, str], address_of: Callable[[str], str]
) -> dict[str, Any]:
    """Fields, parts and sections. Every field always stands, "" or null where there is nothing.

    names: region code → name. address_of: where a picture is, by its SHA-256.
    """
    around = Surroundings(names, address_of)
    return {
        **{name: getattr(document, name) for name in TEXTS},
        "written_date": document.written_date.isoformat() if document.written_date else None,
        "tags": list(document.tags),
        "regions": [{"code": code, "name": name} for code, name in names.items()],
        "lead": with_addresses(document.lead, around),
        "parts": [part_data(part, around) for part in document.parts],
        "closing": with_addresses(document.closing, around),
    }


def part_data(part: DocumentPart, around: Surroundings) -> dict[str, Any]:
    """One region's share; region is null for what is of none."""
    name = around.region_names.get(part.region or "", "")
    counted = zip(part.sections, numbers(part.sections), labels(part), strict=True)
    return {
        "key": part.key,
        "region": {"code": part.region, "name": name} if part.region else None,
        "heading": part.heading or name,
        "intro": with_addresses(part.intro, around),
        "sections": [
            _section(section, number, label, around) for section, number, label in counted
        ],
    }


def _section(
    section: DocumentSection, number: int, label: str, around: Surroundings
) -> dict[str, Any]:
    """heading is null for a clause: a numbered paragraph."""
    return {
        "key": section.key,
        "level": section.level,
        "number": number or None,
        "label": label,
        "heading": section.heading,
        "run_in": section.run_in,
        "body": with_addresses(section.body, around),
    }
