"""What an article was: its public editions up to now, and which of them can still be read."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import cached_property
from itertools import pairwise
from typing import Any, NamedTuple

from django.db.models import QuerySet

from bulletins.models import (
    ChangeKind,
    Edition,
    ReleasedAs,
    Withdrawal,
    WithdrawalReason,
    standstill,
)
from bulletins.models.prepared import one_row


class Begun(NamedTuple):
    """An edition that is or was public. changes: in how many places, key of the first."""

    pk: int
    number: int
    kind: str
    note: str
    released_as: str
    since: datetime
    until: datetime
    released_at: datetime
    stages: int | None
    stages_passed: int
    changes: Sequence[Any] | None = None

    @property
    def is_restored(self) -> bool:
        return self.released_as == ReleasedAs.RESTORED


class Taken(NamedTuple):
    """A withdrawal: when, for a value of ``WithdrawalReason``."""

    at: datetime
    reason: str

    @property
    def reason_in_words(self) -> str:
        return str(WithdrawalReason(self.reason).label)


class Barrier(NamedTuple):
    """What was public before that moment stays closed. reason: in words for readers."""

    at: datetime
    reason: str


@dataclass(frozen=True)
class Past:
    """Editions in the order in which readers had them; the last is the one they have."""

    editions: Sequence[Begun]
    withdrawals: Sequence[Taken]

    @cached_property
    def barrier(self) -> Barrier | None:
        """The last act that took earlier texts from readers.

        更正（涉及个人信息） does, and so do a withdrawal and the end of 公示期: what they took
        comes back by 恢复公开, not by the release of another text. After 涉及个人信息 nothing
        earlier does.
        """
        private = WithdrawalReason.PRIVACY
        found = [
            Barrier(one.since, private.label)
            for one in self.editions[1:]
            if one.kind == ChangeKind.PRIVACY and not one.is_restored
        ]
        found += [
            Barrier(one.until, "公示期满")
            for one, after in pairwise(self.editions)
            if one.until < after.since and not after.is_restored and not self._taken_at(one.until)
        ]
        found += [
            Barrier(one.at, one.reason_in_words)
            for one in self.withdrawals
            if one.reason == private or not self._came_back_as_it_was(one)
        ]
        return max(found, default=None)

    def edition(self, number: int) -> Begun | None:
        return next((one for one in self.editions if one.number == number), None)

    def after(self, edition: Begun) -> Begun | None:
        """What readers had next."""
        return next((one for one in self.editions if one.since > edition.since), None)

    def is_readable(self, edition: Begun) -> bool:
        barrier = self.barrier
        return barrier is None or edition.since >= barrier.at

    @property
    def readable(self) -> list[int]:
        """Primary keys of what can be read, the last first."""
        return [one.pk for one in reversed(self.editions) if self.is_readable(one)]

    def _taken_at(self, moment: datetime) -> bool:
        return any(one.at == moment for one in self.withdrawals)

    def _came_back_as_it_was(self, taken: Taken) -> bool:
        back = next((one for one in self.editions if one.since >= taken.at), None)
        return back is not None and back.is_restored


def past_of(live: Edition, at: datetime | None = None) -> Past:
    """Of an article that is public, in two queries; in none where there was never another edition.

    at: as it was at that moment, live being what was public then.
    """
    if _is_first(live):
        return Past([_begun(live)], [])
    at = at or standstill.now()
    editions = [Begun(*row) for row in _editions(live.article_id, at)]
    return Past(editions, [Taken(*row) for row in _withdrawals(live.article_id, at)])


def _is_first(live: Edition) -> bool:
    """Number 1 nearly always is; it may have been put aside, and released after number 2."""
    return live.number == 1 and (live.rendered_facts or {}).get("changes") is None


def _begun(live: Edition) -> Begun:
    assert live.live_from
    assert live.live_until
    assert live.released_at
    return Begun(
        live.pk,
        live.number,
        live.change_kind,
        live.change_note,
        live.released_as,
        live.live_from,
        live.live_until,
        live.released_at,
        live.stages,
        live.stages_passed,
    )


@one_row
def _editions(article: int, at: datetime) -> QuerySet[Edition, tuple[Any, ...]]:
    begun = Edition.objects.begun(at).filter(article=article).order_by("live_from", "number")
    row = ("pk", "number", "change_kind", "change_note", "released_as", "live_from", "live_until")
    return begun.values_list(
        *row, "released_at", "stages", "stages_passed", "rendered_facts__changes"
    )


@one_row
def _withdrawals(article: int, at: datetime) -> QuerySet[Withdrawal, tuple[Any, ...]]:
    taken = Withdrawal.objects.filter(article=article, at__lte=at).order_by("at")
    return taken.values_list("at", "reason")
