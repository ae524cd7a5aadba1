"""Making a link and taking it back; both are in the audit chain."""

import hashlib
import secrets
from dataclasses import dataclass
from datetime import timedelta

from django.conf import settings
from django.db import transaction
from django.utils import timezone

from accounts.audit import record
from accounts.models import User
from bulletins.document.digest import new_salt
from bulletins.drafting import rights
from bulletins.drafting.locking import lock, lock_all
from bulletins.models import Article, Edition, PreviewLink, State
from bulletins.permissions import Hidden, Refused, Scope, scope_of
from bulletins.permissions.visibility import sees_some
from bulletins.previews.sealing import text_now

DAYS, MOST_DAYS = 7, 30
TOKEN_BYTES = 32  # 256 bits: nobody guesses one


@dataclass(frozen=True, slots=True)
class FreshLink:
    """token: told now and never again."""

    link: PreviewLink
    token: str

    @property
    def address(self) -> str:
        return f"{settings.SITE_URL}/preview/{self.token}/"


def may_make(scope: Scope, edition: Edition) -> bool:
    """Whoever may write and submit it, while readers cannot see it themselves."""
    return is_shown(edition) and rights.may_edit_whole(scope, edition)


def is_shown(edition: Edition) -> bool:
    """Whether links of it can show anything: in work, or waiting for its time."""
    if edition.state in (State.DRAFT, State.IN_REVIEW):
        return True
    return edition.state == State.RELEASED and edition.is_scheduled()


@transaction.atomic
def make_link(
    edition: Edition, *, by: User, days: int = DAYS, note: str = "", changes: int | None = None
) -> FreshLink:
    """A link to the text as it is now. Raises Hidden, or Refused with a sentence.

    changes: the count of changes on the page that by looked at; refused if there were more since.
    """
    held = lock(edition)
    _require(held, by)
    if not 1 <= days <= MOST_DAYS:
        raise Refused(f"有效期请填 1 到 {MOST_DAYS} 天")
    if changes is not None and changes != held.changes:
        raise Refused("您打开之后稿件又有改动：请看过最新内容后再建预览链接")
    fresh = _stored(held, by, days, note)
    facts = {"edition": held.number, "link": fresh.link.pk, "days": days}
    record("make_preview_link", held, by=by, detail=facts)
    return fresh


@transaction.atomic
def revoke_link(edition: Edition, link: int, *, by: User) -> None:
    """Whoever has it sees nothing from now on; link: its id, of this edition."""
    held = lock(edition)
    _require_editor(held, by)
    found = held.preview_links.filter(pk=link)
    if not found.exists():
        raise Hidden
    if found.filter(revoked_at=None).update(revoked_at=timezone.now(), revoked_by=by):
        record("revoke_preview_link", held, by=by, detail={"edition": held.number, "link": link})


def close_links(article: Article, *, by: User) -> list[int]:
    """Take back what is open of any of its editions; inside the transaction of a withdrawal.

    Out come their ids, for its entry in the audit chain.
    """
    lock_all(article)
    now = timezone.now()
    found = PreviewLink.objects.filter(
        edition__article=article, revoked_at=None, expires_at__gt=now
    )
    links = list(found.order_by("pk").values_list("pk", flat=True))
    PreviewLink.objects.filter(pk__in=links).update(revoked_at=now, revoked_by=by)
    return links


def hash_of(token: str) -> str:
    """How a token is kept: enough to know it again, not to use it."""
    return hashlib.sha256(token.encode()).hexdigest()


def _stored(edition: Edition, by: User, days: int, note: str) -> FreshLink:
    token, salt, now = secrets.token_urlsafe(TOKEN_BYTES), new_salt().hex(), timezone.now()
    link = PreviewLink.objects.create(
        edition=edition,
        token_hash=hash_of(token),
        digest=text_now(edition).digest(salt),
        salt=salt,
        note=note.replace("\0", "").strip()[:60],
        made_by=by,
        made_at=now,
        expires_at=now + timedelta(days=days),
    )
    return FreshLink(link, token)


def _require(edition: Edition, by: User) -> None:
    _require_editor(edition, by)
    if not is_shown(edition):
        raise Refused(f"稿件{edition.get_state_display()}，不能建预览链接")


def _require_editor(edition: Edition, by: User) -> None:
    scope = scope_of(by)
    if rights.may_edit_whole(scope, edition):
        return
    if not sees_some(scope, edition):
        raise Hidden
    raise Refused("您不能建立和收回预览链接：需要该栏目的编辑授权")
