"""What the site consists of at a moment: every address, and what each depends on."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from django.utils import timezone

from bulletins.pages.export.around import Around, around_at
from bulletins.pages.export.articles import FORMS, Articles
from bulletins.pages.export.lists import Lists
from bulletins.pages.export.marks import mark
from bulletins.pages.export.moments import next_moment
from bulletins.pages.export.moved import Moved, merged, old_addresses, titles
from bulletins.pages.export.rows import Rows, rows_at
from bulletins.pages.export.standing import standing
from bulletins.pages.export.wanted import Wanted


@dataclass(frozen=True)
class Plan:
    """wanted: pages and files by address. gone: article addresses that answer 410, or lead on."""

    at: datetime
    valid_until: datetime
    forms: Sequence[str]
    generation: str
    wanted: Mapping[str, Wanted]
    gone: Mapping[str, Wanted]
    moved: Mapping[str, Moved]


def plan_now(forms: Sequence[str] = FORMS) -> Plan:
    """A fixed number of queries."""
    at = timezone.now()
    around, rows = around_at(at), rows_at(at)
    articles = Articles(around, rows, forms)
    texts, gone = list(articles.wanted()), _gone(articles)
    everything = mark([one.key for one in texts], gone)
    lists = Lists(around, rows)
    wanted = _by_address([*standing(around, lists, everything), *lists.wanted(), *texts])
    valid_until = next_moment(around, articles, at)
    moved = _moved(around, rows, wanted)
    return Plan(at, valid_until, tuple(forms), around.pages, wanted, gone, moved)


def _gone(articles: Articles) -> dict[str, Wanted]:
    return _by_address(
        Wanted(f"/articles/{one.number}/", key, one.number or 0) for one, key in articles.gone()
    )


def _moved(around: Around, rows: Rows, wanted: Mapping[str, Wanted]) -> dict[str, Moved]:
    """An old address leads on only where there is nothing else."""
    found = {one.address: one for one in old_addresses(rows) if one.address not in wanted}
    return found | {one.address: one for one in (*titles(rows), *merged(around))}


def _by_address(found: Iterable[Wanted]) -> dict[str, Wanted]:
    return {one.address: one for one in found}
