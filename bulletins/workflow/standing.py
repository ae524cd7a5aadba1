"""Where an article stands: which edition speaks for it, whether it is public or withdrawn."""

from django.utils import timezone

from accounts.models import User
from bulletins.document.wording import spoken
from bulletins.models import Article, Edition, Withdrawal
from bulletins.models.edition_queryset import EditionQuerySet


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


def first_to_be_cancelled(scheduled: EditionQuerySet) -> str | None:
    """The sentence about an edition whose time is to come, where that stands in the way."""
    later = scheduled.first()
    if later is None or later.live_from is None:
        return None
    return f"第 {later.number} 版已定于 {spoken(later.live_from)} 公开：请先取消它的发布"


def end_withdrawal(article: Article, *, by: User) -> str:
    """It is public again from now on; out comes when it was withdrawn, "" if it was not."""
    standing = standing_withdrawal(article)
    if standing is None:
        return ""
    standing.restored_at, standing.restored_by = timezone.now(), by
    standing.save(update_fields=["restored_at", "restored_by"])
    return standing.at.isoformat()
