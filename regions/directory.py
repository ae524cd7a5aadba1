"""The gazetteer as this office knows it: with the divisions and aliases it added itself."""

from regions.models import Region
from regions.names import Gazetteer, Place
from regions.official import former_names, usual_aliases


def gazetteer() -> Gazetteer:
    """Build the names from the database (one query); from the packaged list before the first load.

    Keep the result while one piece of work lasts; a new custom division is in the next one.
    """
    places = [_place(region) for region in Region.objects.all()]
    return Gazetteer.from_rows(places, former_names()) if places else Gazetteer.packaged()


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
