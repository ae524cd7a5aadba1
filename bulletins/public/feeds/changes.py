"""更正与撤下: what became of what was public, for who follows it."""

from django.http import HttpRequest
from django.http.response import HttpResponseBase
from django.urls import reverse
from django.views.decorators.http import require_safe

from bulletins.document.wording import by_number
from bulletins.public.feeds.answering import answer
from bulletins.public.feeds.happened import Happened, latest
from bulletins.public.feeds.writing import Feed, Item
from bulletins.public.furniture import furniture

TITLE = "更正、撤下和截止"


@require_safe
def changes_feed(request: HttpRequest, form: str) -> HttpResponseBase:
    site = furniture().site
    items = tuple(map(_item, latest()))
    changed = max((item.updated for item in items), default=None)
    own = reverse("changes-feed", args=[form])
    author = site.office or site.name
    feed = Feed(f"{TITLE} - {site.name}", "/", own, author, changed, items)
    return answer(request, feed, form)


def _item(one: Happened) -> Item:
    """Where the reason is a person's data, or no title is left, its number stands for it."""
    named = one.title if one.title and not one.private else by_number(one.number)
    place = f"/articles/{one.number}/"
    return Item(f"{one.what}：{named}", place, one.at, one.at, one.says, one.mark)
