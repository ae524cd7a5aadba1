"""Related articles for what became public without a release of its own: moved in, or older."""

from django.db import transaction

from bulletins.drafting.locking import lock_unless_erased
from bulletins.listing import related_to
from bulletins.models import Edition
from bulletins.rendering import keep_related


def relate_missing() -> int:
    """Choose them wherever none were chosen; one article at a time, so it may be broken off.

    Out comes how many articles that were.
    """
    unrelated = Edition.objects.live().filter(rendered_facts__related__isnull=True)
    numbers = list(unrelated.order_by("pk").values_list("pk", flat=True))
    for number in numbers:
        with transaction.atomic():
            if held := lock_unless_erased(Edition(pk=number)):
                keep_related(held, related_to(held))
    return len(numbers)
