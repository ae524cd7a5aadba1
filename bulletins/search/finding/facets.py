"""By what the answers can be narrowed down, each value with how many articles of them it holds."""

from collections import Counter
from collections.abc import Callable, Iterable
from functools import cache, partial

from taggit.models import Tag

from bulletins.indexing.places import COLUMN, REGION, TAG, YEAR
from bulletins.listing.names import Places
from bulletins.search.finding.grouping import Found
from bulletins.search.query import Narrowings
from bulletins.search.results import Facet, FacetValue
from regions.models import Region

MOST = 12  # values of one facet
LOOKED_AT = 60  # marks of one kind, the most frequent, whose names are asked for
Names = Iterable[tuple[str, str, str]]  # mark, value, name


def facets_of(found: Iterable[Found], chosen: Narrowings, everywhere: Places) -> tuple[Facet, ...]:
    """Two small queries, however many articles there are."""
    filed = cache(partial(_filed, everywhere))
    counts = Counter(place for one in found for place in _places(one, filed))
    made = (
        _facet("region", "地区", chosen.region, counts, _regions(chosen.region)),
        _facet("column", "栏目", chosen.column, counts, _columns(everywhere)),
        _years(chosen.year, counts),
        _facet("tag", "标签", chosen.tag, counts, _tags),
    )
    return tuple(one for one in made if one.values)


def _facet(
    kind: str,
    name: str,
    chosen: str,
    counts: Counter[str],
    names: Callable[[list[str]], Names],
) -> Facet:
    sign = {"region": REGION, "column": COLUMN, "tag": TAG}[kind]
    frequent = [mark for mark, _ in counts.most_common() if mark[0] == sign][:LOOKED_AT]
    values = [
        FacetValue(value, named, counts[mark], value == chosen)
        for mark, value, named in names(frequent)
    ]
    values.sort(key=lambda one: (not one.chosen, -one.held, one.value))
    return Facet(kind, name, tuple(values[:MOST]))


def _regions(chosen: str) -> Callable[[list[str]], Names]:
    """Those at the top; below a chosen one, those that lie in it."""

    def names(marks: list[str]) -> Names:
        found = Region.objects.filter(pk__in=[mark[1:] for mark in marks])
        wanted = found.filter(pk=chosen) | found.filter(parent=chosen)
        rows = wanted if chosen else found.filter(parent=None)
        return [(REGION + pk, pk, name) for pk, name in rows.values_list("pk", "short_name")]

    return names


def columns_of(slug: str, everywhere: Places) -> list[int]:
    """What is filed under a column: in it, below it, in what was merged into it; [] of none."""
    column = next((one for one in everywhere.columns.values() if slug and one.slug == slug), None)
    return everywhere.leading_to(column.pk) if column else []


def _places(one: Found, filed: Callable[[str], frozenset[str]]) -> set[str]:
    """Its marks, with the columns around those in which it is filed."""
    own = [mark for mark in one.places if mark[0] == COLUMN]
    return set(one.places.difference(own).union(*map(filed, own)))


def _filed(everywhere: Places, mark: str) -> frozenset[str]:
    """A column and those above it, as marks."""
    around = everywhere.columns_around(int(mark[1:]))
    return frozenset(f"{COLUMN}{column.pk}" for column in around)


def _columns(everywhere: Places) -> Callable[[list[str]], Names]:
    def names(marks: list[str]) -> Names:
        columns = (everywhere.columns.get(int(mark[1:])) for mark in marks)
        return [(f"{COLUMN}{one.pk}", one.slug, one.name) for one in columns if one]

    return names


def _tags(marks: list[str]) -> Names:
    rows = Tag.objects.filter(pk__in=[int(mark[1:]) for mark in marks])
    return [_named(TAG, row) for row in rows.values_list("pk", "slug", "name")]


def _named(sign: str, row: tuple[int, str, str]) -> tuple[str, str, str]:
    pk, slug, name = row
    return f"{sign}{pk}", slug, name


def _years(chosen: str, counts: Counter[str]) -> Facet:
    years = sorted((mark[1:] for mark in counts if mark[0] == YEAR), reverse=True)
    values = (FacetValue(one, f"{one}年", counts[YEAR + one], one == chosen) for one in years)
    return Facet("year", "年份", tuple(values)[:MOST])
