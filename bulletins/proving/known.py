"""Articles that are named by their numbers, to a command."""

from collections.abc import Collection

from django.core.management.base import CommandError

from bulletins.models import Edition, State

UNKNOWN = "没有签发过这些编号的稿件，或已清除：{}。请核对编号"


def refuse_unknown(numbers: Collection[int]) -> None:
    """Raises CommandError: of a number that is wrong nothing is proved."""
    released = Edition.objects.filter(state=State.RELEASED, article__erased_at=None)
    found = released.filter(article__number__in=numbers).values_list("article__number", flat=True)
    if missing := sorted({*numbers} - {*found}):
        raise CommandError(UNKNOWN.format("、".join(map(str, missing))))
