"""归档, 取消归档: out of the lists, at the same address."""

from django.db import transaction
from django.utils import timezone

from accounts.models import User
from bulletins.models import Article
from bulletins.workflow.articles.taking import begin, conclude
from bulletins.workflow.moments import told


@transaction.atomic
def archive(article: Article, *, by: User) -> None:
    """It leaves the lists and feeds; its page says that it is archived."""
    case = begin("archive", article, by=by)
    held = case.edition.article
    held.archived_at, held.archived_by = timezone.now(), by
    held.save(update_fields=["archived_at", "archived_by"])
    conclude("archive", case)


@transaction.atomic
def unarchive(article: Article, *, by: User) -> None:
    """Back to where it stood in the lists."""
    case = begin("unarchive", article, by=by)
    held = case.edition.article
    was, held.archived_at, held.archived_by = held.archived_at, None, None
    held.save(update_fields=["archived_at", "archived_by"])
    conclude("unarchive", case, detail={"was": told(was)})
