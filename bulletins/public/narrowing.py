"""A region's list narrowed down to a year, a column, a tag: by query strings, never stored."""

import re
from collections.abc import Iterable, Mapping
from functools import lru_cache
from typing import NamedTuple, Self
from urllib.parse import quote_plus

from django.db.models import Exists, OuterRef
from django.http import Http404

from bulletins.document.wording import year_span
from bulletins.listing import column_list, tag_list
from bulletins.models import Listing
from bulletins.models.listing import ListingQuerySet
from bulletins.public.converters import Number, TagSlug, Year
from bulletins.public.entries import entries
from bulletins.public.furniture import Furniture
from bulletins.public.listed import Page
from bulletins.public.questions import LENGTH, of_page, since
from bulletins.public.sight import Sight
from bulletins.public.tags import tag_named
from bulletins.public.tallies import Tallies, Tally

MOST = 12  # of each kind are offered
ASKED = ("year", "column", "tag", "before")


class Wishes(NamedTuple):
    """What a reader asked for: "" for whatever it is. before: the article she has read up to.

    named: what the tag is called; it is ours, never what she typed.
    """

    year: str = ""
    column: str = ""
    tag: str = ""
    before: str = ""
    at: str = ""
    named: str = ""

    def __bool__(self) -> bool:
        return any(self[:4])

    @property
    def query(self) -> str:
        words = zip(self._fields, self[:-1], strict=False)
        said = [f"{name}={_spelt(word)}" for name, word in words if word]
        return f"?{'&'.join(said)}" if said else ""

    def but(self, **changed: str) -> Self:
        """Another wish, from its beginning."""
        return self._replace(**{"before": "", **changed})


def _spelt(word: str) -> str:
    """As ``urlencode`` does, which takes ten times as long over a number or a slug."""
    return word if word.isascii() and word.isalnum() else quote_plus(word)


class Offer(NamedTuple):
    """One value of a kind, and where it leads. chosen: it leads back to all."""

    name: str
    held: int
    address: str
    chosen: bool


class Offers(NamedTuple):
    """Those of one kind, under their heading."""

    name: str
    offers: tuple[Offer, ...]


def wishes_of(
    asked: Mapping[str, str], sight: Sight, around: Furniture, which: Mapping[str, int]
) -> Wishes:
    """which: what the address itself says; then nothing is wished for.

    Raises Http404 for a year that is none, a column that is not there, a tag that nothing public
    bears: one spelling for each, and no page prints a stranger's words.
    """
    said = {} if which else {name: asked.get(name, "") for name in ASKED}
    found = Wishes(**said, at=sight.typed)
    if found.year and not re.fullmatch(Year.regex, found.year):
        raise Http404
    if found.before and not re.fullmatch(Number.regex, found.before):
        raise Http404
    column = around.column(found.column) if found.column else None
    if found.column and column is None:
        raise Http404
    if found.tag and not re.fullmatch(TagSlug.regex, found.tag):
        raise Http404
    if column:
        found = found._replace(column=column.target.slug)
    return found._replace(named=tag_named(found.tag, sight)[0]) if found.tag else found


def narrowed(name: str, wishes: Wishes, sight: Sight) -> Page:
    """What of the list answers them, the newest first. Raises Http404 as ``page_of`` does."""
    rows = _wanted(_rows(name, sight), wishes)
    if not wishes.before:
        found = entries(of_page(rows), sight)
    else:
        found = entries(since(rows, int(wishes.before)), sight)
        if not found or found.pop(0).number != int(wishes.before):
            raise Http404
    more = found[LENGTH - 1].number if len(found) > LENGTH else None
    return Page(tuple(found[:LENGTH]), more, newest=not wishes.before)


@lru_cache(maxsize=64)
def offers(tallies: Tallies, wishes: Wishes, around: Furniture, address: str) -> tuple[Offers, ...]:
    """Years, columns and tags in which the list of that address has something."""
    names = {one.slug: one.name for one in around.columns.values()}
    years = (Tally(str(year), f"{year}年", held) for year, held in tallies.years)
    columns = (one._replace(name=names[one.value]) for one in tallies.columns if one.value in names)
    kinds = {
        "year": ("年份", years),
        "column": ("栏目", columns),
        "tag": ("常用标签", tallies.tags),
    }
    made = (_offers(kind, said, wishes, found, address) for kind, (said, found) in kinds.items())
    return tuple(one for one in made if one.offers)


def _offers(kind: str, said: str, wishes: Wishes, found: Iterable[Tally], address: str) -> Offers:
    chosen = getattr(wishes, kind)
    values = list(found)
    if chosen and chosen not in {one.value for one in values}:
        name = wishes.named if kind == "tag" else chosen
        values.append(Tally(chosen, name, 0))
    shown = [*values[:MOST], *(one for one in values[MOST:] if one.value == chosen)]
    return Offers(said, tuple(_offer(kind, one, wishes, chosen, address) for one in shown))


def _offer(kind: str, one: Tally, wishes: Wishes, chosen: str, address: str) -> Offer:
    there = one.value == chosen
    wish = wishes.but(**{kind: "" if there else one.value})
    return Offer(one.name, one.held, address + wish.query, there)


def _rows(name: str, sight: Sight) -> ListingQuerySet:
    return sight.rows(name) if sight.at else Listing.objects.of(name, sight.now)


def _wanted(rows: ListingQuerySet, wishes: Wishes) -> ListingQuerySet:
    if wishes.year:
        begin, end = year_span(int(wishes.year))
        rows = rows.filter(first_published_at__gte=begin, first_published_at__lt=end)
    if wishes.column:
        rows = rows.filter(_in(column_list(wishes.column)))
    return rows.filter(_in(tag_list(wishes.tag))) if wishes.tag else rows


def _in(name: str) -> Exists:
    return Exists(Listing.objects.filter(edition=OuterRef("edition_id"), list=name))
