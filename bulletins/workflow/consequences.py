"""What follows a verb, in one place where it can be read.

In the verb's transaction: the lists, the index of search, the printed form of what is released,
messages to those concerned (``concerned``; sent later), the audit entry, and which finished
pages it touches (``store``).
"""

from collections.abc import Mapping
from typing import Any

from accounts.audit import record
from accounts.models import Remark, User
from bulletins.indexing import reindex
from bulletins.listing import related_to, relist
from bulletins.models import Edition, State
from bulletins.rendering import keep_rendered
from bulletins.store import note
from bulletins.workflow.concerned import announce
from bulletins.workflow.touching import of_edition
from bulletins.workflow.verb import Verb

# What opens, closes or moves an interval of time
RELEASES = frozenset({"release", "release_urgently", "cancel_release", "reschedule"})


def follow(
    verb: Verb, edition: Edition, *, by: User, remark: Remark | None, detail: Mapping[str, Any]
) -> None:
    """Inside the transaction, after the row was written; the audit lock is taken last."""
    lists: frozenset[str] = frozenset()
    if verb.name in RELEASES:
        lists = relist(edition.article)
        reindex(edition.article)
        if edition.state == State.RELEASED:
            keep_rendered(edition, related_to(edition))
    announce(verb.name, edition, by=by, remark=remark)
    facts = {"article": edition.article_id, "edition": edition.number, "digest": edition.digest}
    record(verb.name, edition, by=by, detail=facts | dict(detail), remark=remark)
    if verb.name in RELEASES or edition.live_from:
        note(of_edition(edition, lists))
