"""What regions say: in one bulletin, or newest in a year. A fixed number of queries."""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from itertools import groupby
from typing import Any

from django.db.models import Exists, OuterRef, QuerySet, Subquery, Value, prefetch_related_objects
from django.db.models.functions import Concat

from bulletins.document.matching import Topic, topics
from bulletins.document.wording import day_of, year_span
from bulletins.drafting.content import part_of
from bulletins.listing import region_list
from bulletins.models import Edition, Listing, Part
from regions.models import Region

MOST_TOPICS = 480  # that are compared with one another in one request
MOST_OF_ONE = 40  # of a region
LEAST_OF_ONE = 8  # however many regions there are
MOST_VOICES = 60


@dataclass(frozen=True, slots=True)
class Voice:
    """One region's share of one article. number: 0 where it says nothing (in that year).

    edition: which text of it that is, 0 for none.

    left_out: how many of its topics are not compared, because there are too many.
    """

    code: str
    name: str
    number: int = 0
    title: str = ""
    day: str = ""
    topics: tuple[Topic, ...] = ()
    left_out: int = 0
    key: str = ""
    edition: int = 0

    @property
    def identity(self) -> tuple[int, str, int]:
        """What tells its topics from all others: a released text never changes."""
        return self.edition, self.code, len(self.topics)

    @property
    def address(self) -> str:
        """Of its part in the article (``entries``: reverse() would take too long)."""
        return f"/articles/{self.number}/#{self.key}"

    def place(self, topic: Topic) -> str:
        return f"/articles/{self.number}/#{topic.key}"


def parts_of(edition: Edition) -> list[Part]:
    """Those with a region, their sections unread; one query."""
    found = edition.parts.filter(region__isnull=False).select_related("region")
    return list(found[: MOST_VOICES * 2])


def regions_in(parts: Sequence[Part]) -> list[tuple[str, str]]:
    """Code and name of each region once, in the author's order."""
    return list({str(part.region_id): name_of(part) for part in parts}.items())


def name_of(part: Part) -> str:
    return part.region_name or (part.region.short_name if part.region else "") or part.heading


def voices_of(edition: Edition, parts: Sequence[Part], codes: Collection[str]) -> list[Voice]:
    """What these regions say in it, in its order; one query for their sections."""
    wanted = [part for part in parts if part.region_id in codes]
    prefetch_related_objects(wanted, "sections")
    first = {code: at for at, (code, _) in enumerate(regions_in(wanted))}
    wanted.sort(key=lambda part: first[str(part.region_id)])
    grouped = groupby(wanted, key=lambda part: str(part.region_id))
    return [_voice(edition, list(own), len(first)) for _, own in grouped][:MOST_VOICES]


def _voice(edition: Edition, parts: Sequence[Part], voices: int) -> Voice:
    """One of so many. A region may occur twice: then it speaks with both parts."""
    most = min(MOST_OF_ONE, max(MOST_TOPICS // voices, LEAST_OF_ONE))
    said = [topic for part in parts for topic in topics(part_of(part))]
    published = edition.article.first_published_at
    return Voice(
        code=str(parts[0].region_id),
        name=name_of(parts[0]),
        number=edition.article.number or 0,
        title=edition.title,
        day=day_of(published) if published else "",
        topics=tuple(said[:most]),
        left_out=max(len(said) - most, 0),
        key=parts[0].key,
        edition=edition.pk,
    )


def newest_in(year: int, codes: Sequence[str], now: datetime) -> list[Voice]:
    """What each region itself said last in that year, in the order asked for; three queries.

    Codes that name no region are left out; of one that said nothing there is the name.
    """
    said = _said_in(year, OuterRef("code"), Concat(Value(region_list("")), OuterRef("code")), now)
    newest = Subquery(said.values("edition_id")[:1])
    found = Region.objects.filter(pk__in=codes).annotate(newest=newest)
    rows = {
        code: (name, pk) for code, name, pk in found.values_list("code", "short_name", "newest")
    }
    wanted = {code: pk for code, (_, pk) in rows.items() if pk}
    read = read_voices(wanted)
    return [read.get(code) or Voice(code, rows[code][0]) for code in codes if code in rows]


def read_voices(wanted: dict[str, int]) -> dict[str, Voice]:
    """region code → its share of the edition named; two queries."""
    if not wanted:
        return {}
    parts = Part.objects.filter(edition__in=set(wanted.values()), region__in=wanted)
    found = parts.select_related("region", "edition__article").prefetch_related("sections")
    own: dict[str, list[Part]] = {}
    for part in found.order_by("position", "pk"):
        if wanted[str(part.region_id)] == part.edition_id:
            own.setdefault(str(part.region_id), []).append(part)
    return {code: _voice(some[0].edition, some, len(wanted)) for code, some in own.items()}


def texts_in(
    year: int, code: str, now: datetime, most: int
) -> list[tuple[int, int, str, datetime]]:
    """Of a year what a region said, the newest first: edition, number, title, when."""
    said = _said_in(year, Value(code), Value(region_list(code)), now)
    return list(said.values_list("edition_id", "number", "title", "first_published_at")[:most])


def _said_in(year: int, code: OuterRef | Value, name: Any, now: datetime) -> QuerySet[Listing]:
    """Rows of a region's list with a part of its own, not only of what lies in it."""
    begin, end = year_span(year)
    own = Part.objects.filter(edition=OuterRef("edition_id"), region=_outer(code))
    rows = Listing.objects.all().of(name, now).filter(Exists(own), link="")
    return rows.filter(first_published_at__gte=begin, first_published_at__lt=end)


def _outer(code: OuterRef | Value) -> Any:
    """One question deeper."""
    return OuterRef(code) if isinstance(code, OuterRef) else code


def names_of(codes: Iterable[str]) -> dict[str, str]:
    """Short names of regions; one query."""
    return dict(Region.objects.filter(pk__in=list(codes)).values_list("code", "short_name"))
