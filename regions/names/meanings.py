"""What each name may mean, and which meaning counts."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from typing import Final, NamedTuple

from regions.names.forms import derived
from regions.names.place import Place
from regions.names.resolution import How
from regions.official import FormerName

# A name in use beats one that follows from a rule (东乡县 for 东乡族自治县), and both one given up.
IN_USE: Final = 0
BY_RULE: Final = 1
GIVEN_UP: Final = 2


class Entry(NamedTuple):
    """One thing a name may mean."""

    rank: int
    code: str
    how: How


def standing_alone(places: Mapping[str, Place]) -> Iterator[tuple[str, Entry]]:
    """Every name that needs nothing beside it, with what it means."""
    for place in places.values():
        yield place.name, entry_for(place, "custom" if place.level == "custom" else "exact", places)
        for alias in place.aliases:
            yield alias, entry_for(place, "alias", places)
        for form in derived(place):
            yield form, entry_for(place, "alias", places, BY_RULE)
    yield from _short_names(places)


def given_up(
    former: Iterable[FormerName], places: Mapping[str, Place]
) -> Iterator[tuple[str, Entry]]:
    """Names from before the list was drawn up, with the divisions that stand for them now."""
    for old in former:
        if old.successor in places:
            for name in filter(None, (old.name, old.short_name)):
                yield name, Entry(GIVEN_UP, old.successor, "former")


def entry_for(place: Place, how: How, places: Mapping[str, Place], rank: int = IN_USE) -> Entry:
    """An ended division stands for its successor; a circle of successors stops where it closes."""
    if not place.ended:
        return Entry(rank, place.code, how)
    seen = {place.code}
    while place.ended and place.successor in places and place.successor not in seen:
        place = places[place.successor]
        seen.add(place.code)
    return Entry(GIVEN_UP, place.code, "former")


def _short_names(places: Mapping[str, Place]) -> Iterator[tuple[str, Entry]]:
    called: dict[str, list[Place]] = defaultdict(list)
    for place in places.values():
        called[place.short_name].append(place)
    for short, group in called.items():
        for place in _meant(group):
            yield short, entry_for(place, "short", places)


def _meant(group: list[Place]) -> list[Place]:
    """Provinces and prefectures, with every county that could be meant instead.

    A province before all (河北, 海南); 长沙 is the city, not its county; 西安 as the first city of
    a province is no district elsewhere; 朝阳 may be any of three.
    """
    now = [place for place in group if not place.ended] or group
    if provinces := [place for place in now if place.level == "province"]:
        return provinces
    cities = [place for place in now if place.level == "prefecture"]
    if not cities or any(place.is_seat for place in cities):
        return cities
    inside = tuple(place.code[:4] for place in cities)
    return cities + [p for p in now if p.level == "county" and not p.code.startswith(inside)]
