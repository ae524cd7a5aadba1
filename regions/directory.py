"""The gazetteer as this office knows it: with the divisions and aliases it added itself."""

from collections.abc import Collection

from regions.models import Region
from regions.names import Gazetteer, Place
from regions.official import former_names, usual_aliases


def gazetteer() -> Gazetteer:
    """Build the names from the database (one query); from the packaged list before the first load.

    Keep the result while one piece of work lasts; a new custom division is in the next one.
    """
    places = [_place(region) for region in Region.objects.all()]
    return Gazetteer.from_rows(places, former_names()) if places else Gazetteer.packaged()


def full_names(codes: Collection[str]) -> dict[str, str]:
    """Code → the name with those above it: 120116 → 天津市滨海新区, so that it reads back alone."""
    known: dict[str, Region] = {}
    wanted = set(codes)
    while wanted:
        found = Region.objects.in_bulk(wanted)
        known |= found
        wanted = {region.parent_id for region in found.values() if region.parent_id} - known.keys()
    return {code: _full_name(known[code], known) for code in codes if code in known}


def _full_name(region: Region, known: dict[str, Region]) -> str:
    above = known.get(region.parent_id or "")
    return (_full_name(above, known) if above else "") + region.name


def _place(region: Region) -> Place:
    return Place(
        code=region.code,
        name=region.name,
        short_name=region.short_name,
        level=region.level,
        parent=region.parent_id or "",
        also_under=region.also_under_id or "",
        aliases=region.alias_list + usual_aliases().get(region.code, ()),
        successor=region.successor_id or "",
        ended=region.ended(),
    )
