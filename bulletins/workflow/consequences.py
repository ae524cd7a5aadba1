"""What follows a verb, in one place where it can be read.

In the verb's transaction: the audit entry. Listings, search rows, purges and mails join here with
the parts of the product that need them.
"""

from collections.abc import Mapping
from typing import Any

from accounts.audit import record
from accounts.models import Remark, User
from bulletins.models import Edition
from bulletins.workflow.verbs import Verb


def follow(
    verb: Verb, edition: Edition, *, by: User, remark: Remark | None, detail: Mapping[str, Any]
) -> None:
    """Inside the transaction, after the row was written; the audit lock is taken last."""
    facts = {"article": edition.article_id, "edition": edition.number, "digest": edition.digest}
    record(verb.name, edition, by=by, detail=facts | dict(detail), remark=remark)
