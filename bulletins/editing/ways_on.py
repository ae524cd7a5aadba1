"""Which ways lead from an edition to another one of its article, or to a new article."""

from bulletins.drafting.rights import may_edit_whole
from bulletins.editing.page import EditionPage
from bulletins.models import State


def ways_on(page: EditionPage) -> dict[str, bool]:
    """For the buttons of the edition page; two queries."""
    edition = page.edition
    others = edition.article.editions.exclude(pk=edition.pk)
    still = edition.state in (State.RELEASED, State.DISCARDED)
    may_write = page.sees_whole and may_edit_whole(page.scope, edition)
    return {
        "may_start": still and may_write and not others.open().exists(),
        "has_others": others.exists(),
        "may_duplicate": may_write and edition.column.takes_articles,
    }
