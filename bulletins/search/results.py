"""What a search answers, ready to be printed: articles with the passages in which they say it."""

from datetime import date
from typing import NamedTuple

from bulletins.document.marking import Marked


class Hit(NamedTuple):
    """One passage. place: 贵州 · 三、 ("" for a plain text's); address: of the page and anchor."""

    place: str
    heading: Marked
    excerpt: Marked
    address: str


class Group(NamedTuple):
    """An article and where it says it, best passage first. more: passages that are not shown.

    why: how its place came about, for staff; "" for readers.
    """

    number: int
    title: Marked
    address: str
    published: date
    column: str
    regions: str
    hits: tuple[Hit, ...]
    more: int = 0
    why: str = ""


class FacetValue(NamedTuple):
    """value: as in an address (code, slug, year); name: as on the page; held: articles."""

    value: str
    name: str
    held: int
    chosen: bool = False


class Facet(NamedTuple):
    """kind: region, column, year, tag."""

    kind: str
    name: str
    values: tuple[FacetValue, ...]


class Results(NamedTuple):
    """groups: of this page. total: articles found; capped: there are more than that.

    loosened: nothing says all of it, these say most of it.
    """

    groups: tuple[Group, ...]
    total: int
    capped: bool
    facets: tuple[Facet, ...]
    page: int = 1
    pages: int = 1
    loosened: bool = False
