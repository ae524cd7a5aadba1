"""A document to be read away from its page: links whole, regions named, nothing but text."""

import re
from collections.abc import Mapping
from dataclasses import fields, replace
from typing import Any

from bulletins.document.plain import CONTROL
from bulletins.document.tree import Document, DocumentPart, DocumentSection

ON_OUR_SITE = re.compile(r'(<a href=")(/[^"]*")')
NAMES = {
    kind: tuple(item.name for item in fields(kind))
    for kind in (Document, DocumentPart, DocumentSection)
}


def for_elsewhere(document: Document, names: Mapping[str, str], site: str) -> Document:
    """names: region code → name. site: where links like /articles/7/ lead, without a slash.

    Control characters would make a .docx that no program opens: what is kept has none, and none
    gets out should there be one.
    """

    def whole(text: str | None) -> str | None:
        if text is None or ('"/' not in text and text.isprintable()):
            return text
        return CONTROL.sub("", ON_OUR_SITE.sub(rf"\g<1>{site}\g<2>", text))

    def each(node: Document | DocumentPart | DocumentSection) -> dict[str, Any]:
        """What changes."""
        said = {name: getattr(node, name) for name in NAMES[type(node)]}
        texts = {name: value for name, value in said.items() if isinstance(value, str)}
        return {name: new for name, text in texts.items() if (new := whole(text)) is not text}

    def section_of(section: DocumentSection) -> DocumentSection:
        changed = each(section)
        return replace(section, **changed) if changed else section

    def part_of(part: DocumentPart) -> DocumentPart:
        sections = tuple(map(section_of, part.sections))
        heading = part.heading or names.get(part.region or "", "")
        return replace(part, **each(part) | {"heading": whole(heading)}, sections=sections)

    return replace(document, **each(document), parts=tuple(map(part_of, document.parts)))
