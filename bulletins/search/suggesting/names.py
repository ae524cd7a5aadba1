"""Regions, columns and tags by the beginning of their names: those that hold something public.

Of all that fit, so many are held against their lists' counts that what is not public is no reason
for a public one to be missing.
"""

from collections.abc import Iterable, Iterator
from datetime import datetime
from typing import NamedTuple

from django.db.models import Exists, OuterRef, QuerySet, Value
from django.db.models.functions import Concat
from taggit.models import Tag

from bulletins.listing import column_list, counts, region_list, tag_list
from bulletins.models import Column, ListCount
from bulletins.search.suggesting.suggestion import Fit, best_fit
from regions.models import Region

MOST_COUNTED = 400
KINDS = ("region", "column", "tag")


class Name(NamedTuple):
    """key: code or slug, by which its page is found; name: as offered; list: of what bears it.

    said: by what it is known; full: to tell it from another of that name; sound: its pinyin.
    """

    kind: str
    key: str
    name: str
    list: str
    said: tuple[str, ...]
    full: str = ""
    sound: str = ""

    def fit(self, typed: str) -> Fit | None:
        """Of a region's name only the beginning is read: gz is not in 内蒙古自治区."""
        found = best_fit(self.said, typed, self.sound)
        return None if self.kind == "region" and found == Fit.SOUNDS_INSIDE else found


class Named(NamedTuple):
    """A name that fits, and what it holds."""

    name: Name
    fit: Fit
    held: int = 0


def names_like(typed: str, now: datetime) -> list[Named]:
    """typed: folded. The best first: as it fits, then what holds most. Four queries."""
    known = (*_regions(), *_columns(), *_tags())
    fits = ((one, one.fit(typed)) for one in known)
    fitting = [Named(one, fit) for one, fit in fits if fit is not None]
    tried = sorted(fitting, key=lambda one: (one.fit, len(one.name.name), one.name.name))
    held = counts([one.name.list for one in tried[:MOST_COUNTED]], now)
    found = [one._replace(held=held[one.name.list]) for one in tried[:MOST_COUNTED]]
    return sorted((one for one in found if one.held), key=_place)


def _place(one: Named) -> tuple[int, int, int, str]:
    return one.fit, -one.held, KINDS.index(one.name.kind), one.name.key


def _regions() -> Iterator[Name]:
    fields = ("code", "short_name", "name", "parent__short_name", "pinyin")
    listed = Region.objects.order_by().filter(_listed(region_list(""), "code"))
    for code, short, name, above, sound in listed.values_list(*fields):
        said = (name,) if name.startswith(short) else (short, name)
        yield Name("region", code, short, region_list(code), said, f"{above or ''}{name}", sound)


def _columns() -> Iterator[Name]:
    """What was merged holds nothing any more."""
    columns = Column.objects.order_by().filter(_listed(column_list(""), "slug"))
    for slug, name in columns.values_list("slug", "name"):
        yield Name("column", slug, name, column_list(slug), (name,))


def _tags() -> Iterator[Name]:
    tags: QuerySet[Tag] = Tag.objects.order_by().filter(_listed(tag_list(""), "slug"))
    for slug, name in tags.values_list("slug", "name"):
        yield Name("tag", slug, name, tag_list(slug), (name,))


def _listed(before: str, field: str) -> Exists:
    """Whether a list of it was ever counted; whether it holds anything now is asked later."""
    name = Concat(Value(before), OuterRef(field))
    return Exists(ListCount.objects.filter(list=name))


def texts_of(found: Iterable[Named]) -> Iterator[tuple[Name, str]]:
    """Each with the text to offer: two regions of one name are told apart."""
    named = [one.name for one in found]
    often = [one.name for one in named if one.kind == "region"]
    for one in named:
        alone = one.kind != "region" or often.count(one.name) == 1
        yield one, one.name if alone else one.full
