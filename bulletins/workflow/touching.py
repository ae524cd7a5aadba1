"""Which finished pages a verb touches beside those of its article and of its lists."""

from bulletins.models import Edition
from bulletins.store import Change

# After these, other articles' pages name it differently, again, or no more
ELSEWHERE = frozenset(
    {"archive", "unarchive", "withdraw", "restore", "backdate", "set_end", "erase"}
)

SAID = ("list_title", "title", "link_only_to", "column", "live_until")


def of_article(name: str, number: int, lists: frozenset[str]) -> Change:
    return Change(number, lists, elsewhere=name in ELSEWHERE)


def of_edition(edition: Edition, lists: frozenset[str]) -> Change:
    """lists: none where no interval was written. Also of what begins later (``store.events``)."""
    number = edition.article.number or 0
    if not lists or edition.live_from is None:
        return Change(number, lists)
    earlier = edition.article.editions.released().filter(live_from__lt=edition.live_from)
    before = earlier.latest_first().only(*SAID).first()
    if before is None:
        return Change(number, lists, beside=True)
    goes_on = before.live_until == edition.live_from and _printed(before) == _printed(edition)
    return Change(number, lists, elsewhere=not goes_on)


def _printed(edition: Edition) -> tuple[str, str, int]:
    """What pages of other articles say of it, and in which column it stands between others."""
    return edition.list_title or edition.title, edition.link_only_to, edition.column_id
