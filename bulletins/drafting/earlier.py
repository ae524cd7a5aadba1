"""Keeping what stood there before."""

from accounts.models import User
from bulletins.document.html.writing import write_html
from bulletins.document.tree import Document, DocumentPart
from bulletins.models import EarlierText, Edition


def keep_part(edition: Edition, part: DocumentPart, *, by: User, removed: bool = False) -> None:
    """What a part said before by changed or removed it; an empty part needs no keeping."""
    if part.heading or part.intro or part.sections or removed:
        _keep(edition, Document(parts=(part,)), part.key, part.heading, by, removed=removed)


def keep_head(edition: Edition, head: Document, *, by: User) -> None:
    """The fields and texts around the parts, before by changed them."""
    _keep(edition, head, "", head.title, by)


def _keep(
    edition: Edition, document: Document, key: str, heading: str, by: User, *, removed: bool = False
) -> None:
    EarlierText.objects.create(
        edition=edition,
        key=key,
        heading=heading[:200],
        html=write_html(document),
        replaced_by=by,
        removed=removed,
    )
