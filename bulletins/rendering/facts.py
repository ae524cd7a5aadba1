"""What stands around a body: the regions to jump to, tags and attachments, from an edition's rows.

Of a frozen edition they are frozen as well, so they are kept beside its body: a page is then read
from one row.
"""

from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from functools import reduce
from operator import or_
from typing import Any, NotRequired, TypedDict

from django.db.models import Q, QuerySet
from taggit.models import Tag

from bulletins.document.tree import Document, DocumentAttachment
from bulletins.document.vocabulary import FILE_PREFIX
from bulletins.models import Attachment, EditionTag, Part


class Facts(TypedDict):
    """jumps: key of a part and its name; tags: name and slug.

    files: title; SHA-256 of what is kept here, else ""; address of what is elsewhere, else "";
    size in bytes of what is kept here.
    changes: how many places differ from the edition before, and the key of the first; None of what
    came first. related: articles chosen at release, by primary key. Only kept ones have these two.
    """

    jumps: list[tuple[str, str]]
    tags: list[tuple[str, str]]
    files: list[tuple[str, str, str, int | None]]
    changes: NotRequired[tuple[int, str] | None]
    related: NotRequired[list[int]]


def facts_of(edition: int) -> Facts:
    """Of one edition: names as at submission, or today's in a draft."""
    return facts_of_all([edition])[edition]


def facts_of_all(editions: Collection[int]) -> dict[int, Facts]:
    """Of each of them, in three queries."""
    found: dict[int, Facts] = defaultdict(lambda: {"jumps": [], "tags": [], "files": []})
    for edition, digest, key, heading, sealed, today in _parts(editions):
        name = sealed if digest else today
        found[edition]["jumps"].append((key, name or heading))
    for edition, digest, sealed, today, slug in _tags(editions):
        found[edition]["tags"].append((sealed if digest else today, slug))
    for edition, title, file, address, size in _files(editions):
        found[edition]["files"].append((title, file or "", address, size))
    return {edition: found[edition] for edition in editions}


def facts_of_words(edition: int, document: Document, region_names: Mapping[str, str]) -> Facts:
    """Of what the edition's rows do not say yet; its attachments are among those that it has."""
    kept = facts_of(edition)["files"]
    sizes = {(file, address): size for _, file, address, size in kept}
    places = [(one.title, _place_of(one)) for one in document.attachments]
    named = [(part, region_names.get(part.region or "", "")) for part in document.parts]
    jumps = [(part.key, name or part.heading) for part, name in named if part.region]
    return {
        "jumps": jumps,
        "tags": list(_tags_called(document.tags)),
        "files": [(title, *place, sizes.get(place)) for title, place in places],
    }


def _place_of(attachment: DocumentAttachment) -> tuple[str, str]:
    """SHA-256 of what is kept here, else its address elsewhere."""
    ours = attachment.address.startswith(FILE_PREFIX)
    named = attachment.address.removeprefix(FILE_PREFIX)
    return (named, "") if ours else ("", named)


def _tags_called(names: Sequence[str]) -> Iterator[tuple[str, str]]:
    """As saving would spell them: a known tag keeps its own spelling."""
    alike = reduce(or_, (Q(name__iexact=name) for name in names), Q(pk=None))
    known = {tag.name.casefold(): tag for tag in Tag.objects.filter(alike)}
    for name in names:
        tag = known.get(name.casefold()) or Tag(name=name)
        yield tag.name, tag.slug or tag.slugify(name)


Rows = QuerySet[Any, tuple[Any, ...]]


def _parts(editions: Collection[int]) -> Rows:
    parts = Part.objects.filter(edition__in=editions).exclude(region=None)
    names = ("key", "heading", "region_name", "region__short_name")
    return parts.values_list("edition", "edition__digest", *names)


def _tags(editions: Collection[int]) -> Rows:
    tags: QuerySet[EditionTag] = EditionTag.objects.filter(content_object__in=editions)
    names = ("name", "tag__name", "tag__slug")
    return tags.values_list("content_object", "content_object__digest", *names)


def _files(editions: Collection[int]) -> Rows:
    files = Attachment.objects.filter(edition__in=editions)
    return files.values_list("edition", "title", "file", "address", "file__size")
