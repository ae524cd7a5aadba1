"""What the database itself promises about one edition; what needs other rows is in refusals."""

from django.db.models import BaseConstraint, CheckConstraint, F, Q, UniqueConstraint

from bulletins.models.states import FOREVER, ChangeKind, ReleasedAs, State

# A CHECK holds for whatever is not false, and a comparison with NULL is not: each says "not NULL".
SEALED = Q(
    stages__isnull=False,
    stages__range=(1, 3),
    submitted_at__isnull=False,
    submitted_by__isnull=False,
)
UNSEALED = Q(stages=None, stages_passed=0, digest="", submitted_at=None, submitted_by=None)
# What 清除 leaves of what was public: its digest stands, nothing can be held against it any more.
ERASED = Q(state=State.RELEASED, title="", salt="")
PUBLIC = Q(live_from__isnull=False, live_until__isnull=False, released_at__isnull=False)
NOT_PUBLIC = Q(live_from=None, live_until=None, released_at=None, released_by=None, released_as="")

EDITION_CONSTRAINTS: list[BaseConstraint] = [
    UniqueConstraint(fields=["article", "number"], name="bulletins_edition_number"),
    UniqueConstraint(
        fields=["article"],
        condition=Q(state__in=(State.DRAFT, State.IN_REVIEW)),
        name="bulletins_edition_one_open",
        violation_error_message="这篇稿件已有一个版本在编辑或审核中",
    ),
    UniqueConstraint(
        fields=["article"],
        condition=Q(live_until=FOREVER),
        name="bulletins_edition_one_open_end",
    ),
    CheckConstraint(name="bulletins_edition_counts_from_1", condition=Q(number__gte=1)),
    CheckConstraint(name="bulletins_edition_state", condition=Q(state__in=State.values)),
    CheckConstraint(
        name="bulletins_edition_change_kind", condition=Q(change_kind__in=["", *ChangeKind.values])
    ),
    CheckConstraint(
        name="bulletins_edition_titled_when_submitted",
        condition=Q(state__in=(State.DRAFT, State.SET_ASIDE, State.DISCARDED))
        | ~Q(title="")
        | ERASED,
    ),
    CheckConstraint(
        name="bulletins_edition_sealed_when_submitted",
        condition=(Q(state=State.IN_REVIEW) & SEALED & ~Q(digest="") & ~Q(salt=""))
        | (Q(state=State.RELEASED) & ~Q(digest="") & (~Q(salt="") | ERASED))
        | (Q(state__in=(State.DRAFT, State.SET_ASIDE, State.DISCARDED)) & UNSEALED),
    ),
    CheckConstraint(
        name="bulletins_edition_stages_passed",
        condition=Q(stages=None, stages_passed=0)
        | Q(stages__isnull=False, stages_passed__lte=F("stages")),
    ),
    CheckConstraint(
        name="bulletins_edition_live_when_released",
        condition=(Q(state=State.RELEASED) & PUBLIC) | (~Q(state=State.RELEASED) & NOT_PUBLIC),
    ),
    CheckConstraint(
        name="bulletins_edition_released_by_whom",
        condition=Q(released_at=None) | Q(released_by__isnull=False),
    ),
    CheckConstraint(
        name="bulletins_edition_begins_before_it_ends",
        condition=Q(live_from=None) | Q(live_from__lt=F("live_until")),
    ),
    CheckConstraint(
        name="bulletins_edition_released_as",
        condition=(Q(released_as="", stages__isnull=False, stages_passed=F("stages")))
        | Q(released_as=ReleasedAs.IMPORTED, stages=None)
        | Q(released_as=ReleasedAs.URGENT, stages__isnull=False, review_due_at__isnull=False)
        | Q(released_as=ReleasedAs.RESTORED, restored_from__isnull=False)
        | ~Q(state=State.RELEASED),
    ),
    CheckConstraint(
        name="bulletins_edition_restored_from",
        condition=Q(restored_from=None) | Q(released_as=ReleasedAs.RESTORED),
    ),
    CheckConstraint(
        name="bulletins_edition_due_when_urgent",
        condition=Q(review_due_at=None) | Q(released_as=ReleasedAs.URGENT),
    ),
]
