"""Where nothing was found: the same question with less in it, and in places nearby."""

from collections.abc import Iterator
from datetime import datetime

from bulletins.public.search.addresses import Way, address_of, with_place
from bulletins.public.search.asking import Asked
from bulletins.search.nearest import nearest_regions
from bulletins.search.query import Query

MOST_WORDS = 6


def wider(asked: Asked) -> list[Way]:
    """Without one of its conditions; with one of its words alone."""
    return [*_fewer_conditions(asked), *_fewer_words(asked.query)]


def nearby(query: Query, now: datetime) -> list[Way]:
    """The same in the regions around the one that was asked for; those that say something."""
    code = query.narrowings.region
    found = nearest_regions(code, now) if code else ()
    return [Way(one.name, with_place(query, "region", one.code)) for one in found]


def _fewer_conditions(asked: Asked) -> Iterator[Way]:
    if asked.query.words or len(asked.names) > 1:
        for kind, name in asked.names.items():
            yield Way(f"不限“{name}”", with_place(asked.query, kind, ""))


def _fewer_words(query: Query) -> Iterator[Way]:
    """What must not be said is left out, too."""
    if len(query.words) + len(query.excluded) < 2:
        return
    for word in query.words[:MOST_WORDS]:
        alone = query._replace(words=(word,), excluded=())
        yield Way(f"只找“{word.said or word.text}”", address_of(alone))
