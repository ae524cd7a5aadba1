"""Saying something beside a text, calling it done, opening it again; each is in the audit chain.

The words are a remark: the chain holds their salted hash only, so that they can be erased.
"""

from django.db import transaction
from django.utils import timezone

from accounts.audit import record, remark_of
from accounts.models import User
from bulletins.commenting import rights
from bulletins.commenting.announcing import announce_comment
from bulletins.commenting.places import Place, place_at
from bulletins.drafting.locking import lock
from bulletins.models import Comment, Edition
from bulletins.permissions import Hidden, Refused, scope_of
from bulletins.permissions.visibility import sees_some

LONGEST = 1000
CLOSED = "稿件{}，不能再批注"


@transaction.atomic
def comment(edition: Edition, key: str, text: str, *, by: User) -> Comment:
    """key: of a section or part, "" for the whole. Raises Hidden, or Refused with a sentence."""
    held, scope = _held(edition, by), scope_of(by)
    place = place_at(held, key)
    if place is None:
        raise Refused("没有批注：这一节刚刚被删去或换掉了，请刷新后再看")
    if not rights.may_read(scope, held, place):
        raise Hidden
    if not rights.may_comment(scope, held, place):
        raise Refused(_why_not(held))
    said = text.replace("\r\n", "\n")  # as a browser counts them
    if len(said) > LONGEST:
        raise Refused(f"批注最长 {LONGEST} 字，现在 {len(said)} 字：请分成几条")
    remark = remark_of(said)
    if remark is None:
        raise Refused("请写明批注的内容")
    made = Comment.objects.create(
        edition=held, key=key, about=place.words, author=by, remark=remark
    )
    announce_comment(held, place, by=by)
    detail = {"edition": held.number, "comment": made.pk, "key": key}
    record("comment", held, by=by, detail=detail, remark=remark)
    return made


@transaction.atomic
def resolve(edition: Edition, pk: int, *, by: User) -> Comment:
    """It is done, or answered; pk: of a comment on this edition. Raises Hidden or Refused."""
    held = _held(edition, by)
    found, place = _found(held, pk, by)
    if not rights.may_resolve(scope_of(by), held, place, found, by=by):
        raise Refused("您不能解决这条批注：由能改这一处的编辑或信息员，或批注人自己解决")
    if found.resolved_at is None:
        _mark(found, by)
        record("resolve_comment", held, by=by, detail=_detail(held, found))
    return found


@transaction.atomic
def reopen(edition: Edition, pk: int, *, by: User) -> Comment:
    """It is not done after all. Raises Hidden or Refused."""
    held = _held(edition, by)
    found, place = _found(held, pk, by)
    if not rights.may_reopen(scope_of(by), held, place, found, by=by):
        raise Refused("您不能重开这条批注：由审核人，或批注人自己重开")
    if found.resolved_at is not None:
        _mark(found, None)
        record("reopen_comment", held, by=by, detail=_detail(held, found))
    return found


def _mark(found: Comment, by: User | None) -> None:
    found.resolved_at, found.resolved_by = (timezone.now() if by else None), by
    found.save(update_fields=["resolved_at", "resolved_by"])


def _held(edition: Edition, by: User) -> Edition:
    """The row as it is now, if she may see anything of it."""
    held = lock(edition)
    if not sees_some(scope_of(by), held):
        raise Hidden
    return held


def _found(edition: Edition, pk: int, by: User) -> tuple[Comment, Place | None]:
    found = edition.comments.select_for_update().filter(pk=pk).first()
    place = place_at(edition, found.key) if found else None
    if found is None or not rights.may_read(scope_of(by), edition, place):
        raise Hidden
    if not rights.is_discussed(edition):
        raise Refused(CLOSED.format(edition.get_state_display()))
    return found, place


def _why_not(edition: Edition) -> str:
    if not rights.is_discussed(edition):
        return CLOSED.format(edition.get_state_display())
    return "您不能批注：需要这一处的编辑、信息员、审核或值班授权"


def _detail(edition: Edition, found: Comment) -> dict[str, object]:
    return {"edition": edition.number, "comment": found.pk, "key": found.key}
