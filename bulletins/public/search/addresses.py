"""Every question has one address: /search/?q=网络&region=520000&page=2."""

from typing import NamedTuple
from urllib.parse import urlencode

from bulletins.public.paths import path_of
from bulletins.search.query import Narrowings, Query, spell

KINDS = Narrowings._fields


class Way(NamedTuple):
    """A link: what it says, and where it leads."""

    name: str
    address: str


class Kept(NamedTuple):
    """A condition that a new question keeps."""

    kind: str
    value: str


def address_of(query: Query, *, page: int = 1) -> str:
    """Whatever was typed as a condition (地区:贵州) stands in it as one that can be taken back."""
    said = {"q": words_of(query), **{one.kind: one.value for one in kept(query)}}
    said |= {"page": str(page)} if page > 1 else {}
    asked = {name: value for name, value in said.items() if value}
    return path_of("search") + (f"?{urlencode(asked)}" if asked else "")


def with_place(query: Query, kind: str, value: str) -> str:
    """The same words there; value: "" for anywhere."""
    return address_of(query._replace(narrowings=query.narrowings._replace(**{kind: value})))


def words_of(query: Query) -> str:
    """What stands in the box: its words, without the conditions, which have links of their own."""
    return spell(query._replace(named=Narrowings()))


def kept(query: Query) -> list[Kept]:
    return [Kept(kind, value) for kind, value in query.narrowings._asdict().items() if value]
