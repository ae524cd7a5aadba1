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
from bulletins.drafting import whole_edition
from bulletins.models import Edition
from bulletins.models.standstill import once
from bulletins.pdf import Busy, Failed, drop, is_available
from bulletins.public.failing import HEADERS
from bulletins.public.files import UNSAFE
from bulletins.public.forms.pdf import pdf_of
from bulletins.public.forms.taking import Taken, take
from bulletins.public.forms.writing import FORMS, GENERATION
from bulletins.public.furniture import furniture
from bulletins.public.gone import NotPublic
from bulletins.public.live import is_live, live_row
from bulletins.public.pages import page

NEVER = "没有 PDF", "本站没有安装排印 PDF 的程序。需要打印的，可以下载 Word 文档，或直接打印网页。"
WHY: dict[type[Exception], tuple[str, str]] = {
    Busy: ("PDF 正在排队", "正在给别的读者排印 PDF。请等十几秒再点一次，或先下载 Word 文档。"),
    Failed: (
        "PDF 没有排出来",
        "这一篇太长或图片太多，没能排成。请下载 Word 文档，或打印网页。",
    ),
}
LONGEST = 60  # characters of a file's name


@require_safe
def article_form(request: HttpRequest, number: int, form: str) -> HttpResponseBase:
    """To be saved, not shown. Raises NotPublic, and Http404 for what has no text here."""
    live = live_row(number)
    if live.link_only_to:
        raise Http404
    if form == "pdf" and not is_available():
        return _told(request, number, *NEVER, status=404)
    tag = _tag(live, form, furniture().site.name)
    etag = quote_etag(tag)
    since = int(live.live_from.timestamp()) if live.live_from else None
    try:
        unchanged = get_conditional_response(request, etag, since)
        response = unchanged or _written(live, form, tag)
    except (Busy, Failed) as problem:
        return _told(request, number, *WHY[type(problem)], status=503)
    response["ETag"] = etag
    if since is not None:
        response["Last-Modified"] = http_date(since)
    response["Cache-Control"] = "no-cache"  # kept by readers, but asked about: it may be withdrawn
    response["X-Robots-Tag"] = "noindex"
    return response


def _written(live: Edition, form: str, tag: str) -> HttpResponse:
    data = _bytes(live, form, tag)
    if not is_live(live):  # withdrawn while it was made
        drop([live.pk])
        raise NotPublic(live.article.number or 0)
    response = HttpResponse(data, content_type=FORMS[form].type)
    response["Content-Disposition"] = _saved_as(live, form)
    return response


def _bytes(live: Edition, form: str, tag: str) -> bytes:
    site = furniture().site.name

    def taken() -> Taken:
        return once(("taken", live.pk, site), lambda: take(whole_edition(live.pk), site))

    return pdf_of(live.pk, tag, taken) if form == "pdf" else FORMS[form].write(taken(), tag)


def _told(
    request: HttpRequest, number: int, short: str, sentence: str, *, status: int
) -> HttpResponse:
    said = {"short": short, "sentence": sentence, "number": number}
    headers = HEADERS | ({"Retry-After": "10"} if status == 503 else {})
    return page(request, "public/no_form.html", furniture(), said, status=status, headers=headers)


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
