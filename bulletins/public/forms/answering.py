"""The address of a form: what is public now, whole, or that nothing has changed."""

import hashlib
from urllib.parse import quote

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.utils.cache import get_conditional_response
from django.utils.http import http_date, quote_etag
from django.views.decorators.http import require_safe

from bulletins.document.plain import squeeze
from bulletins.models import Edition
from bulletins.public.files import UNSAFE
from bulletins.public.forms.taking import take
from bulletins.public.forms.writing import FORMS, GENERATION
from bulletins.public.furniture import furniture
from bulletins.public.live import live_row

LONGEST = 60  # characters of a file's name


@require_safe
def article_form(request: HttpRequest, number: int, form: str) -> HttpResponseBase:
    """To be saved, not shown. Raises NotPublic, and Http404 for what has no text here."""
    live = live_row(number)
    if live.link_only_to:
        raise Http404
    site = furniture().site.name
    etag = quote_etag(_tag(live, form, site))
    since = int(live.live_from.timestamp()) if live.live_from else None
    unchanged = get_conditional_response(request, etag, since)
    response = unchanged or _written(live, form, site)
    response["ETag"] = etag
    if since is not None:
        response["Last-Modified"] = http_date(since)
    response["Cache-Control"] = "no-cache"  # kept by readers, but asked about: it may be withdrawn
    response["X-Robots-Tag"] = "noindex"
    return response


def _written(live: Edition, form: str, site: str) -> HttpResponse:
    edition = Edition.objects.with_body().get(pk=live.pk)
    data = FORMS[form].write(take(edition, site))
    response = HttpResponse(data, content_type=FORMS[form].type)
    response["Content-Disposition"] = _saved_as(live, form)
    return response


def _tag(live: Edition, form: str, site: str) -> str:
    """Of everything that the bytes depend on; a first date may be set back, a site renamed."""
    first = live.article.first_published_at
    said = (GENERATION, form, settings.SITE_URL, site, live.pk, live.digest, first, live.live_from)
    return hashlib.sha256(repr(said).encode()).hexdigest()[:32]


def _saved_as(live: Edition, form: str) -> str:
    """Under its title (RFC 6266); programs that know no Chinese names get the number."""
    title = UNSAFE.sub(" ", squeeze(live.title))[:LONGEST].strip(" .") or "article"
    whole = quote(f"{title}.{form}", safe="")
    return (
        f"attachment; filename=\"article-{live.article.number}.{form}\"; filename*=UTF-8''{whole}"
    )
