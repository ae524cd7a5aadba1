"""What templates of the admin say: states in the office's words, sanitised texts, numbers."""

from collections.abc import Iterable, Iterator
from typing import Any

from django import template
from django.utils.safestring import SafeString, mark_safe

from bulletins.document.body import text_of
from bulletins.document.html.writing import write_html
from bulletins.document.numbering import labels
from bulletins.document.plain import bare
from bulletins.document.sanitise import clean
from bulletins.document.tree import Document, DocumentPart, DocumentSection
from bulletins.editing.admin.states import shown_state
from bulletins.editing.richtext.pictures import for_editor
from bulletins.models import Edition
from bulletins.workflow.verbs import Verb

register = template.Library()


@register.filter
def state_words(edition: Edition) -> str:
    return shown_state(edition)


@register.filter
def sanitised(html: str) -> SafeString:
    """HTML from the database, through the sanitiser once more; pictures at the admin's address."""
    return mark_safe(for_editor(clean(html)))  # noqa: S308  the sanitiser is what makes it safe


@register.filter
def numbered(part: DocumentPart) -> Iterator[tuple[str, DocumentSection]]:
    """Each section of a part with its printed number."""
    return zip(labels(part), part.sections, strict=True)


@register.filter
def characters(part: DocumentPart) -> int:
    """How many characters a part has, spaces apart."""
    texts = [part.intro, *(section.body for section in part.sections)]
    headings = "".join(section.heading or "" for section in part.sections)
    return len(bare(headings)) + sum(len(bare(text_of(text))) for text in texts)


@register.simple_tag
def printed(document: Document, region_names: dict[str, str] | None = None) -> SafeString:
    """The document as it is printed: what a reviewer answers for."""
    html = write_html(document, region_names or {})
    return mark_safe(for_editor(html))  # noqa: S308  write_html spells sanitised bodies only


@register.filter
def names(verbs: Iterable[Verb]) -> list[str]:
    return [verb.name for verb in verbs]


@register.filter
def without(verbs: Iterable[Verb], name: str) -> list[Verb]:
    return [verb for verb in verbs if verb.name != name]


@register.filter
def short_digest(digest: str) -> str:
    """Eight digits in two groups, enough to be compared by eye or by telephone."""
    hexadecimal = digest.partition(":")[2]
    return f"{hexadecimal[:4]} {hexadecimal[4:8]}"


@register.filter
def get(mapping: dict[str, Any], key: str) -> Any:
    return mapping.get(key)
