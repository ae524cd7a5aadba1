"""Where an article stands: which edition speaks for it, whether it is public or withdrawn."""

from datetime import datetime

from django.utils import timezone

from accounts.models import User
from bulletins.models import Article, Edition, Withdrawal
from bulletins.models.edition_queryset import EditionQuerySet


def speaking_edition(article: Article, among: EditionQuerySet | None = None) -> Edition | None:
    """The edition that is public, else the one that was last, else the one released for later.

    An article of which nothing was released speaks by its newest edition.
    """
    editions = Edition.objects.all() if among is None else among
    found = editions.filter(article=article)
    begun = found.released().filter(live_from__lte=timezone.now()).latest_first()
    return begun.first() or found.released().first() or found.order_by("-number").first()


def standing_withdrawal(article: Article) -> Withdrawal | None:
    """The withdrawal that nobody has ended."""
    return article.withdrawals.filter(restored_at=None).first()


def is_public(article: Article, at: datetime | None = None) -> bool:
    """Whether readers see an edition of it at that moment."""
    return article.editions.live(at).exists()


def end_withdrawal(article: Article, *, by: User) -> str:
    """It is public again from now on; out comes when it was withdrawn, "" if it was not."""
    standing = standing_withdrawal(article)
    if standing is None:
        return ""
    standing.restored_at, standing.restored_by = timezone.now(), by
    standing.save(update_fields=["restored_at", "restored_by"])
    return standing.at.isoformat()
