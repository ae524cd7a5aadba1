"""有效性: whether a policy paper is in force, since when, on what basis; when to look again."""

from dataclasses import dataclass
from datetime import date

from django.db import transaction

from accounts.models import User
from bulletins.models import Article, Validity
from bulletins.permissions import Refused
from bulletins.workflow.articles.taking import begin, conclude
from bulletins.workflow.moments import told


@dataclass(frozen=True, slots=True)
class Force:
    """kind: a value of ``Validity``, or "" for what is no policy paper. check_by: 复查日期."""

    kind: str = ""
    since: date | None = None
    basis: str = ""
    check_by: date | None = None


@transaction.atomic
def set_validity(article: Article, force: Force, *, by: User) -> None:
    """Say it to readers, at once."""
    case = begin("set_validity", article, by=by)
    _require_whole(force)
    held = case.edition.article
    was = held.validity, told(held.validity_from)
    held.validity, held.validity_from = force.kind, force.since
    held.validity_basis, held.check_by = force.basis.strip(), force.check_by
    held.save(update_fields=["validity", "validity_from", "validity_basis", "check_by"])
    detail = {
        "validity": force.kind,
        "since": told(force.since),
        "check_by": told(force.check_by),
        "was": was,
    }
    conclude("set_validity", case, detail=detail)


def _require_whole(force: Force) -> None:
    if force.kind and force.kind not in Validity.values:
        raise Refused("没有这一种有效性：请从列出的几种中选")
    if force.kind not in ("", Validity.VALID) and force.since is None:
        raise Refused(f"{Validity(force.kind).label}要写明从哪一天起：请补上日期")
    if not force.kind and (force.since or force.basis.strip()):
        raise Refused("写了日期或依据，没有选有效性：请选一种")
