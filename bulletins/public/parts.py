"""One region's part of an article, as a page to be shared."""

from collections.abc import Callable
from functools import partial
from typing import Any, NamedTuple

from django.http import Http404, HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from bulletins.document.html.parted import parts_in
from bulletins.models import Edition
from bulletins.public.history import latest_of
from bulletins.public.live import live_edition, with_furniture
from bulletins.public.pages import page
from bulletins.public.past import past_of
from bulletins.public.paths import article_address, file_address
from bulletins.public.sharing import Shared, sharing
from bulletins.public.showing import head_context
from bulletins.public.sight import sight_of
from bulletins.rendering import kept_facts, kept_of, render_part


class Shown(NamedTuple):
    """A part as its page shows it. name: of its region; html: its body."""

    key: str
    region_id: str
    name: str
    heading: str
    html: str


@require_safe
def part_page(request: HttpRequest, number: int, code: str) -> HttpResponse:
    """Everything the article says of one region."""
    sight = sight_of(request)
    then = sight.edition(number)
    edition, around = with_furniture(then) if then else live_edition(number, sight.now)
    if edition.link_only_to:
        raise Http404
    address_of = partial(file_address, number, sight.query) if then else None
    shown, others = _from_rows(edition, code, address_of) if then else _kept(edition, code)
    if not shown:
        raise Http404
    at = sight.shown if then else sight.now
    said = head_context(edition, at) | _part(edition, shown) | {"others": others}
    said["latest"] = latest = latest_of(past_of(edition, at), at)
    if then is None:
        moments = said["published_at"], latest.at if latest else None
        shared = Shared(edition, said["title"], said["own"], said["body"], *moments)
        said["sharing"] = sharing(shared, around, said["crumbs"])
    return page(request, "public/part.html", around, said, sight=sight)


def _part(edition: Edition, shown: list[Shown]) -> dict[str, Any]:
    """A region usually has one part; what else it says in the article follows."""
    first = shown[0]
    return {
        "body": "\n".join(one.html for one in shown),
        "part": first,
        "heading": first.heading,
        "region_name": first.name,
        "title": f"{first.name}：{edition.title}",
        "own": f"{article_address(edition.article.number)}regions/{first.region_id}/",
    }


def _kept(edition: Edition, code: str) -> tuple[list[Shown], list[tuple[str, str]]]:
    """Out of the kept body, without a query; from the rows where it is of another writer."""
    body = kept_of(edition)
    if body is None:
        return _from_rows(edition, code, None)
    names = dict(kept_facts(edition)["jumps"])
    found = [one for one in parts_in(body) if one.key in names]
    shown = [
        Shown(one.key, code, names[one.key], one.heading or names[one.key], one.html())
        for one in found
        if one.region == code
    ]
    return shown, list(dict.fromkeys((one.region, names[one.key]) for one in found))


def _from_rows(
    edition: Edition, code: str, address_of: Callable[[str], str] | None
) -> tuple[list[Shown], list[tuple[str, str]]]:
    parts = edition.parts.filter(region=code).prefetch_related("sections")
    shown = [
        Shown(
            part.key,
            code,
            part.region_name or part.heading,
            part.heading or part.region_name,
            render_part(edition, part, address_of),
        )
        for part in parts
    ]
    named = edition.parts.exclude(region=None).order_by("position")
    return shown, list(dict.fromkeys(named.values_list("region_id", "region_name")))
