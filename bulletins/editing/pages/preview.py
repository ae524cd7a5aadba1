"""预览: the text as its public page will be, on a phone and on a desk; and links for others."""

from typing import cast

from csp.constants import SELF
from csp.decorators import csp_replace
from django.contrib import admin, messages
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.template.response import TemplateResponse
from django.urls import reverse
from django.views.decorators.cache import never_cache
from django.views.decorators.clickjacking import xframe_options_sameorigin
from django.views.decorators.http import require_http_methods, require_safe

from bulletins.editing.asking import edition_or_404, number_in, scope_in, who
from bulletins.editing.before_her import before_her
from bulletins.editing.forms.preview import PreviewLinkForm
from bulletins.editing.preview_band import asked_in, band_of, kept_at
from bulletins.editing.previewing import links_of
from bulletins.editing.richtext.pictures import address_of
from bulletins.models import Edition
from bulletins.permissions import Refused
from bulletins.previews import FreshLink, make_link, may_make, revoke_link
from bulletins.public.showing import preview_context

WIDTHS = ("phone", "desktop")


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def preview_page(request: HttpRequest, pk: int) -> HttpResponse:
    """GET shows it at one width; POST makes a link or takes one back."""
    edition = edition_or_404(request, pk, whole=True)
    if request.method != "POST":
        return _shown(request, edition, PreviewLinkForm(edition=edition))
    if "revoke" in request.POST:
        return _revoked(request, edition)
    form = PreviewLinkForm(request.POST, edition=edition)
    if not form.is_valid():
        return _shown(request, edition, form)
    try:
        fresh = make_link(edition, by=who(request), **form.facts())
    except Refused as refusal:
        form.add_error(None, str(refusal))
        return _shown(request, edition, form, status=409)
    return _shown(request, edition, PreviewLinkForm(edition=edition), fresh)


@require_safe
@xframe_options_sameorigin
@never_cache
def preview_frame(request: HttpRequest, pk: int) -> HttpResponse:
    """The public page itself, for the frame in ours; ?unsaved= lays over it what she typed."""
    edition = edition_or_404(request, pk, whole=True)
    asked = asked_in(request)
    hers = before_her(request, edition, asked.keys) if asked else None
    context = (
        preview_context(hers.edition, address_of, hers.words)
        if hers
        else preview_context(edition, address_of)
    )
    said = band_of(edition, hers, asked, kept_at(edition, who(request)))
    page = render(request, "editing/preview_frame.html", context | {"framed": True, "said": said})
    # Our own page may show it in a frame; no other.
    framed = csp_replace({"frame-ancestors": [SELF]})(lambda asked: page)
    return cast(HttpResponse, framed(request))


def _revoked(request: HttpRequest, edition: Edition) -> HttpResponse:
    link = number_in(request.POST["revoke"])
    try:
        revoke_link(edition, link or 0, by=who(request))
        messages.success(request, "已收回，这个链接从现在起打不开")
    except Refused as refusal:
        messages.error(request, str(refusal))
    return HttpResponseRedirect(reverse("admin:bulletins_edition_preview", args=[edition.pk]))


def _shown(
    request: HttpRequest,
    edition: Edition,
    form: PreviewLinkForm,
    fresh: FreshLink | None = None,
    status: int = 200,
) -> HttpResponse:
    """fresh: its address is told on this page only; no later one can tell it."""
    width, asked = request.GET.get("at", ""), asked_in(request)
    context = {
        **admin.site.each_context(request),
        "title": "预览",
        "edition": edition,
        "width": width if width in WIDTHS else WIDTHS[0],
        "asked": asked,
        "kept_at": kept_at(edition, who(request)),
        "form": form,
        "fresh": fresh,
        "may_make": may_make(scope_in(request), edition),
        "links": links_of(edition, scope_in(request)),
    }
    return TemplateResponse(request, "editing/preview.html", context, status=status)
