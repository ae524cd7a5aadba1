"""One press of 「保存」: the head and every part that was opened, each for itself.

What can be saved is saved; what cannot is shown again as it was typed, beside the reason. A part
that is not in the form is not touched.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import Any

from django.forms import Form

from bulletins.document.tree import DocumentPart
from bulletins.drafting import (
    Conflict,
    add_part,
    arrange_parts,
    merge_head,
    merge_part,
    remove_part,
    working,
)
from bulletins.editing.attaching import save_attachments
from bulletins.editing.conflicts import undecided
from bulletins.editing.forms.head import HeadForm
from bulletins.editing.forms.parts import PartForm
from bulletins.editing.page import EditionPage, PartBox
from bulletins.permissions import Refused

END = "end"  # the form's last field: where it is missing, the form was cut off on its way
CHOOSE = "您和别人都改了下面标出的几处，还没有保存：每处请选一份，再点“保存”"
CUT_OFF = "表单没有完整送到服务器，什么也没有保存：请检查网络后再点一次“保存”"


@dataclass
class Outcome:
    """saved: what, in words. problems: one sentence each."""

    saved: list[str] = field(default_factory=list)
    problems: list[str] = field(default_factory=list)
    # Names of the boxes that need not be kept any more: stored, or sent without a change
    done: list[str] = field(default_factory=list)

    @property
    def is_whole(self) -> bool:
        """Everything that was sent is stored."""
        return not self.problems


def save_page(page: EditionPage, data: Any, files: Any) -> Outcome:
    """Store what the page sent; its boxes keep what was refused, and both texts of a conflict."""
    outcome = Outcome()
    if END not in data:
        outcome.problems.append(CUT_OFF)
        return outcome
    if page.head is not None:
        saved, problems = save_attachments(page, page.head, data, files)
        outcome.saved += ["附件"] if saved else []
        outcome.problems += problems
        _save_head(page, page.head, outcome)
    for box in page.parts:
        _save_part(page, box, outcome)
    for form in page.new_parts:
        _add_part(page, form, outcome)
    _arrange(page, data, outcome)
    pending = data.get("pending", "").split()  # offered to her, and neither taken nor left
    for box_name in outcome.done:
        if box_name not in pending:
            working.drop(page.edition, box_name, by=page.by)
    return outcome


def _save_head(page: EditionPage, form: HeadForm, outcome: Outcome) -> None:
    if not form.is_valid():
        outcome.problems += _errors(form, "稿件信息")
        return
    seen = form.cleaned_data["seen"]
    if form.undecided:
        page.head_conflict = undecided(form, form.head, seen)
        outcome.problems.append(f"稿件信息：{CHOOSE}")
        return
    facts = {"seen": seen, "by": page.by, "aware": page.aware, "theirs": form.theirs}

    def save() -> bool:
        return merge_head(page.edition, form.wanted(), **facts)

    try:
        _try(save, "稿件信息", outcome, working.HEAD)
    except Conflict as conflict:
        page.head_conflict = conflict
        outcome.problems.append(f"稿件信息：{conflict}")


def _save_part(page: EditionPage, box: PartBox, outcome: Outcome) -> None:
    form = box.form
    if form is None or not form.was_sent:
        return
    if not form.is_valid():
        outcome.problems += _errors(form, box.title)
        box.open = True
        return
    if form.undecided:
        box.conflict = undecided(form, box.said, form.cleaned_data["seen"] or 0)
        box.open = True
        outcome.problems.append(f"{box.title}：{CHOOSE}")
        return
    try:
        _try(lambda: _store(page, box, form), box.title, outcome, box.part.key)
    except Conflict as conflict:
        box.conflict = conflict
        outcome.problems.append(f"{box.title}：{conflict}")
    except Refused as refusal:
        outcome.problems.append(f"{box.title}：{refusal}")
    box.open = box.open or box.title not in outcome.saved


def _store(page: EditionPage, box: PartBox, form: PartForm) -> bool:
    seen = form.cleaned_data["seen"] or 0
    if form.cleaned_data["remove"]:
        remove_part(box.part, seen=seen, by=page.by, aware=page.aware)
        return True
    return merge_part(
        box.part, form.wanted(), seen=seen, by=page.by, aware=page.aware, theirs=form.theirs
    )


def _add_part(page: EditionPage, form: PartForm, outcome: Outcome) -> None:
    if not form.is_valid():
        outcome.problems += _errors(form, "新的地区稿")
        return
    wanted = form.wanted()
    if wanted == DocumentPart():
        return

    def save() -> bool:
        add_part(page.edition, wanted, by=page.by, aware=page.aware)
        return True

    if _try(save, wanted.heading or "新的地区稿", outcome, form.prefix or ""):
        page.stored.append(form)


def _arrange(page: EditionPage, data: Any, outcome: Outcome) -> None:
    order = data.get("order", "").split()
    before = data.get("order-seen", "").split()
    if not page.may_edit_whole:
        return
    if order == before:
        kept = working.order_of(working.copies_of(page.edition, page.by))
        outcome.done += [working.ORDER] if kept == order else []  # moved, and moved back
        return

    def arrange() -> bool:
        return arrange_parts(page.edition, order, by=page.by, aware=page.aware)

    _try(arrange, "顺序", outcome, working.ORDER)


def _try(save: Callable[[], bool], what: str, outcome: Outcome, box: str = "") -> bool:
    """Note what came of it; a conflict is the caller's to show."""
    try:
        changed = save()
    except Conflict:
        raise
    except Refused as refusal:
        outcome.problems.append(f"{what}：{refusal}")
        return False
    outcome.done += [box] if box else []
    outcome.saved += [what] if changed else []
    return changed


def _errors(form: Form, what: str) -> Iterator[str]:
    for name, errors in form.errors.items():
        label = form.fields[name].label if name in form.fields else ""
        yield f"{what} · {label}：{'；'.join(str(error) for error in errors)}"
