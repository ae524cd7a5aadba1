"""Verbs of a draft that is not submitted."""

from django.db import transaction

from accounts.audit import remark_of
from accounts.models import User
from bulletins.models import Edition, State
from bulletins.workflow.taking import begin, conclude, write


@transaction.atomic
def set_aside(edition: Edition, *, by: User, reason: str = "") -> None:
    """Lay the draft aside, so that another edition of its article can be written."""
    _move("set_aside", edition, State.SET_ASIDE, by=by, reason=reason)


@transaction.atomic
def resume(edition: Edition, *, by: User) -> None:
    """Take up a draft that was set aside; refused while another edition is open."""
    _move("resume", edition, State.DRAFT, by=by)


@transaction.atomic
def discard(edition: Edition, *, by: User, reason: str = "") -> None:
    """Give a draft up. Its text stays readable; nothing leads back."""
    _move("discard", edition, State.DISCARDED, by=by, reason=reason)


def _move(name: str, edition: Edition, target: State, *, by: User, reason: str = "") -> None:
    case = begin(name, edition, by=by, reason=reason)
    write(name, case, state=target)
    conclude(name, case, detail={}, remark=remark_of(reason))
