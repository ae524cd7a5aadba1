"""An answer to whatever was asked: what says it, else what was meant, else what says most of it."""

from datetime import datetime
from typing import NamedTuple

from bulletins.search.finding import find
from bulletins.search.query import Query
from bulletins.search.results import Results
from bulletins.search.spelling import did_you_mean


class Answer(NamedTuple):
    """meant: what else may have been meant. instead: what was answered in place of the query.

    found: how many articles say what was asked.
    """

    results: Results
    meant: tuple[Query, ...] = ()
    instead: Query | None = None
    found: int = 0


def answer(query: Query, *, now: datetime, page: int = 1) -> Answer:
    """Results that are not of the query itself have ``instead`` or ``loosened``.

    What is asked for in quotation marks is answered as it is, or not at all.
    """
    results = find(query, now=now, page=page)
    if results.groups or not query.words:
        return Answer(results, found=results.total)
    meant = did_you_mean(query, now)
    if any(word.exact for word in query.words):
        return Answer(results, meant)
    for one in meant[:1]:
        found = find(one, now=now, page=page)
        if found.groups:
            return Answer(found, meant, one)
    return Answer(find(query, now=now, page=page, loose=True), meant)
