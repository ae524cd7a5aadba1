"""Who answers for a report: editors, the desk and principals, for the place it is about."""

from functools import reduce
from operator import or_

from django.db.models import Q

from bulletins.models import ErrorReport, Role
from bulletins.permissions import Scope
from bulletins.permissions.scope import Held

ANSWERERS = (Role.EDITOR, Role.DESK, Role.FINAL_REVIEWER)


def visible_reports(scope: Scope) -> Q:
    """Those she answers for: ``may_answer``, of all. What is about no column is everybody's."""
    mine = [held for held in scope.held if held.role in ANSWERERS]
    if not mine:
        return Q(pk__in=())
    return reduce(or_, map(_reached, mine), Q(column=None))


def may_answer(scope: Scope, report: ErrorReport) -> bool:
    """Whether she answers for the place; of the place of a part, its region alone counts."""
    if report.column_id is None:
        return scope.anywhere(*ANSWERERS)
    return scope.over_part(ANSWERERS, report.column_id, report.region_id)


def _reached(held: Held) -> Q:
    inside = Q(column__isnull=False)
    if held.columns is not None:
        inside = Q(column__in=held.columns)
    if held.spans is None:
        return inside
    spans = (Q(region__gte=low, region__lte=high) for low, high in held.spans)
    return inside & reduce(or_, spans, Q(pk__in=()))
