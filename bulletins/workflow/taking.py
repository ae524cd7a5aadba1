"""Taking one step, exactly once, however many people press the button together."""

from collections.abc import Mapping
from typing import Any

from accounts.models import Remark, User
from bulletins.models import Article, Edition
from bulletins.permissions import Hidden, Refused, scope_of
from bulletins.permissions.visibility import regions_of, sees_some
from bulletins.workflow import consequences
from bulletins.workflow.case import Case
from bulletins.workflow.stages import reviewer_role
from bulletins.workflow.verb import Asked, Verb
from bulletins.workflow.verbs import VERBS

TAKEN = "请刷新后再试"


def begin(name: str, edition: Edition, *, by: User, reason: str = "", **facts: Any) -> Case:
    """Lock the edition and ask everything that could stand against it; inside a transaction.

    The article first: what other editions of it are open or scheduled stands still, too. no_key,
    here as everywhere: who writes in a draft refers to its article and must not wait for a verb
    that waits for that draft; nor may who makes the index of search, whom verbs wait for.
    Out comes the case, with the row as it is now. Raises Hidden or Refused with a sentence.
    """
    Article.objects.select_for_update(no_key=True).filter(pk=edition.article_id).first()
    held = Edition.objects.select_for_update(no_key=True).filter(pk=edition.pk).first()
    if held is None:
        raise Hidden
    return require(name, Case(held, by, scope_of(by), facts), reason)


def require(name: str, case: Case, reason: str) -> Case:
    """The case, if the verb can be taken and has its reason. Raises Hidden or Refused."""
    verb = VERBS[name]
    if refusal := refusal_of(verb, case):
        raise Refused(f"不能{verb.label}：{refusal}")
    if verb.reason is Asked.REQUIRED and not reason.strip():
        raise Refused(f"请写明{verb.label}的理由")
    return case


def refusal_of(verb: Verb, case: Case) -> str | None:
    """Why this person cannot do it now; None if nothing stands against it. Raises Hidden."""
    if permission := _no_permission(verb, case):
        return permission
    if verb.on == "edition" and case.edition.state not in verb.sources:
        state = case.edition.get_state_display()
        return f"稿件现在是“{state}”，可能已被别人处理，{TAKEN}"
    return next(filter(None, (guard(case) for guard in verb.guards)), None)


def write(name: str, case: Case, **row: Any) -> None:
    """Write the row, if it is still the one that was looked at; the case then has it as written."""
    edition, verb = case.edition, VERBS[name]
    waiting = Edition.objects.filter(
        pk=edition.pk,
        state=edition.state,
        stages_passed=edition.stages_passed,
        digest=edition.digest,
        changes=edition.changes,
    )
    if not waiting.update(**row):
        raise Refused(f"不能{verb.label}：稿件状态刚刚变化，{TAKEN}")
    edition.refresh_from_db()


def conclude(
    name: str, case: Case, *, detail: Mapping[str, Any], remark: Remark | None = None
) -> None:
    """What follows, once everything the verb itself does is written."""
    consequences.follow(VERBS[name], case.edition, by=case.by, remark=remark, detail=detail)


def _no_permission(verb: Verb, case: Case) -> str | None:
    edition, regions = case.edition, regions_of(case.edition)
    roles = (reviewer_role(edition),) if verb.roles is None else verb.roles
    if case.scope.over(roles, edition.column_id, regions):
        return None
    if not sees_some(case.scope, edition):
        raise Hidden
    names = "或".join(role.label for role in roles)
    return f"需要这一栏目和地区的“{names}”授权"
