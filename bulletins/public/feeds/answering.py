"""The answer to who asks for a feed: whole, or that nothing has changed since it last asked."""

import hashlib
from datetime import datetime

from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.utils.cache import get_conditional_response
from django.utils.http import http_date, quote_etag

from bulletins.public.feeds.writing import TYPES, Feed, write


def answer(request: HttpRequest, feed: Feed, form: str) -> HttpResponseBase:
    """form: atom or rss."""
    return kept_up(request, write(feed, form), TYPES[form], feed.changed)


def kept_up(
    request: HttpRequest, text: str, kind: str, changed: datetime | None = None
) -> HttpResponseBase:
    """304 to who has just this text.

    changed: when it last did; None where its latest moment does not tell, for something may have
    gone from it since.
    """
    data = text.encode()
    response = HttpResponse(data, content_type=f"{kind}; charset=utf-8")
    etag = quote_etag(hashlib.sha256(data).hexdigest()[:32])
    response["ETag"] = etag
    seconds = int(changed.timestamp()) if changed else None
    if seconds is not None:
        response["Last-Modified"] = http_date(seconds)
    return get_conditional_response(request, etag, seconds, response) or response
