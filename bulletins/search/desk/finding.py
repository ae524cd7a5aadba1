"""What one person finds: understood, looked for, the best on top, a page of it shown."""

import logging
from datetime import datetime

from django.db import DatabaseError

from bulletins.indexing import freshen
from bulletins.listing.names import Places
from bulletins.permissions import Scope
from bulletins.search.desk.looking import Looked, look, newest
from bulletins.search.desk.reach import Reach
from bulletins.search.desk.results import Findings
from bulletins.search.desk.showing import groups_of
from bulletins.search.finding import places_of
from bulletins.search.finding.facets import columns_of
from bulletins.search.finding.sought import Plan, plan
from bulletins.search.query import Query, known_at, spell, understand
from bulletins.search.spelling import did_you_mean

LENGTH = 20  # editions on a page
FRESH, HALF = 8.0, 120.0  # what the last changed gains; days after which it is half of that

log = logging.getLogger(__name__)


def find_seen(typed: str, scope: Scope, now: datetime, page: int = 1) -> Findings:
    """Best first. Never raises over what was typed; a bounded number of queries."""
    query = understand(typed, known_at(now))
    lie = Places()
    places = places_of(query.narrowings, lie) if query and scope.held else None
    if places is None:
        return Findings(query, (), 0, False, 1, 1)
    _refresh()
    columns = frozenset(columns_of(query.narrowings.column, lie))
    planned, reach = plan(query), Reach(scope, query.narrowings, columns)
    unwanted = [word.text for word in query.excluded]
    looked = (
        look(planned, reach, places, unwanted) if planned.phrase else newest(planned, reach, places)
    )
    found = _page(query, looked, _sorted(looked, now), page, planned)
    return found if found.total else found._replace(meant=_meant(query, now))


def _meant(query: Query, now: datetime) -> tuple[str, ...]:
    """Of what stands in quotation marks nothing else is meant."""
    if any(word.exact for word in query.words):
        return ()
    return tuple(spell(one) for one in did_you_mean(query, now))


def _refresh() -> None:
    """What was written a moment ago is found; if somebody else is writing just now, a bit later."""
    try:
        freshen()
    except DatabaseError:
        log.warning("Drafts were not indexed before a search", exc_info=True)


def _sorted(looked: Looked, now: datetime) -> list[int]:
    """Editions, best first: where it stands, then when it was changed."""

    def key(edition: int) -> tuple[float, float, int]:
        changed = looked.seen[edition].changed
        days = max((now - changed).total_seconds() / 86_400, 0.0)
        judged = looked.by_edition[edition]
        score = judged[0].score if judged else 0.0
        return -score - FRESH * 0.5 ** (days / HALF), -changed.timestamp(), -edition

    return sorted(looked.by_edition, key=key)


def _page(query: Query, looked: Looked, found: list[int], page: int, plan: Plan) -> Findings:
    pages = max(-(-len(found) // LENGTH), 1)
    page = min(max(page, 1), pages)
    shown = found[(page - 1) * LENGTH : page * LENGTH]
    groups = groups_of(shown, looked.by_edition, plan)
    return Findings(query, groups, len(found), looked.capped, page, pages)
