"""Keeping what somebody types, every few seconds, until she saves it.

A working copy is hers alone: no edition, no author, no history, no entry in the audit chain.
"""

import re
from collections.abc import Iterable, Mapping
from datetime import datetime

from django.db import transaction
from django.utils import timezone

from accounts.models import User
from bulletins.drafting import rights
from bulletins.drafting.locking import lock
from bulletins.models import Edition, State, WorkingCopy
from bulletins.permissions import Hidden, Refused, Scope, scope_of

HEAD, ORDER, NEW = "head", "order", "new-"
KEY = re.compile(r"(?:[a-z][0-9a-z]{5}|head|order|new-\d{1,2})\Z")
MOST = 60  # boxes of one person in one edition
LONGEST = 5_000_000  # characters of one box


class Elsewhere(Refused):
    """She wrote there in another window, later than this one has heard."""

    def __init__(self, at: datetime) -> None:
        self.at = at
        super().__init__("您在另一个窗口也写了这一部分：这里写的没有暂存到服务器，请先选定用哪一份")


@transaction.atomic
def keep(
    edition: Edition,
    key: str,
    fields: Mapping[str, str],
    *,
    seen: int,
    by: User,
    since: datetime | None = None,
) -> WorkingCopy:
    """Keep what by typed in one box. Raises Hidden or Refused where she could not save it.

    since: when the copy was kept that she has before her; raises Elsewhere if there is another now.
    """
    held = lock(edition)  # so that nothing is kept of what is being erased or handed in
    _require(held, key, fields, by)
    if since:
        _require_known(held, key, since, by)
    copy, _ = WorkingCopy.objects.update_or_create(
        edition=held,
        user=by,
        key=key,
        defaults={"fields": dict(fields), "seen": max(seen, 0), "saved_at": timezone.now()},
    )
    return copy


def copies_of(edition: Edition, by: User) -> list[WorkingCopy]:
    """What she typed there and did not save."""
    return list(edition.working_copies.filter(user=by))


def order_of(copies: Iterable[WorkingCopy]) -> list[str]:
    """The keys of the parts as she put them; [] where she did not."""
    return next((one.fields.get("order", "").split() for one in copies if one.key == ORDER), [])


def drop(edition: Edition, key: str, *, by: User) -> None:
    """It is saved, or she does not want it any more."""
    edition.working_copies.filter(user=by, key=key).delete()


def _require_known(edition: Edition, key: str, since: datetime, by: User) -> None:
    stands = edition.working_copies.select_for_update().filter(user=by, key=key).first()
    if stands and stands.saved_at != since:
        raise Elsewhere(stands.saved_at)


def _require(edition: Edition, key: str, fields: Mapping[str, str], by: User) -> None:
    scope = scope_of(by)
    if edition.state != State.DRAFT:
        raise Refused(f"稿件{edition.get_state_display()}，不能再写")
    if not KEY.match(key) or sum(map(len, fields.values())) > LONGEST:
        raise Refused("没有暂存：内容太长，或不属于这一页")
    if key in (HEAD, ORDER):
        rights.require_edit_whole(scope, edition)
    elif key.startswith(NEW):
        if not rights.may_add_part(scope, edition):
            raise Hidden
    else:
        _require_part(edition, key, scope)
    others = edition.working_copies.filter(user=by).exclude(key=key)
    if others.count() >= MOST:
        raise Refused("没有暂存：同时打开的太多，请先保存一部分")


def _require_part(edition: Edition, key: str, scope: Scope) -> None:
    part = next((one for one in edition.parts.all() if one.key == key), None)
    if part is None:
        raise Hidden
    rights.require_edit_part(scope, edition, part.region_id)
