"""What the people of the demo did to a text, one line of its head after another."""

from collections.abc import Callable
from datetime import date, timedelta

from accounts.models import User
from bulletins import workflow
from bulletins.commenting import comment
from bulletins.demo import moments
from bulletins.demo.changing import change
from bulletins.demo.people import Staff
from bulletins.models import Edition, Gate, Role
from bulletins.workflow.stages import reviewer_role

GATES = {"gates": [gate.value for gate in Gate]}


def act(said: str, edition: Edition, staff: Staff, today: date) -> None:
    """One line: what was done, and the words or the time that went with it."""
    name, _, words = said.partition(" ")
    if name == "签发":
        _release(edition, staff, words, today)
    else:
        ACTS[name](edition, staff, words)


def _submit(edition: Edition, staff: Staff, words: str) -> None:
    workflow.submit(edition, by=staff[Role.EDITOR])


def _recall(edition: Edition, staff: Staff, words: str) -> None:
    workflow.recall(edition, by=staff[Role.EDITOR])


def _approve(edition: Edition, staff: Staff, words: str) -> None:
    reviewer = staff[reviewer_role(edition)]
    workflow.approve(edition, digest=edition.digest, by=reviewer, comment=words, report=GATES)


def _send_back(edition: Edition, staff: Staff, words: str) -> None:
    reviewer = staff[reviewer_role(edition)]
    workflow.send_back(edition, digest=edition.digest, by=reviewer, reason=words)


def _comment(edition: Edition, staff: Staff, words: str) -> None:
    """「小节标题 → 话」, from whoever reviews now."""
    heading, _, said = words.partition(" → ")
    section = edition.sections.filter(heading=heading)[0]
    comment(edition, section.key, said, by=staff[reviewer_role(edition)])


def _release(edition: Edition, staff: Staff, words: str, today: date) -> None:
    """At once, or 「明天 09:00」."""
    at = None
    if words:
        at = moments.at(today + timedelta(days=1), words.removeprefix("明天 "))
    workflow.release(edition, by=staff[Role.FINAL_REVIEWER], at=at)


def _release_urgently(edition: Edition, staff: Staff, words: str) -> None:
    workflow.release_urgently(edition, by=staff[Role.DESK], reason=words)


def _set_aside(edition: Edition, staff: Staff, words: str) -> None:
    workflow.set_aside(edition, by=staff[Role.EDITOR], reason=words)


def _discard(edition: Edition, staff: Staff, words: str) -> None:
    workflow.discard(edition, by=staff[Role.EDITOR], reason=words)


def _edit(edition: Edition, staff: Staff, words: str) -> None:
    """「旧 → 新」."""
    _change(edition, words, staff[Role.EDITOR])


def _contribute(edition: Edition, staff: Staff, words: str) -> None:
    """「旧 → 新」, in her own region's part."""
    _change(edition, words, staff[Role.CONTRIBUTOR])


def _change(edition: Edition, words: str, by: User) -> None:
    old, _, new = words.partition(" → ")
    change(edition, [(old, new)], by=by)


ACTS: dict[str, Callable[[Edition, Staff, str], None]] = {
    "送审": _submit,
    "撤回送审": _recall,
    "同意": _approve,
    "退回修改": _send_back,
    "批注": _comment,
    "紧急签发": _release_urgently,
    "搁置": _set_aside,
    "作废": _discard,
    "编辑改": _edit,
    "信息员改": _contribute,
}
