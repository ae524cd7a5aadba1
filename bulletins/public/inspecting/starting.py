"""Where a walk begins: every address that is public by itself, whatever links to it."""

from collections.abc import Iterator

from django.urls import URLPattern, get_resolver
from django.utils import timezone

from bulletins.listing import ALL
from bulletins.models import ListCount, Listing, Part, Withdrawal
from bulletins.public.furniture import furniture
from bulletins.public.paths import path_of
from bulletins.public.shares import FACETS

NOWHERE = "/articles/999999999999999/"  # 404


def addresses() -> Iterator[str]:
    """Paths, each once."""
    yield from dict.fromkeys([*_alone(), *_articles(), *_lists(), *_gone(), NOWHERE])


def _alone() -> Iterator[str]:
    """Pages whose address holds nothing that varies, from the URL table."""
    for one in get_resolver("bulletins.public.urls").url_patterns:
        if isinstance(one, URLPattern) and not one.pattern.converters:
            yield f"/{one.pattern}"


def _articles() -> Iterator[str]:
    listed = Listing.objects.of(ALL, timezone.now()).filter(link="")
    for (number,) in listed.values_list("number").iterator():
        yield path_of("article", number)
    parts = Part.objects.filter(edition__in=listed.order_by().values("edition"))
    found = parts.exclude(region=None).values_list("edition__article__number", "region")
    for article, region in found.order_by("edition__article__number", "region").distinct():
        yield path_of("part", article or 0, region or "")


def _lists() -> Iterator[str]:
    yield from (path_of("column", slug) for slug in _slugs())
    for name in ListCount.objects.order_by("list").values_list("list", flat=True):
        kind, _, keys = name.partition(":")
        if kind in ("region", "tag"):
            yield path_of(kind, keys)
        elif kind == "column" and keys.partition(":")[2] in FACETS:
            yield path_of("share", *keys.split(":"))


def _slugs() -> list[str]:
    return [one.slug for one in furniture().columns.values()]


def _gone() -> Iterator[str]:
    taken = Withdrawal.objects.standing().exclude(article__number=None)
    numbers = taken.values_list("article__number", flat=True)
    yield from (path_of("article", number) for number in numbers if number)
