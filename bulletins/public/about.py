"""The site about itself: its map, who runs it, how to reach them, what it keeps of its readers."""

from collections.abc import Iterable, Iterator
from typing import NamedTuple, Self

from django.http import HttpRequest, HttpResponse
from django.urls import NoReverseMatch
from django.views.decorators.http import require_safe

from bulletins.listing import ALL
from bulletins.models import Column, SiteSettings
from bulletins.public.calendars import calendar
from bulletins.public.counted import provinces
from bulletins.public.furniture import Furniture, furniture, surroundings
from bulletins.public.pages import page
from bulletins.public.paths import path_of
from bulletins.public.sight import sight_of
from bulletins.public.tags import often, used_tags
from bulletins.public.tallies import tallies_of

MORE = {"search": "检索", "compare": "对比", "new-report": "纠错"}
OWN = {"about": "about", "contact": "reach", "privacy": "privacy"}
DATA = {"api-page": "数据接口（API）"}


class Branch(NamedTuple):
    """A column with what lies below it."""

    column: Column
    below: tuple["Branch", ...]


class Leaf(NamedTuple):
    """A page that stands for itself."""

    name: str
    address: str

    @classmethod
    def there(cls, named: dict[str, str]) -> Iterator[Self]:
        """Those of these pages that this site has."""
        for route, name in named.items():
            try:
                yield cls(name, path_of(route))
            except NoReverseMatch:
                continue


@require_safe
def map_page(request: HttpRequest) -> HttpResponse:
    """站点地图: the way to everything, on one page."""
    around, sight = surroundings(sight_of(request))
    said = {
        "columns": branches(around),
        "more": list(Leaf.there(MORE)),
        "data": list(Leaf.there(DATA)),
        "regions": [one for one in provinces(sight) if one.held],
        "often": often(used_tags(sight)),
        "years": calendar(tallies_of(ALL, sight), sight, path_of("archive")),
    }
    return page(request, "public/site_map.html", around, said, sight=sight)


@require_safe
def about_page(request: HttpRequest) -> HttpResponse:
    return _words(request, "about")


@require_safe
def contact_page(request: HttpRequest) -> HttpResponse:
    return _words(request, "contact")


@require_safe
def privacy_page(request: HttpRequest) -> HttpResponse:
    return _words(request, "privacy")


def branches(around: Furniture, above: Column | None = None) -> tuple[Branch, ...]:
    """The tree of the columns in use."""
    return tuple(Branch(one, branches(around, one)) for one in around.below(above))


def own_words(name: str) -> str:
    """What the site itself says on that page; "" where it leaves it to us."""
    found: Iterable[tuple[str]] = SiteSettings.objects.values_list(OWN[name])
    return next((said for (said,) in found), "")


def _words(request: HttpRequest, name: str) -> HttpResponse:
    report = next(Leaf.there({"new-report": "纠错"}), None)
    said = {"report": report, "own": own_words(name)}
    return page(request, f"public/{name}.html", furniture(), said)
