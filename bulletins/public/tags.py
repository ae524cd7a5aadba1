"""All tags, and what bears one of them."""

from collections.abc import Iterable
from datetime import datetime
from itertools import groupby
from typing import Any, NamedTuple

from django.db.models import OuterRef, QuerySet, Value
from django.db.models.functions import Concat
from django.http import Http404, HttpRequest, HttpResponse
from django.views.decorators.http import require_safe
from taggit.models import Tag

from bulletins.document.initials import OTHERS, initial, sound_order
from bulletins.listing import held_in, tag_list
from bulletins.models import Edition, EditionTag
from bulletins.models.prepared import one_row, planned
from bulletins.public.calendars import calendar
from bulletins.public.furniture import furniture, surroundings
from bulletins.public.listed import page_of
from bulletins.public.pages import page
from bulletins.public.paths import path_of
from bulletins.public.sight import Sight, sight_of
from bulletins.public.tallies import tallies_of

OFTEN = 24


class Used(NamedTuple):
    """A tag that something public bears. query: of a page as it stood."""

    name: str
    slug: str
    held: int
    query: str = ""

    @property
    def address(self) -> str:
        return path_of("tag", self.slug) + self.query


class Letter(NamedTuple):
    """letter: "A" to "Z", or "#" for the others."""

    letter: str
    tags: tuple[Used, ...]

    @property
    def key(self) -> str:
        return "other" if self.letter == OTHERS else self.letter.lower()

    @property
    def name(self) -> str:
        return "其他" if self.letter == OTHERS else self.letter


@require_safe
def index_page(request: HttpRequest) -> HttpResponse:
    """The most frequent first, then all by their sound."""
    sight = sight_of(request)
    found = used_tags(sight)
    said = {"often": often(found), "letters": tuple(letters(found))}
    return page(request, "public/tags.html", furniture(), said, sight=sight)


@require_safe
def tag_page(request: HttpRequest, slug: str, **which: Any) -> HttpResponse:
    """Everything under one tag, and with which others it is borne."""
    around, sight = surroundings(sight_of(request))
    tag, held = tag_named(slug, sight)
    listed = tag_list(slug)
    tallies = tallies_of(listed, sight)
    said = {
        "tag": tag,
        "page": page_of(listed, sight, **which),
        "kind": "tag",
        "keys": (slug,),
        "held": held,
        "related": [
            Used(one.name, one.value, one.held, sight.query)
            for one in tallies.tags
            if one.value != slug
        ],
        "years": calendar(tallies, sight, path_of("tag", slug)),
    }
    return page(request, "public/tag.html", around, said, sight=sight)


def tag_named(slug: str, sight: Sight) -> tuple[str, int]:
    """Its name and how much its list holds. Raises Http404 where nothing public bears it."""
    listed = tag_list(slug)
    for name, now in _tags(slug, listed, sight.now):
        held = sight.counts([listed])[listed] if sight.at else now
        if held or (sight.at is None and _borne(slug, sight.now)):
            return name, held
    raise Http404


def _borne(slug: str, at: datetime) -> bool:
    """Whether what is public, if only in the archive, bears it: its page leads here."""
    editions = Edition.objects.live(at)
    bearing = EditionTag.objects.filter(tag__slug=slug, content_object__in=editions)
    found: bool = bearing.exists()
    return found


def used_tags(sight: Sight) -> list[Used]:
    """Every tag that something public bears; one query."""
    found = [Used(*row, sight.query) for row in _used(sight.now)]
    if sight.at:
        held = sight.counts([tag_list(one.slug) for one in found])
        found = [one._replace(held=held[tag_list(one.slug)]) for one in found]
    return [one for one in found if one.held]


def often(found: Iterable[Used]) -> tuple[Used, ...]:
    """The most frequent of them."""
    return tuple(sorted(found, key=lambda one: (-one.held, sound_order(one.name)))[:OFTEN])


def letters(found: Iterable[Used]) -> Iterable[Letter]:
    """All of them, in the order of the alphabet; what has no letter comes last."""

    def place(one: Used) -> tuple[bool, str]:
        return initial(one.name) == OTHERS, initial(one.name)

    in_order = sorted(found, key=lambda one: (*place(one), sound_order(one.name)))
    for (_, letter), tags in groupby(in_order, key=place):
        yield Letter(letter, tuple(tags))


@one_row
def _tags(slug: str, name: str, at: datetime) -> QuerySet[Tag, tuple[str, int]]:
    """The tag of that slug, if there is one, and how much its list holds."""
    tags: QuerySet[Tag] = Tag.objects.all()
    return tags.filter(slug=slug).values_list("name", held_in(name, at))


@planned
def _used(at: datetime) -> QuerySet[Tag, tuple[str, str, int]]:
    tags: QuerySet[Tag] = Tag.objects.all()
    listed = Concat(Value(tag_list("")), OuterRef("slug"))
    return tags.values_list("name", "slug", held_in(listed, at))
