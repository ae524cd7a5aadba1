"""Where an article stands: which edition speaks for it, whether it is public or withdrawn."""

from django.utils import timezone

from accounts.models import User
from bulletins.models import Article, Edition, Withdrawal


def speaking_edition(article: Article) -> Edition | None:
    """The edition that is public, else the one that was last, else the one released for later.

    An article of which nothing was released speaks by its newest edition.
    """
    found = Edition.objects.filter(article=article)
    begun = found.begun().latest_first()
    return begun.first() or found.released().first() or found.order_by("-number").first()


def standing_withdrawal(article: Article) -> Withdrawal | None:
    """The withdrawal that nobody has ended."""
    return article.withdrawals.standing().first()


def is_public(article: Article) -> bool:
    """Whether readers see an edition of it now."""
    return article.editions.live().exists()


def end_withdrawal(article: Article, *, by: User) -> str:
    """It is public again from now on; out comes when it was withdrawn, "" if it was not."""
    standing = standing_withdrawal(article)
    if standing is None:
        return ""
    standing.restored_at, standing.restored_by = timezone.now(), by
    standing.save(update_fields=["restored_at", "restored_by"])
    return standing.at.isoformat()
