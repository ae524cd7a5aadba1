"""A document's words as data: bodies, sections, parts."""

import re
from collections.abc import Iterator
from datetime import datetime
from typing import Any

from bulletins.document.body import text_of
from bulletins.document.numbering import labels, numbers
from bulletins.document.tree import DocumentPart
from bulletins.document.wording import BEIJING
from bulletins.public.api.addresses import of_file, of_page

NAMED = re.compile(r'"file:([0-9a-f]{64})"')


def words(html: str, number: int) -> dict[str, str]:
    """The same twice; pictures at their addresses. number: of the article that shows them."""
    shown = NAMED.sub(lambda found: f'"{of_file(number, found[1])}"', html)
    return {"html": shown, "text": text_of(html)}


def sections(part: DocumentPart, number: int) -> Iterator[dict[str, Any]]:
    """In order, each with the number that is printed before it."""
    counted = zip(part.sections, numbers(part.sections), labels(part), strict=True)
    for section, count, label in counted:
        yield {
            "key": section.key,
            "level": section.level,
            "number": count or None,
            "label": label,
            "heading": section.heading,
            "run_in": bool(section.run_in),
            "body": words(section.body, number),
            "address": anchor(number, section.key),
        }


def sayings(part: DocumentPart, number: int) -> Iterator[dict[str, Any]]:
    """Its sections; what stands before them is one, too, under the part's own key."""
    if part.intro:
        yield {
            "key": part.key,
            "level": 0,
            "number": None,
            "label": "",
            "heading": part.heading or None,
            "run_in": False,
            "body": words(part.intro, number),
            "address": anchor(number, part.key),
        }
    yield from sections(part, number)


def part(one: DocumentPart, name: str | None, number: int) -> dict[str, Any]:
    """name: of its region as readers see it."""
    page = of_page(f"/articles/{number}/regions/{one.region}/") if one.region else None
    return {
        "key": one.key,
        "region": one.region,
        "region_name": name,
        "heading": one.heading,
        "intro": words(one.intro, number),
        "sections": list(sections(one, number)),
        "address": anchor(number, one.key),
        "page": page,
    }


def anchor(number: int, key: str) -> str:
    return of_page(f"/articles/{number}/") + f"#{key}"


def spoken(moment: datetime | None) -> datetime | None:
    """With the offset of Beijing, as everywhere on the site."""
    return moment.astimezone(BEIJING) if moment else None
