"""Taking one step with an article, exactly once; inside the caller's transaction."""

from collections.abc import Mapping
from typing import Any

from accounts.audit import record
from accounts.models import Remark, User
from bulletins.indexing import reindex
from bulletins.listing import relist
from bulletins.models import Article
from bulletins.permissions import Hidden, scope_of
from bulletins.store import note
from bulletins.workflow.case import Case
from bulletins.workflow.concerned import announce
from bulletins.workflow.standing import speaking_edition
from bulletins.workflow.taking import require
from bulletins.workflow.touching import of_article


def begin(name: str, article: Article, *, by: User, reason: str = "", **facts: Any) -> Case:
    """Lock the article and ask everything that could stand against it.

    Out comes the case with the rows as they are now. Raises Hidden or Refused with a sentence.
    """
    held = Article.objects.select_for_update(no_key=True).filter(pk=article.pk).first()
    edition = speaking_edition(held) if held else None
    if held is None or edition is None:
        raise Hidden
    edition.article = held
    return require(name, Case(edition, by, scope_of(by), facts), reason)


def conclude(
    name: str,
    case: Case,
    *,
    detail: Mapping[str, Any] | None = None,
    remark: Remark | None = None,
) -> None:
    """What follows: lists, messages to those concerned, the audit entry, what pages it touches."""
    edition = case.edition
    article = edition.article
    lists: frozenset[str] = frozenset()
    if article.number:
        lists = relist(article)
        reindex(article)
    announce(name, edition, by=case.by, remark=remark)
    facts = {"number": article.number, "edition": edition.number} | dict(detail or {})
    record(name, article, by=case.by, detail=facts, remark=remark)
    if article.number:
        note(of_article(name, article.number, lists))
