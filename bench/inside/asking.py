"""Which addresses there are of each kind of page, how large one is, how many queries it takes."""

from collections.abc import Callable, Iterable
from random import Random
from typing import Any
from urllib.parse import quote

from django.conf import settings
from django.core.management import call_command
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from taggit.models import Tag

from bench.articles import COLUMNS, DAYS, FIRST
from bulletins.listing import ALL, column_list
from bulletins.models import Listing, Part
from regions.models import Region

MOST = 500  # addresses of one kind: enough that nothing is answered from the last answer
LOOKED_AT = 5


def main() -> dict[str, Any]:
    """For each kind of page its addresses, bytes and queries."""
    call_command("collectstatic", interactive=False, verbosity=0)
    settings.ALLOWED_HOSTS.append("testserver")
    chance = Random("addresses")  # noqa: S311  the same ones in every run
    return {kind: _looked_at(_some(find(), chance)) for kind, find in KINDS.items()}


def _some(addresses: Iterable[str], chance: Random) -> list[str]:
    found = list(addresses)
    return chance.sample(found, min(MOST, len(found)))


def _looked_at(addresses: list[str]) -> dict[str, Any]:
    found = [_answer(address) for address in addresses[:LOOKED_AT]]
    sizes, queries = zip(*found, strict=True)
    return {"addresses": addresses, "bytes": sum(sizes) // len(sizes), "queries": max(queries)}


def _answer(address: str) -> tuple[int, int]:
    """Bytes and queries of one page."""
    with CaptureQueriesContext(connection) as queries:
        response = Client().get(address)
    if response.status_code != 200:
        raise SystemExit(f"{address} 返回 {response.status_code}，应为 200")
    return len(response.content), len(queries)


def _articles() -> Iterable[str]:
    return (f"/articles/{number}/" for number in _numbers(ALL))


def _parts() -> Iterable[str]:
    some = Part.objects.exclude(region=None).order_by("pk")[: MOST * 4]
    for number, code in some.values_list("edition__article__number", "region"):
        yield f"/articles/{number}/regions/{code}/"


def _columns(after: str = "") -> Iterable[str]:
    return (f"/columns/{slug}/{after}" for slug in COLUMNS)


def _months() -> Iterable[str]:
    years = range(FIRST.year, FIRST.year + DAYS // 365)
    for year in years:
        for month in range(1, 13):
            yield from _columns(f"{year}/{month:02d}/")


def _deep_in_columns() -> Iterable[str]:
    for slug in COLUMNS:
        for number in _oldest(column_list(slug)):
            yield f"/columns/{slug}/before/{number}/"


def _deep_in_all() -> Iterable[str]:
    return (f"/archive/before/{number}/" for number in _oldest(ALL))


def _oldest(name: str) -> list[int]:
    """Articles that so many others follow, and that most of the list stands before."""
    numbers = _numbers(name)
    return numbers[-len(numbers) // 5 : -21]


def _numbers(name: str) -> list[int]:
    found = Listing.objects.of(name).values_list("edition__article__number", flat=True)
    return [number for number in found if number]


def _regions() -> Iterable[str]:
    codes = Region.objects.exclude(level="county").values_list("pk", flat=True)
    return (f"/regions/{code}/" for code in codes)


def _tags() -> Iterable[str]:
    return (f"/tags/{quote(slug)}/" for slug in Tag.objects.values_list("slug", flat=True))


KINDS: dict[str, Callable[[], Iterable[str]]] = {
    "article": _articles,
    "part": _parts,
    "home": lambda: ["/"],
    "column": _columns,
    "column, deep": _deep_in_columns,
    "column, month": _months,
    "archive": lambda: ["/archive/"],
    "archive, deep": _deep_in_all,
    "region": _regions,
    "regions": lambda: ["/regions/"],
    "tag": _tags,
}
