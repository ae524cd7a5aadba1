"""What the site calls its regions, columns and tags: what readers may know of them, and no more."""

from dataclasses import dataclass
from datetime import datetime

from django.db.models import Exists, OuterRef, Q, QuerySet
from taggit.models import Tag

from bulletins.document.folding import fold
from bulletins.models import Edition, EditionTag
from bulletins.search.query.asked import Found, Known
from bulletins.search.query.columns import column_named
from bulletins.search.query.regions import region_named


def known_at(now: datetime) -> Known:
    """The site as it is at that moment; a name costs at most two short queries."""
    return _Site(now)


@dataclass(frozen=True)
class _Site:
    now: datetime

    def region(self, said: str) -> Found | None:
        return region_named(said)

    def column(self, said: str) -> Found | None:
        return column_named(said, self.now)

    def tag(self, said: str) -> Found | None:
        """By name or slug, if anything public bears it: one just so goes first."""
        names = Q(name__iexact=said) | Q(name__iexact=fold(said))
        live = Edition.objects.live(self.now)
        bearing = EditionTag.objects.filter(tag=OuterRef("pk"), content_object__in=live)
        tags: QuerySet[Tag] = Tag.objects.filter(names | Q(slug=said))
        found = sorted(
            tags.filter(Exists(bearing)).values_list("name", "slug"),
            key=lambda row: (said != row[0], said != row[1], row),
        )
        return next((Found(slug, name) for name, slug in found), None)
