"""The words of a part, without their markup."""

from collections.abc import Iterator

from bulletins.document.body import text_of
from bulletins.models import Part


def plain_texts(part: Part) -> Iterator[str]:
    """Headings and texts in reading order; of a part with its sections, without a query."""
    yield from (part.heading, text_of(part.intro))
    for section in part.sections.all():
        yield from (section.heading or "", text_of(section.body))
