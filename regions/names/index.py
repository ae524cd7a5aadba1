"""The dictionary behind the gazetteer: what each name may mean, worked out once."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from typing import NamedTuple

from regions.names.forms import beside_parent
from regions.names.meanings import Entry, entry_for, given_up, standing_alone
from regions.names.place import Place
from regions.names.text import joined, plain
from regions.official import FormerName

HEAD = 2  # no name is shorter


class Index(NamedTuple):
    """`alone` names stand by themselves, `beside` ones need their parent; `above` is the tree."""

    places: dict[str, Place]
    alone: dict[str, tuple[Entry, ...]]
    beside: dict[tuple[str, str], tuple[Entry, ...]]
    above: dict[str, frozenset[str]]
    heads: frozenset[str]  # how names begin: a text that begins otherwise is none


def build(rows: Iterable[Place], former: Iterable[FormerName]) -> Index:
    """Read all rows; `former` adds names given up, with the codes that stand for them now."""
    places = {place.code: place for place in rows}
    alone: dict[str, list[Entry]] = defaultdict(list)
    for name, entry in (*standing_alone(places), *given_up(former, places)):
        alone[joined(plain(name))].append(entry)
    beside = _beside(places)
    return Index(
        places,
        {name: _best(entries) for name, entries in alone.items()},
        {key: _best(entries) for key, entries in beside.items()},
        {code: frozenset(_above(code, places)) for code in places},
        frozenset(name[:HEAD] for name in (*alone, *(form for _, form in beside))),
    )


def _beside(places: Mapping[str, Place]) -> dict[tuple[str, str], list[Entry]]:
    beside: dict[tuple[str, str], list[Entry]] = defaultdict(list)
    for place in places.values():
        for parent in filter(None, (place.parent, place.also_under)):
            for form in beside_parent(place):
                beside[parent, form].append(entry_for(place, "short", places))
    return beside


def _best(entries: list[Entry]) -> tuple[Entry, ...]:
    """Only the entries of the best rank, each division once, in the order they came."""
    rank = min(entry.rank for entry in entries)
    kept: dict[str, Entry] = {}
    for entry in entries:
        if entry.rank == rank:
            kept.setdefault(entry.code, entry)
    return tuple(kept.values())


def _above(code: str, places: Mapping[str, Place]) -> set[str]:
    found: set[str] = set()
    step = {code}
    while step:
        known = [places[item] for item in step if item in places]
        step = {up for place in known for up in (place.parent, place.also_under) if up} - found
        found |= step
    return found
