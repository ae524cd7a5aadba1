"""What the desk's search answers, ready to be printed."""

from typing import NamedTuple

from bulletins.document.marking import Marked
from bulletins.models import Edition
from bulletins.search.query import Query


class Hit(NamedTuple):
    """One passage. key: of the place on the edition's page, "" for the whole."""

    place: str
    heading: Marked
    excerpt: Marked
    key: str


class Group(NamedTuple):
    """An edition and where it says it, best passage first. more: passages that are not shown."""

    edition: Edition
    title: Marked
    hits: tuple[Hit, ...]
    more: int


class Findings(NamedTuple):
    """groups: of this page. total: editions found; capped: there may be more than that.

    meant: what to type instead, where nothing is found; as public texts have it, never others.
    """

    query: Query
    groups: tuple[Group, ...]
    total: int
    capped: bool
    page: int
    pages: int
    meant: tuple[str, ...] = ()
