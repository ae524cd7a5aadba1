"""改首次发布时间: the one way to an earlier date beside migration, and readers are told."""

from datetime import datetime

from django.db import transaction
from django.utils import timezone

from accounts.audit import remark_of
from accounts.models import User
from bulletins.models import Article
from bulletins.workflow.articles.taking import begin, conclude
from bulletins.workflow.moments import told


@transaction.atomic
def backdate(article: Article, *, by: User, at: datetime, reason: str) -> None:
    """First published at that earlier moment (aware); reason is public (国办秘函〔2019〕19号)."""
    case = begin("backdate", article, by=by, reason=reason, at=at)
    held = case.edition.article
    was, held.first_published_at = held.first_published_at, at
    held.backdated_at, held.backdated_by = timezone.now(), by
    held.backdating_reason = reason.strip()
    held.save(
        update_fields=["first_published_at", "backdated_at", "backdated_by", "backdating_reason"]
    )
    detail = {"was": told(was), "to": told(at)}
    conclude("backdate", case, detail=detail, remark=remark_of(reason))
