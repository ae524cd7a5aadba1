"""An earlier text of an article at an address of its own, with what came of it."""

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from bulletins.document.diff.compare import compare
from bulletins.drafting import document_of, region_names_of, whole_edition
from bulletins.models import Edition
from bulletins.public.gone import Withheld
from bulletins.public.live import live_row, with_furniture
from bulletins.public.pages import page
from bulletins.public.past import Begun, Past, past_of
from bulletins.public.showing import article_context
from bulletins.rendering import body_of, kept_facts


@require_safe
def edition_page(request: HttpRequest, number: int, edition: int) -> HttpResponse:
    """As it stood, from when to when, and how the next one differs. Not for search engines."""
    live = live_row(number)
    past = past_of(live)
    begun = past.edition(edition)
    if begun is None:
        raise Http404
    if not past.is_readable(begun):
        raise Withheld(number, past.barrier)
    live, around = with_furniture(live)
    shown = whole_edition(begun.pk)
    shown.column = around.columns[shown.column_id].target
    said = article_context(shown, body_of(shown), kept_facts(shown))
    said |= {"begun": begun, "is_live": begun.pk == live.pk} | _difference(shown, begun, past)
    response = page(request, "public/edition.html", around, said)
    response["X-Robots-Tag"] = "noindex"
    return response


def _difference(shown: Edition, begun: Begun, past: Past) -> dict[str, Any]:
    """What the next edition made of it; nothing where it is the last."""
    after = past.after(begun)
    if after is None:
        return {}
    following = whole_edition(after.pk)
    return {
        "after": after,
        "difference": compare(document_of(shown), document_of(following)),
        "names": region_names_of(shown) | region_names_of(following),
    }
