"""What two people changed at once, as the page shows it: both versions, and which one is taken."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from html import escape
from typing import Any

from django.http import QueryDict

from bulletins.document.html.part_form import write_part_html
from bulletins.document.merging import Clash, between
from bulletins.document.tree import DocumentPart, DocumentSection
from bulletins.document.wording import FIELD_NAMES, deadline
from bulletins.drafting import Conflict
from bulletins.drafting.content import SAME
from bulletins.drafting.head import Head
from bulletins.drafting.merging import WHOLE
from bulletins.drafting.together import AROUND
from bulletins.editing.forms.head import HeadForm, initial_of
from bulletins.editing.forms.parts import PartForm
from bulletins.models import ChangeKind
from regions.directory import full_names

LABELS = FIELD_NAMES | {"intro": "导语", "heading": "标题", "region": "地区", "column": "栏目"}
FIELDS = (*SAME, "tags", *AROUND)
HTML = ("intro", "lead", "closing")


@dataclass(frozen=True, slots=True)
class Choice:
    """One clash: theirs and mine as HTML to be sanitised, "" where that one took it out.

    chosen: "mine", "theirs" or "": which of them she has already taken.
    """

    name: str
    label: str
    theirs: str
    mine: str
    chosen: str = ""


def choices_of(conflict: Conflict, chosen: Mapping[str, str]) -> Iterator[Choice]:
    """Every clash in reading order; none where two parts could not be put together."""
    for clash in conflict.clashes or _of_heads(conflict):
        theirs, mine = _html(clash.name, clash.theirs), _html(clash.name, clash.mine)
        yield Choice(clash.name, _label(clash), theirs, mine, chosen.get(clash.name, ""))


def _of_heads(conflict: Conflict) -> Iterator[Clash]:
    """Every field in which two heads differ, where nobody knows what they started from."""
    if isinstance(conflict.yours, Head):
        for clash in _fields(FIELDS, conflict.theirs, conflict.yours):
            if clash.theirs != clash.mine:
                yield clash


def _fields(names: Iterable[str], theirs: Head, mine: Head) -> Iterator[Clash]:
    for name in names:
        of = [head if name in AROUND else head.document for head in (theirs, mine)]
        if name in FIELDS:
            yield Clash(name, *(getattr(said, name) for said in of))


def undecided(form: PartForm | HeadForm, stands: DocumentPart | Head, seen: int) -> Conflict:
    """The conflict that the page asked about, asked again: something was not chosen."""
    again = Conflict(stands, form.wanted(), seen)
    if isinstance(form, PartForm):
        assert isinstance(stands, DocumentPart)
        return again.over(between(_asked(form), stands, form.wanted()))
    assert isinstance(stands, Head)
    return again.over(_fields(form.asked, stands, form.wanted()))


def _asked(form: PartForm) -> list[str]:
    return [name for name in form.asked if name != WHOLE]


def take_up(form: PartForm | HeadForm, conflict: Conflict) -> None:
    """Have the form show what to go on with; saving it again is a decision, no accident."""
    said = _part(conflict.yours) if isinstance(form, PartForm) else initial_of(conflict.yours)
    known = str(form.data.get(form.add_prefix("seen"))) == str(conflict.revision)
    shown = {
        form.add_prefix(name): "" if value is None else str(value)
        for name, value in (said | {"seen": conflict.revision}).items()
    }
    sent = form.data.dict() if isinstance(form.data, QueryDict) else form.data
    answer = form.add_prefix("choice-")  # to another question than the one now on the page
    form.data = {name: sent[name] for name in sent if known or not name.startswith(answer)} | shown


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
    if name == "tags":
        return "、".join(value)
    if name == "change_kind":
        return str(ChangeKind(value).label) if value else ""
    return str(value)
