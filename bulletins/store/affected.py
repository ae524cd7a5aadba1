"""Which addresses a change touches: pure, and as many however large the site is.

An address that ends in "*" stands for all that lie below it.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

EVERY_ARTICLE = "/articles/*"
FEED_FORMS = ("atom", "rss")
KINDS = {"column": "columns", "region": "regions", "tag": "tags"}  # of lists with their own pages
# What counts or names something of every list
OF_ANY_LIST = (
    *("/", "/archive/*", "/regions/", "/tags/", "/site-map/", "/sitemap.xml", "/sitemaps/*"),
    *(f"/feeds/site.{form}" for form in FEED_FORMS),
)
OF_ANY_ARTICLE = tuple(f"/feeds/changes.{form}" for form in FEED_FORMS)


@dataclass(frozen=True, slots=True)
class Change:
    """number: of the article. lists: in which it stood before or stands now, by their names.

    elsewhere: pages of other articles may name it, and would say it differently now, or not at all.
    beside: those that stand next to it in its columns' lists will name it for the first time.
    """

    number: int
    lists: frozenset[str] = frozenset()
    elsewhere: bool = False
    beside: bool = False


def affected(change: Change) -> list[str]:
    """Its own pages, those of its lists, and what tells of all lists."""
    found = [pages_of(change.number), *OF_ANY_ARTICLE]
    found += sorted({place for name in change.lists for place in _of_list(name)})
    found += OF_ANY_LIST if change.lists else ()
    return [*found, EVERY_ARTICLE] if change.elsewhere else found


def pages_of(number: int) -> str:
    """Every address of an article lies below its own."""
    return f"/articles/{number}/*"


def _of_list(name: str) -> Iterator[str]:
    """The newest, the months, what is older, the shares and the feeds: each counts its months."""
    kind, _, rest = name.partition(":")
    key = rest.partition(":")[0] if kind == "column" else rest
    if kind in KINDS:
        yield f"/{KINDS[kind]}/{key}/*"
        yield from (f"/feeds/{KINDS[kind]}/{key}.{form}" for form in FEED_FORMS)


def without_doubles(addresses: Iterable[str]) -> list[str]:
    """Each once, and none that lies below another one."""
    found = set(addresses)
    whole = [one[:-1] for one in found if one.endswith("*")]
    return sorted(
        one
        for one in found
        if not any(one.rstrip("*").startswith(above) and one != f"{above}*" for above in whole)
    )
