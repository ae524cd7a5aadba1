"""One article, and one region's part of it."""

from datetime import datetime
from typing import Any

from django.db.models import QuerySet
from django.http import Http404, HttpRequest, HttpResponse
from django.utils import timezone
from django.views.decorators.http import require_safe

from bulletins.models import Article, Edition
from bulletins.models.prepared import prepared
from bulletins.public.furniture import Furniture, furniture
from bulletins.public.gone import NotPublic
from bulletins.public.pages import page
from bulletins.public.showing import article_context, head_context
from bulletins.rendering import body_of, kept_facts, render_part

# Its long texts stand in the printed form already.
EDITION = [
    field.attname
    for field in Edition._meta.concrete_fields
    if field.name not in ("lead", "closing")
]
ARTICLE = [field.attname for field in Article._meta.concrete_fields]


@require_safe
def article_page(request: HttpRequest, number: int) -> HttpResponse:
    edition, around = _live_edition(number)
    if edition.link_only_to:
        return _sent_on(edition)
    said = article_context(edition, body_of(edition), kept_facts(edition))
    return page(request, "public/article.html", around, said)


@require_safe
def part_page(request: HttpRequest, number: int, code: str) -> HttpResponse:
    """Everything the article says of one region, as a page to be shared."""
    edition, around = _live_edition(number)
    if edition.link_only_to:
        raise Http404
    parts = list(edition.parts.filter(region=code).prefetch_related("sections"))
    if not parts:
        raise Http404
    said = head_context(edition) | {
        "body": "\n".join(render_part(edition, part) for part in parts),
        "part": parts[0],
        "heading": parts[0].heading or parts[0].region_name,
        "region_name": parts[0].region_name or parts[0].heading,
    }
    return page(request, "public/part.html", around, said)


def _sent_on(edition: Edition) -> HttpResponse:
    """标题链接 has no page of its own: who has its number is sent where its title leads."""
    response = HttpResponse(status=302)
    response["Location"] = edition.link_only_to  # an address by its form, and reviewed
    return response


def _live_edition(number: int) -> tuple[Edition, Furniture]:
    """What readers see of an article now, and what stands around it. Raises NotPublic."""
    for row in _live(number, timezone.now()):
        edition = Edition.from_db(None, EDITION, row[: len(EDITION)])
        edition.article = Article.from_db(None, ARTICLE, row[len(EDITION) :])
        around = furniture()  # read after the edition, so that its column is among them
        edition.column = around.columns[edition.column_id]
        return edition, around
    raise NotPublic(number)


@prepared
def _live(number: int, at: datetime) -> QuerySet[Edition, tuple[Any, ...]]:
    found = Edition.objects.live(at).filter(article__number=number)
    return found.values_list(*EDITION, *(f"article__{name}" for name in ARTICLE))
