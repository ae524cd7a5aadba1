"""One article, and one region's part of it."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from bulletins.models import Edition, Part
from bulletins.models.edition_queryset import EditionQuerySet
from bulletins.public.showing import ABOVE, article_context
from bulletins.rendering import body_of, render_part


def live_edition(number: int, editions: EditionQuerySet | None = None) -> Edition:
    """What readers see of an article now. Raises Http404."""
    found = (editions or Edition.objects.all()).live().filter(article__number=number)
    edition = found.select_related("article", *ABOVE).first()
    if edition is None:
        raise Http404
    return edition


@require_safe
def article_page(request: HttpRequest, number: int) -> HttpResponse:
    edition = live_edition(number)
    return render(request, "public/article.html", article_context(edition, body_of(edition)))


@require_safe
def part_page(request: HttpRequest, number: int, code: str) -> HttpResponse:
    """Everything the article says of one region, as a page to be shared."""
    edition = live_edition(number)
    parts = [part for part in _parts(edition) if part.region_id == code]
    if not parts:
        raise Http404
    body = "\n".join(render_part(edition, part) for part in parts)
    context = article_context(edition, body) | {
        "part": parts[0],
        "heading": parts[0].heading or parts[0].region_name,
        "region_name": parts[0].region_name or parts[0].heading,
    }
    return render(request, "public/part.html", context)


def _parts(edition: Edition) -> list[Part]:
    return list(edition.parts.prefetch_related("sections"))
