"""One article, and one region's part of it."""

from django.http import Http404, HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from bulletins.models import Edition
from bulletins.public.history import history_of, latest_of
from bulletins.public.live import live_edition, with_furniture
from bulletins.public.pages import page
from bulletins.public.past import past_of
from bulletins.public.showing import article_context, head_context
from bulletins.rendering import body_of, kept_facts, render_part


@require_safe
def article_page(request: HttpRequest, number: int) -> HttpResponse:
    edition = live_edition(number)
    if edition.link_only_to:
        return _sent_on(edition)
    around, past = with_furniture(edition), past_of(edition)
    said = article_context(edition, body_of(edition), kept_facts(edition))
    said |= {"latest": latest_of(past), "history": history_of(edition.article, past)}
    return page(request, "public/article.html", around, said)


@require_safe
def part_page(request: HttpRequest, number: int, code: str) -> HttpResponse:
    """Everything the article says of one region, as a page to be shared."""
    edition = live_edition(number)
    if edition.link_only_to:
        raise Http404
    parts = list(edition.parts.filter(region=code).prefetch_related("sections"))
    if not parts:
        raise Http404
    around = with_furniture(edition)
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
