"""Everything public, read at one go: a fixed number of queries, however many articles there are.

Long texts are not read: a released edition never changes.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any, NamedTuple

from django.db.models import Max

from bulletins.models import (
    Article,
    Attachment,
    Edition,
    EditionTag,
    FileText,
    FileUse,
    Listing,
    Part,
    Redirect,
    Withdrawal,
)

LONG = ("lead", "closing", "rendered")
EDITION = [
    one.attname for one in Edition._meta.concrete_fields if one.name not in (*LONG, "changed_at")
]
ARTICLE = [one.attname for one in Article._meta.concrete_fields]


class Row(NamedTuple):
    """An entry of a list; what else is printed of it stands in its edition."""

    number: int
    edition: int
    published: datetime
    archived: datetime | None
    deadline: datetime | None
    pinned: datetime | None


class Used(NamedTuple):
    """A file that an edition shows, or offers as an attachment."""

    file: str
    title: str
    is_offered: bool


@dataclass(frozen=True)
class Rows:
    """editions: begun ones of an article, in order. By edition: regions, used, tags, columns.

    ended: when something last left a list. texts: what is known of an attachment's text.
    """

    at: datetime
    articles: Mapping[int, Article]
    editions: Mapping[int, list[Edition]]
    withdrawals: Mapping[int, list[Any]]
    redirects: Mapping[int, list[str]]
    regions: Mapping[int, list[str]]
    used: Mapping[int, list[Used]]
    texts: Mapping[str, tuple[Any, ...]]
    tags: Mapping[int, list[Any]]
    columns: Mapping[int, list[str]]
    lists: Mapping[str, list[Row]]
    ended: Mapping[str, datetime]

    def live(self, article: int) -> Edition | None:
        return next((one for one in self.editions[article] if one.is_live(self.at)), None)


def rows_at(at: datetime) -> Rows:
    begun = Edition.objects.begun(at).defer(*LONG).order_by("live_from", "number")
    editions: dict[int, list[Edition]] = defaultdict(list)
    for one in begun.iterator(2000):
        editions[one.article_id].append(one)
    found = Article.objects.filter(number__isnull=False)
    return Rows(
        at,
        {one.pk: one for one in found.iterator(2000) if one.pk in editions},
        editions,
        _by_first(Withdrawal.objects.filter(at__lte=at).order_by("at", "pk").values_list(*TAKEN)),
        _alone(Redirect.objects.order_by("path").values_list("article", "path")),
        _alone(_live_parts(at)),
        _used(),
        {row[0]: row for row in FileText.objects.values_list(*TEXT)},
        _by_first(_tags(at)),
        _alone(_columns(at)),
        _lists(at),
        _ended(at),
    )


TAKEN = ("article", "at", "reason", "explanation", "see_instead", "restored_at")
TEXT = ("file", "state", "reader", "pages", "sheets", "is_cut", "begun_at")
LISTED = ("number", "edition", "first_published_at", "archived_at", "deadline", "pinned_until")


def _live_parts(at: datetime) -> Iterable[tuple[int, str]]:
    parts = Part.objects.filter(edition__in=Edition.objects.live(at)).exclude(region=None)
    return parts.order_by("edition", "position").values_list("edition", "region_id").iterator(2000)


def _used() -> dict[int, list[Used]]:
    """Of drafts, too; nobody asks for these."""
    found: dict[int, list[Used]] = defaultdict(list)
    offered = Attachment.objects.exclude(file=None).order_by("edition", "position", "pk")
    for edition, file, title in offered.values_list("edition", "file_id", "title"):
        found[edition].append(Used(file or "", title, is_offered=True))
    for edition, file in FileUse.objects.order_by("edition", "file").values_list("edition", "file"):
        found[edition].append(Used(str(file), "", is_offered=False))
    return found


def _tags(at: datetime) -> Iterable[tuple[Any, ...]]:
    tags = EditionTag.objects.filter(content_object__in=Edition.objects.live(at))
    said = ("content_object", "tag_id", "tag__name", "tag__slug")
    rows: Iterable[tuple[Any, ...]] = tags.order_by("pk").values_list(*said).iterator(2000)
    return rows


def _columns(at: datetime) -> Iterable[tuple[int, str]]:
    """Whatever interval they have there: by these a list can be looked through."""
    rows = Listing.objects.filter(edition__in=Edition.objects.live(at), list__startswith="column:")
    return rows.order_by("edition", "list").values_list("edition", "list").iterator(2000)


def _lists(at: datetime) -> dict[str, list[Row]]:
    found: dict[str, list[Row]] = defaultdict(list)
    rows = Listing.objects.public(at).order_by("-first_published_at", "-number")
    for name, *said in rows.values_list("list", *LISTED).iterator(5000):
        found[name].append(Row(*said))
    return found


def _ended(at: datetime) -> dict[str, datetime]:
    ended = Listing.objects.filter(live_until__lte=at).order_by().values("list")
    return dict(ended.annotate(last=Max("live_until")).values_list("list", "last"))


def _by_first(rows: Iterable[Any]) -> dict[int, list[Any]]:
    found: dict[int, list[Any]] = defaultdict(list)
    for first, *rest in rows:
        found[first].append(rest)
    return found


def _alone(rows: Iterable[tuple[int, Any]]) -> dict[int, list[Any]]:
    found: dict[int, list[Any]] = defaultdict(list)
    for first, rest in rows:
        found[first].append(rest)
    return found
