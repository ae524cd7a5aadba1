"""Tags that nothing else bears: their names are words of the text."""

from collections.abc import Collection

from taggit.models import Tag

from bulletins.listing.names import tag_list
from bulletins.models import Article, EditionTag, ListCount


def tags_of(article: Article) -> set[int]:
    """Of all its editions."""
    borne = EditionTag.objects.filter(content_object__article=article)
    return set(borne.values_list("tag", flat=True))


def drop_tags(tags: Collection[int]) -> None:
    """Those of them that no edition bears any more, and what their lists were counted as."""
    alone = Tag.objects.filter(pk__in=tags, edition_tags=None)
    lists = [tag_list(slug) for slug in alone.values_list("slug", flat=True)]
    ListCount.objects.filter(list__in=lists).delete()
    alone.delete()
