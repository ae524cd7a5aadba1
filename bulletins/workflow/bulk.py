"""Doing one thing to many editions: each by itself, through the verbs, with a sentence for each.

What a verb refuses for one, it refuses for that one only: nothing is taken back for the others.
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace

from django.db import transaction
from django.utils import timezone

from accounts.models import User
from bulletins import drafting
from bulletins.drafting.authors import WARNING, Unaware
from bulletins.drafting.head import Head, head_of
from bulletins.models import Column, Edition, State
from bulletins.permissions import Hidden, Refused
from bulletins.workflow.articles import archive
from bulletins.workflow.reviews import submit

MOST = 200  # at once; each is a transaction with its entry in the audit chain
Act = Callable[[Edition], str]


@dataclass(frozen=True, slots=True)
class Result:
    """What came of one. edition: the one that was chosen; said: what was done, or why not."""

    edition: Edition
    done: bool
    said: str


def do_to_each(editions: Iterable[Edition], act: Act) -> list[Result]:
    """Every one in a transaction of its own, in the order in which they came."""
    return [_result(edition, act) for edition in editions]


def tagging(tags: Sequence[str], *, by: User) -> Act:
    """加标签: those it has stay."""

    def add(head: Head) -> Head:
        kept = dict.fromkeys((*head.document.tags, *tags))
        return replace(head, document=replace(head.document, tags=tuple(kept)))

    said = f"已加标签{'、'.join(tags)}"
    return lambda edition: _written(edition, add, said, "标签都已经有了，没有改动", by=by)


def moving(column: Column, *, by: User) -> Act:
    """移到其他栏目."""

    def move(head: Head) -> Head:
        return replace(head, column=column)

    said, same = f"已移到“{column}”", f"已经在“{column}”，没有改动"
    return lambda edition: _written(edition, move, said, same, by=by)


def submitting(*, by: User) -> Act:
    """送审."""

    def act(edition: Edition) -> str:
        submit(edition, by=by)
        return "已送审"

    return act


def archiving(*, by: User) -> Act:
    """归档, of the article."""

    def act(edition: Edition) -> str:
        archive(edition.article, by=by)
        return "已归档"

    return act


def _result(edition: Edition, act: Act) -> Result:
    try:
        with transaction.atomic():
            return Result(edition, True, act(edition))
    except Unaware:
        return Result(edition, False, f"{WARNING}：请打开这一稿，确认后再改")
    except Hidden:
        return Result(edition, False, "没有这篇稿件")
    except Refused as refusal:
        return Result(edition, False, str(refusal))


def _written(
    edition: Edition, change: Callable[[Head], Head], said: str, same: str, *, by: User
) -> str:
    """Write it in the draft, or in a new edition of what is public; say where."""
    stands = head_of(edition)
    if change(stands) == stands:
        return same
    draft = _draft_for(edition, by=by)
    fresh = head_of(draft)
    drafting.save_head(draft, change(fresh), seen=draft.revision, by=by)
    return said if draft == edition else f"{said}，写在新建的第 {draft.number} 版草稿中"


def _draft_for(edition: Edition, *, by: User) -> Edition:
    """The edition, unless it is public, or will be: then the next one of its article."""
    now = timezone.now()
    if edition.state == State.RELEASED and (edition.is_live(now) or edition.is_scheduled(now)):
        return drafting.start_edition(edition.article, by=by)
    if edition.state == State.RELEASED:
        raise Refused("这一版已被替换，不能修改：请选它的最新版本")
    return edition
