"""What two people changed at once, as the page shows it: both versions, and which one is taken."""

from collections.abc import Iterator
from dataclasses import dataclass
from html import escape
from typing import Any

from django.http import QueryDict

from bulletins.document.html.part_form import write_part_html
from bulletins.document.merging import Clash
from bulletins.document.tree import DocumentPart, DocumentSection
from bulletins.document.wording import FIELD_NAMES, deadline
from bulletins.drafting import Conflict
from bulletins.editing.forms.head import HeadForm, initial_of
from bulletins.editing.forms.parts import PartForm
from bulletins.models import ChangeKind
from regions.directory import full_names

LABELS = FIELD_NAMES | {"intro": "导语", "heading": "标题", "region": "地区", "column": "栏目"}
HTML = ("intro", "lead", "closing")


@dataclass(frozen=True, slots=True)
class Choice:
    """One clash: theirs and mine as HTML to be sanitised, "" where that one took it out."""

    name: str
    label: str
    theirs: str
    mine: str


def choices_of(conflict: Conflict) -> Iterator[Choice]:
    """Every clash in reading order; none where the two texts could not be put together."""
    for clash in conflict.clashes:
        theirs, mine = _html(clash.name, clash.theirs), _html(clash.name, clash.mine)
        yield Choice(clash.name, _label(clash), theirs, mine)


def take_up(form: PartForm | HeadForm, conflict: Conflict) -> None:
    """Have the form show what to go on with; saving it again is a decision, no accident."""
    said = _part(conflict.yours) if isinstance(form, PartForm) else initial_of(conflict.yours)
    shown = {
        form.add_prefix(name): "" if value is None else str(value)
        for name, value in (said | {"seen": conflict.revision}).items()
    }
    form.data = {**form.data.dict(), **shown} if isinstance(form.data, QueryDict) else shown


def _part(yours: DocumentPart) -> dict[str, Any]:
    region = full_names({yours.region}).get(yours.region, "") if yours.region else ""
    return {"text": write_part_html(yours), "heading": yours.heading, "region": region}


def _label(clash: Clash) -> str:
    section = clash.mine or clash.theirs
    if isinstance(section, DocumentSection):
        return f"小节“{section.heading}”" if section.heading else "一条没有标题的内容"
    return LABELS.get(clash.name, "")


def _html(name: str, value: Any) -> str:
    if isinstance(value, DocumentSection):
        heading = f"<p><strong>{escape(value.heading)}</strong></p>" if value.heading else ""
        return heading + value.body
    if value is None or name in HTML:
        return value or ""
    return f"<p>{escape(_words(name, value))}</p>"


def _words(name: str, value: Any) -> str:
    if name == "region":
        return full_names({value}).get(value, "")
    if name == "closes_at":
        return deadline(value)
    if name == "change_kind":
        return str(ChangeKind(value).label) if value else ""
    return str(value)
