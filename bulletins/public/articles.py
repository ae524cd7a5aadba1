"""One article, and one region's part of it."""

from typing import Any

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from bulletins.models import Column, Edition, Part
from bulletins.models.edition_queryset import EditionQuerySet
from bulletins.rendering import body_of, render_part


def live_edition(number: int, editions: EditionQuerySet | None = None) -> Edition:
    """What readers see of an article now. Raises Http404."""
    found = (editions or Edition.objects.all()).live().filter(article__number=number)
    edition = found.select_related("article", *ABOVE).first()
    if edition is None:
        raise Http404
    return edition


# A column and those above it; deeper trees than that nobody can find her way in.
ABOVE = ("column", "column__parent", "column__parent__parent", "column__parent__parent__parent")


@require_safe
def article_page(request: HttpRequest, number: int) -> HttpResponse:
    edition = live_edition(number)
    return render(request, "public/article.html", _context(edition) | {"body": body_of(edition)})


@require_safe
def part_page(request: HttpRequest, number: int, code: str) -> HttpResponse:
    """Everything the article says of one region, as a page to be shared."""
    edition = live_edition(number)
    parts = [part for part in _parts(edition) if part.region_id == code]
    if not parts:
        raise Http404
    context = _context(edition) | {
        "body": "\n".join(render_part(edition, part) for part in parts),
        "part": parts[0],
        "heading": parts[0].heading or parts[0].region_name,
        "region_name": parts[0].region_name or parts[0].heading,
    }
    return render(request, "public/part.html", context)


def _parts(edition: Edition) -> list[Part]:
    return list(edition.parts.prefetch_related("sections"))


def _context(edition: Edition) -> dict[str, Any]:
    return {
        "edition": edition,
        "article": edition.article,
        "column": edition.column,
        "crumbs": breadcrumb(edition.column),
        "jumps": list(edition.parts.exclude(region=None).values("key", "region_name", "heading")),
        "attachments": list(edition.attachments.select_related("file")),
        "tags": list(edition.edition_tags.select_related("tag")),
        "address": f"{settings.SITE_URL}/articles/{edition.article.number}/",
    }


def breadcrumb(column: Column) -> list[Column]:
    """The column and those above it, from the top; a ring ends where it began."""
    crumbs, above = [column], column.parent
    while above is not None and above not in crumbs and len(crumbs) < len(ABOVE):
        crumbs.insert(0, above)
        above = above.parent
    return crumbs
