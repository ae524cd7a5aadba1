"""What is offered for what stands in the box: names first, then titles; public text only."""

from datetime import datetime

from django.urls import reverse

from bulletins.document.folding import fold
from bulletins.document.plain import visible
from bulletins.search.suggesting.names import names_like, texts_of
from bulletins.search.suggesting.suggestion import Suggestion

MOST = 8
LONGEST_TYPED = 64


def suggest(typed: str, now: datetime) -> tuple[Suggestion, ...]:
    """At most eight; none for what is no word. A fixed number of queries."""
    asked = fold(visible(typed[:LONGEST_TYPED]))
    if not asked:
        return ()
    found = names_like(asked, now)[:MOST]
    return tuple(
        Suggestion(text, one.kind, reverse(one.kind, args=[one.key]))
        for one, text in texts_of(found)
    )
