"""The one spelling of a document that approvals are bound to (design, section 3.4).

Canonical JSON: sorted keys, no spaces, UTF-8, nothing escaped but what JSON must escape. It keeps
every character as it is: an invisible one, or é in another composition, makes another text.
A field that has its default value is left out, so that a new field never changes old digests;
and every new field is covered without a line here, because UNCOVERED is a list of exceptions.
"""

import json
from collections.abc import Mapping
from dataclasses import MISSING, Field, fields, replace
from datetime import UTC, date, datetime
from typing import Any

from bulletins.document import numbering
from bulletins.document.tree import (
    Document,
    DocumentAttachment,
    DocumentPart,
    DocumentSection,
)

# When it is published, and names that nobody reads. ``value`` is covered as the number it prints.
UNCOVERED = frozenset({"published_date", "published_time", "key", "value"})

Node = Document | DocumentPart | DocumentSection | DocumentAttachment


def canonical(document: Document, region_names: Mapping[str, str]) -> bytes:
    """What a reader is shown, as bytes that differ whenever it differs.

    region_names: code → name as the page prints it; a part is spelt with both, since a code alone
    may be renamed and a name alone may be that of another place (朝阳区).
    """
    form = _node(document)
    if document.parts:
        form["parts"] = [_part(part, region_names) for part in document.parts]
    text = json.dumps(form, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return text.encode("utf-8", "surrogatepass")  # total: a lone surrogate is a text, too


def same_content(one: Document, other: Document) -> bool:
    """Nothing changed: readers see the same, publish time included; keys do not count."""
    return _seen(one) == _seen(other)


def _seen(document: Document) -> tuple[object, ...]:
    return document.published_date, document.published_time, canonical(document, {})


def _part(part: DocumentPart, region_names: Mapping[str, str]) -> dict[str, Any]:
    form = _node(replace(part, sections=()))
    if part.region is not None:
        form["region"] = [part.region, region_names.get(part.region, "")]
    if part.sections:
        counted = zip(part.sections, numbering.numbers(part.sections), strict=True)
        form["sections"] = [_section(section, number) for section, number in counted]
    return form


def _section(section: DocumentSection, number: int) -> dict[str, Any]:
    return _node(section) | ({"number": number} if section.level else {})


def _node(node: Node) -> dict[str, Any]:
    """The covered fields that do not have their default; one without a default always stands."""
    covered = [item for item in fields(node) if item.name not in UNCOVERED]
    return {
        item.name: _spelt(getattr(node, item.name))
        for item in covered
        if not _is_default(item, getattr(node, item.name))
    }


def _is_default(item: Field[Any], value: object) -> bool:
    return item.default is not MISSING and value == item.default


def _spelt(value: Any) -> Any:
    if isinstance(value, datetime):
        return _instant(value)
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, tuple):
        return [_spelt(item) for item in value]
    return _node(value) if isinstance(value, DocumentAttachment) else value


def _instant(moment: datetime) -> str:
    """The same moment is the same text in every time zone."""
    if moment.tzinfo is None:
        raise ValueError("A deadline without a time zone means a different moment on each machine.")
    return moment.astimezone(UTC).isoformat()
