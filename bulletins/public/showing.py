"""What the template of an article is given: of what is live, and of a draft as it would be."""

from collections.abc import Callable, Mapping
from typing import Any

from django.conf import settings
from django.db.models import F
from django.urls import reverse
from django.utils import timezone

from bulletins.models import Attachment, Column, Edition
from bulletins.rendering import render_unsealed

# A column and those above it; deeper trees than that nobody can find her way in.
ABOVE = ("column", "column__parent", "column__parent__parent", "column__parent__parent__parent")


def article_context(
    edition: Edition, body: str, address_of: Callable[[str], str] | None = None
) -> dict[str, Any]:
    """Everything ``public/article.html`` asks for; address_of: where a file is, by its SHA-256."""
    article = edition.article
    address_of = address_of or (lambda sha256: reverse("file", args=[article.number, sha256]))
    attachments = edition.attachments.select_related("file")
    return {
        "edition": edition,
        "article": article,
        "published_at": article.first_published_at,
        "column": edition.column,
        "crumbs": breadcrumb(edition.column),
        "body": body,
        "jumps": _jumps(edition),
        "attachments": [(one, _place(one, address_of)) for one in attachments],
        "tags": _tags(edition),
        "address": f"{settings.SITE_URL}/articles/{article.number}/",
    }


def preview_context(edition: Edition, address_of: Callable[[str], str]) -> dict[str, Any]:
    """The same of a text that is not public yet, as if it were released at this moment."""
    body = render_unsealed(edition, address_of)
    context = article_context(edition, body, address_of)
    published = context["published_at"] or timezone.now()
    return context | {"published_at": published, "previewing": True}


def breadcrumb(column: Column) -> list[Column]:
    """The column and those above it, from the top; a ring ends where it began."""
    crumbs, above = [column], column.parent
    while above is not None and above not in crumbs and len(crumbs) < len(ABOVE):
        crumbs.insert(0, above)
        above = above.parent
    return crumbs


def _jumps(edition: Edition) -> list[Mapping[str, Any]]:
    """The parts of regions: names as at submission, or today's in a draft."""
    name = F("region_name" if edition.digest else "region__short_name")
    return [*edition.parts.exclude(region=None).values("key", "heading", name=name)]


def _tags(edition: Edition) -> list[dict[str, str]]:
    tags = edition.edition_tags.select_related("tag")
    return [
        {"name": one.name if edition.digest else one.tag.name, "slug": one.tag.slug} for one in tags
    ]


def _place(attachment: Attachment, address_of: Callable[[str], str]) -> str:
    """Where it can be had; "" for one that was only named."""
    return address_of(attachment.file_id) if attachment.file_id else attachment.address
