"""恢复公开: what was withdrawn, or had come to its end, is public again, word for word."""

from django.db import transaction
from django.utils import timezone

from accounts.models import User
from bulletins.drafting.copying import exact_copy
from bulletins.models import Article, Edition, ReleasedAs, State
from bulletins.permissions import Refused
from bulletins.rendering import keep_rendered
from bulletins.workflow.articles.taking import begin, conclude
from bulletins.workflow.moments import told
from bulletins.workflow.sealing import digest_of
from bulletins.workflow.standing import end_withdrawal

TAMPERED = "库中的文字与签发时的校验码不符，可能被绕过程序改动：请报告管理员"


@transaction.atomic
def restore(article: Article, *, by: User) -> Edition:
    """A new edition, exact copy of the last public one, with its salt and digest.

    So its approvals stand; readers see from the editions' dates when it was away. A draft in work
    stays as it is. A public notice period that had ended has no end any more.
    """
    case = begin("restore", article, by=by)
    held, last = case.edition.article, case.edition
    if digest_of(last) != last.digest:
        raise Refused(f"不能恢复公开：{TAMPERED}")
    ended = held.ends_at if held.ends_at and held.ends_at <= timezone.now() else None
    if ended:
        held.ends_at = None
        held.save(update_fields=["ends_at"])
    copy = _released_copy(last, by=by)
    withdrawn = end_withdrawal(held, by=by)
    keep_rendered(copy)
    copy.refresh_from_db()
    detail = {"from": last.number, "to": copy.number, "digest": copy.digest, "ended": told(ended)}
    conclude("restore", case, detail=detail | {"withdrawn": withdrawn or told(last.live_until)})
    return copy


def _released_copy(last: Edition, *, by: User) -> Edition:
    """A draft in work is put aside while the copy is one: an article has one open draft."""
    drafts = last.article.editions.filter(state=State.DRAFT)
    aside = list(drafts.values_list("pk", flat=True))
    drafts.update(state=State.SET_ASIDE)
    copy, now = exact_copy(last, by=by), timezone.now()
    Edition.objects.filter(pk=copy.pk).update(
        state=State.RELEASED,
        digest=last.digest,
        column_name=last.column_name,
        released_as=ReleasedAs.RESTORED,
        restored_from=last.restored_from or last,
        released_by=by,
        released_at=now,
        live_from=now,
        live_until=last.article.ends,
    )
    Edition.objects.filter(pk__in=aside).update(state=State.DRAFT)
    copy.refresh_from_db()
    return copy
