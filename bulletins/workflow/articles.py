"""Verbs of a public article. They stand in the table; until they are built they say so."""

from accounts.models import User
from bulletins.models import Article
from bulletins.permissions import Hidden, Refused, scope_of, visible
from bulletins.permissions.visibility import regions_of
from bulletins.workflow.verbs import VERBS


def take(name: str, article: Article, *, by: User) -> None:
    """Always raises: Hidden or Refused for who may not, else Refused because it is not built."""
    verb, scope = VERBS[name], scope_of(by)
    edition = visible(by, scope).filter(article=article).order_by("-number").first()
    if edition is None:
        raise Hidden
    roles = verb.roles or ()
    if not scope.over(roles, edition.column_id, regions_of(edition)):
        names = "或".join(role.label for role in roles)
        raise Refused(f"不能{verb.label}：需要这一栏目和地区的“{names}”授权")
    raise Refused(f"“{verb.label}”还没有启用：请等待新版本")
