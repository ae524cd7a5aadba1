"""One article."""

from datetime import datetime
from functools import partial
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from bulletins.models import Edition
from bulletins.public.forms.offering import offered
from bulletins.public.furniture import Furniture
from bulletins.public.history import history_of, latest_of
from bulletins.public.live import live_edition, with_furniture
from bulletins.public.neighbours import neighbours_of
from bulletins.public.pages import page
from bulletins.public.past import past_of
from bulletins.public.paths import file_address
from bulletins.public.sharing import Shared, sharing
from bulletins.public.showing import article_context
from bulletins.public.sight import Sight, sight_of
from bulletins.rendering import (
    body_of,
    facts_of,
    kept_facts,
    related_of,
    render_unsealed,
)


@require_safe
def article_page(request: HttpRequest, number: int) -> HttpResponse:
    sight = sight_of(request)
    then = sight.edition(number)
    edition, around = with_furniture(then) if then else live_edition(number, sight.now)
    if edition.link_only_to:
        return _sent_on(edition, sight)
    said = _as_it_stood(then, sight) if then else _as_it_is(edition, around, sight)
    return page(request, "public/article.html", around, said, sight=sight)


def _as_it_is(edition: Edition, around: Furniture, sight: Sight) -> dict[str, Any]:
    said = article_context(edition, body_of(edition), kept_facts(edition), at=sight.now)
    said |= _past(edition, sight.now)
    latest = said["latest"].at if said["latest"] else None
    moments = said["published_at"], latest
    shared = Shared(edition, edition.title, said["address"], said["body"], *moments)
    return said | {
        "forms": offered(),
        "sharing": sharing(shared, around, said["crumbs"]),
        "neighbours": neighbours_of(edition, related_of(edition), sight),
    }


def _as_it_stood(edition: Edition, sight: Sight) -> dict[str, Any]:
    """From its rows; its files are asked for at that moment, too."""
    number = edition.article.number or 0
    address_of = partial(file_address, number, sight.query)
    body, facts = render_unsealed(edition, address_of), facts_of(edition.pk)
    text_of = partial(file_address, number, sight.query, name="file-text")
    said = article_context(edition, body, facts, address_of, sight.shown, text_of)
    return said | _past(edition, sight.shown)


def _past(edition: Edition, at: datetime) -> dict[str, Any]:
    past = past_of(edition, at)
    return {"latest": latest_of(past, at), "history": history_of(edition.article, past, at)}


def _sent_on(edition: Edition, sight: Sight) -> HttpResponse:
    """标题链接 has no page of its own: who has its number is sent where its title leads."""
    response = HttpResponse(status=302)
    response["Location"] = edition.link_only_to  # an address by its form, and reviewed
    sight.discreet(response)
    return response
