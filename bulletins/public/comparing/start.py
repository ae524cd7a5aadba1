"""Where a comparison begins: what can be chosen, and what was wrong with what was chosen."""

from collections.abc import Iterable
from datetime import datetime
from typing import NamedTuple

from bulletins.listing import ALL, region_list
from bulletins.public.comparing.asking import UNREADABLE, Asked
from bulletins.public.comparing.result import Result
from bulletins.public.counted import provinces
from bulletins.public.entries import Entry, newest
from bulletins.public.sight import Sight
from bulletins.public.tallies import tallies_of
from regions.models import Region

OFFERED = 6  # bulletins


class Option(NamedTuple):
    code: str
    name: str
    chosen: bool


def start(found: Asked, now: datetime, problem: str = "") -> Result:
    """With what was chosen already filled in; one region alone came from that region's page."""
    sight = Sight(now)
    own = _region(found.regions[0]) if len(found.regions) == 1 else None
    name = region_list(own.code) if own else ALL
    years = [year for year, _ in tallies_of(name, sight).years]
    options = _options(found, own, sight)
    said = {
        "own": own,
        "options": options,
        "years": years,
        "chosen_years": [*found.years, *years][:2],
        "bulletins": [] if own else _bulletins(newest(ALL, sight)),
        "problem": problem or (UNREADABLE if found.odd else ""),
    }
    return Result("start", said)


def _region(code: str) -> Region | None:
    return Region.objects.filter(pk=code).first()


def _options(found: Asked, own: Region | None, sight: Sight) -> list[Option]:
    """The provinces; for a city or county, those beside it."""
    if own is None or own.parent_id is None:
        named: Iterable[tuple[str, str]] = (
            (one.code, one.short_name) for one in provinces(sight) if one.held
        )
    else:
        beside = Region.objects.filter(parent=own.parent_id).order_by("code")
        named = beside.values_list("code", "short_name", named=False)
    rows = dict(named)
    if own:
        rows.setdefault(own.code, own.short_name)
    return [Option(code, name, code in found.regions) for code, name in rows.items()]


def _bulletins(entries: Iterable[Entry]) -> list[Entry]:
    """Those with several regions."""
    return [one for one in entries if " · " in one.regions and not one.link][:OFFERED]
