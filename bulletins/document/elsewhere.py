"""A document to be read away from its page: links whole, regions named, nothing but text."""

import re
from collections.abc import Mapping
from dataclasses import fields, replace
from typing import Any

from bulletins.document.plain import CONTROL
from bulletins.document.tree import Document, DocumentPart, DocumentSection

ON_OUR_SITE = re.compile(r'(<a href=")(/[^"]*")')


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
        said = {item.name: getattr(node, item.name) for item in fields(node)}
        return {name: whole(value) for name, value in said.items() if isinstance(value, str)}

    def part_of(part: DocumentPart) -> DocumentPart:
        sections = tuple(replace(one, **each(one)) for one in part.sections)
        heading = part.heading or names.get(part.region or "", "")
        return replace(part, **each(part) | {"heading": whole(heading)}, sections=sections)

    return replace(document, **each(document), parts=tuple(map(part_of, document.parts)))
