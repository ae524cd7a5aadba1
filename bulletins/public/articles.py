"""One article, and one region's part of it."""

from collections.abc import Callable
from datetime import datetime
from functools import partial
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.urls import reverse
from django.views.decorators.http import require_safe

from bulletins.models import Edition, Part
from bulletins.public.forms.offering import offered
from bulletins.public.furniture import Furniture
from bulletins.public.history import history_of, latest_of
from bulletins.public.live import live_edition, with_furniture
from bulletins.public.neighbours import neighbours_of
from bulletins.public.pages import page
from bulletins.public.past import past_of
from bulletins.public.paths import article_address
from bulletins.public.sharing import Shared, sharing
from bulletins.public.showing import article_context, head_context
from bulletins.public.sight import Sight, sight_of
from bulletins.rendering import (
    body_of,
    facts_of,
    kept_facts,
    related_of,
    render_part,
    render_unsealed,
)


@require_safe
def article_page(request: HttpRequest, number: int) -> HttpResponse:
    sight = sight_of(request)
    then = sight.edition(number)
    edition = then or live_edition(number, sight.now)
    if edition.link_only_to:
        return _sent_on(edition, sight)
    around = with_furniture(edition)
    said = _as_it_stood(then, sight) if then else _as_it_is(edition, around, sight)
    return page(request, "public/article.html", around, said, sight=sight)


@require_safe
def part_page(request: HttpRequest, number: int, code: str) -> HttpResponse:
    """Everything the article says of one region, as a page to be shared."""
    sight = sight_of(request)
    then = sight.edition(number)
    edition = then or live_edition(number, sight.now)
    if edition.link_only_to:
        raise Http404
    parts = list(edition.parts.filter(region=code).prefetch_related("sections"))
    if not parts:
        raise Http404
    around = with_furniture(edition)
    at = sight.shown if then else sight.now
    said = head_context(edition, at)
    said |= _part(edition, parts, partial(_file_address, number, sight) if then else None)
    said["latest"] = latest = latest_of(past_of(edition, at), at)
    if then is None:
        moments = said["published_at"], latest.at if latest else None
        shared = Shared(edition, said["title"], said["own"], said["body"], *moments)
        said["sharing"] = sharing(shared, around, said["crumbs"])
    return page(request, "public/part.html", around, said, sight=sight)


def _part(
    edition: Edition, parts: list[Part], address_of: Callable[[str], str] | None
) -> dict[str, Any]:
    """A region usually has one part; what else it says in the article follows."""
    first = parts[0]
    name = first.region_name or first.heading
    return {
        "body": "\n".join(render_part(edition, part, address_of) for part in parts),
        "part": first,
        "heading": first.heading or name,
        "region_name": name,
        "title": f"{name}：{edition.title}",
        "own": f"{article_address(edition.article.number)}regions/{first.region_id}/",
        "others": _others(edition),
    }


def _others(edition: Edition) -> list[tuple[str, str]]:
    """The regions of the article in its order, each once: code and name."""
    named = edition.parts.exclude(region=None).order_by("position")
    return list(dict.fromkeys(named.values_list("region_id", "region_name")))


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
    address_of = partial(_file_address, edition.article.number or 0, sight)
    body, facts = render_unsealed(edition, address_of), facts_of(edition.pk)
    text_of = partial(_file_address, edition.article.number or 0, sight, name="file-text")
    said = article_context(edition, body, facts, address_of, sight.shown, text_of)
    return said | _past(edition, sight.shown)


def _past(edition: Edition, at: datetime) -> dict[str, Any]:
    past = past_of(edition, at)
    return {"latest": latest_of(past, at), "history": history_of(edition.article, past, at)}


def _file_address(number: int, sight: Sight, sha256: str, *, name: str = "file") -> str:
    return reverse(name, args=[number, sha256]) + sight.query


def _sent_on(edition: Edition, sight: Sight) -> HttpResponse:
    """标题链接 has no page of its own: who has its number is sent where its title leads."""
    response = HttpResponse(status=302)
    response["Location"] = edition.link_only_to  # an address by its form, and reviewed
    sight.discreet(response)
    return response
