"""What templates of the admin say: states in the office's words, sanitised texts, numbers."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from django import template
from django.template.loader import get_template
from django.utils.safestring import SafeString, mark_safe

from bulletins.document.body import text_of
from bulletins.document.numbering import labels
from bulletins.document.plain import bare
from bulletins.document.sanitise import clean
from bulletins.document.tree import Document, DocumentPart, DocumentSection
from bulletins.document.wording import BEIJING
from bulletins.drafting import Conflict
from bulletins.drafting.content import SAME
from bulletins.editing.admin.states import shown_state
from bulletins.editing.conflicts import Choice, choices_of
from bulletins.editing.desk.months import Event
from bulletins.editing.forms.choosing import ChoosingForm
from bulletins.editing.noting import NotePlace, Notes
from bulletins.editing.printed import printed as as_printed
from bulletins.editing.richtext.pictures import for_editor
from bulletins.models import Edition, Role
from bulletins.workflow.completeness import Gap
from bulletins.workflow.sources import is_approved
from bulletins.workflow.verb import Verb

register = template.Library()
HEAD_FIELDS = (*SAME, "tags", "column", "change_kind")


@register.filter
def state_words(edition: Edition) -> str:
    return shown_state(edition)


@register.filter
def clock(event: Event) -> str:
    """09:00; the end of a day is its 24:00."""
    said = f"{event.at.astimezone(BEIJING):%H:%M}"
    return "24:00" if event.ends and said == "00:00" else said


@register.simple_tag
def source_doubt(edition: Edition) -> str:
    """What to ask oneself about where the text comes from; "" where there is nothing."""
    if is_approved(edition.source):
        return ""
    return f"来源“{edition.source}”不是稿源库中已核准的：请核对能否转载，可以的请管理员加入稿源库"


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
def printed(document: Document, region_names: Mapping[str, str], notes: Notes) -> SafeString:
    """The document as it is printed, and what cannot be seen in it: what a reviewer answers for.

    Beside each part and section what was said of it, and where more can be said.
    """
    piece = get_template("editing/pieces/notes.html")
    beside = {key: piece.render({"place": place}) for key, place in notes.places.items() if key}
    return as_printed(document, region_names, beside)


@register.filter
def place_of(gap: Gap) -> str:
    """Where on the edition page it is filled in: the name of its place there."""
    return f"id_head-{gap.field}" if gap.field in HEAD_FIELDS else gap.field


@register.filter
def names(verbs: Iterable[Verb]) -> list[str]:
    return [verb.name for verb in verbs]


@register.filter
def without(verbs: Iterable[Verb], name: str) -> list[Verb]:
    return [verb for verb in verbs if verb.name != name]


@register.filter
def role_words(role: str) -> str:
    """初审 for first_reviewer, as records keep it."""
    return str(Role(role).label) if role in Role.values else role


@register.filter
def short_digest(digest: str) -> str:
    """Eight digits in two groups, enough to be compared by eye or by telephone."""
    hexadecimal = digest.partition(":")[2]
    return f"{hexadecimal[:4]} {hexadecimal[4:8]}"


@register.filter
def choices(conflict: Conflict, form: ChoosingForm) -> list[Choice]:
    """What two people changed at once, both versions of each, and what she took of it."""
    return list(choices_of(conflict, form.chosen))


@register.filter
def get(mapping: dict[str, Any], key: str) -> Any:
    return mapping.get(key)


@register.filter
def notes_of_part(notes: Notes, key: str) -> list[NotePlace]:
    """What was said of a part, then of its sections."""
    return notes.of_part(key)


@register.filter
def get_place(notes: Notes, key: str) -> NotePlace | None:
    return notes.places.get(key)
