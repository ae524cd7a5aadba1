"""Tags for a text: those under which readers find such texts already, then its own words."""

from collections.abc import Collection

from taggit.models import Tag

from bulletins.keywords.commonness import most_allowed, public_counts
from bulletins.keywords.finding import keywords, standing_in, words_of
from regions.models import Region

MOST = 8
MOST_TAGS = 20_000  # that are looked for in the text


def suggested(text: str, *, taken: Collection[str] = ()) -> list[str]:
    """Tags for the text, best first: none that was taken, is a region, or is on everything.

    A region is no tag: readers find its parts by the region. Tags of drafts count as words only.
    """
    words = words_of(text)
    slugs = dict(Tag.objects.order_by("-pk").values_list("name", "slug")[:MOST_TAGS])
    said, own = standing_in(words, slugs), keywords(words, 2 * MOST)
    known = public_counts({name: slugs[name] for name in (*said, *own) if name in slugs})
    public = [name for name, _ in said.most_common() if known[name]]
    found = dict.fromkeys([*public, *own])
    unwanted, ceiling = {*taken, *_regions(found)}, most_allowed()
    chosen = (name for name in found if name not in unwanted and known.get(name, 0) <= ceiling)
    return list(chosen)[:MOST]


def _regions(names: Collection[str]) -> set[str]:
    found = Region.objects.filter(name__in=names) | Region.objects.filter(short_name__in=names)
    return {word for pair in found.values_list("name", "short_name") for word in pair}
