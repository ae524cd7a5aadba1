"""From a text that stands still to one that can be written in: the next edition, or a copy."""

from typing import Any

from django.contrib import admin, messages
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.template.response import TemplateResponse
from django.urls import reverse
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from bulletins.document.keys import KEY
from bulletins.drafting import duplicate, start_edition
from bulletins.drafting.rights import may_edit_whole
from bulletins.editing.asking import edition_or_404, scope_in, who
from bulletins.editing.forms.another import NextForm
from bulletins.models import Edition, State
from bulletins.permissions import Refused, visible


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def next_page(request: HttpRequest, pk: int) -> HttpResponse:
    """GET asks what kind of change it will be; POST starts the edition with this one's text."""
    edition = edition_or_404(request, pk, whole=True)
    if edition.state not in (State.RELEASED, State.DISCARDED):
        raise Http404
    if not may_edit_whole(scope_in(request), edition):
        raise Http404
    form = NextForm(request.POST if request.method == "POST" else None)
    if form.is_valid():
        try:
            return _to(_started(request, edition, form.cleaned_data), _place(request))
        except Refused as refusal:
            form.add_error(None, str(refusal))
    opened = edition.article.editions.open().first()
    newer = edition.article.editions.filter(state=State.RELEASED, number__gt=edition.number)
    context = {
        **admin.site.each_context(request),
        "title": "另起新版",
        "edition": edition,
        "form": form,
        "opened": opened,
        "is_newest": edition.state == State.RELEASED and not newer.exists(),
        "place": _place(request),
    }
    return TemplateResponse(request, "editing/next.html", context)


@require_POST
def duplicate_edition(request: HttpRequest, pk: int) -> HttpResponse:
    """A new article with this text."""
    edition = edition_or_404(request, pk, whole=True)
    try:
        copy = duplicate(edition, by=who(request))
    except Refused as refusal:
        messages.error(request, str(refusal))
        return _to(edition)
    messages.success(request, f"已复制为新稿件：请先改标题（原稿“{edition}”不受影响）")
    return _to(copy, "id_head-title")


@never_cache
@require_GET
def correct(request: HttpRequest, number: int, key: str = "") -> HttpResponse:
    """更正此处: from a place on the public page to the same place where it can be written in."""
    editions = visible(who(request), scope_in(request)).filter(article__number=number)
    opened = editions.filter(state=State.DRAFT).first()
    if opened:
        return _to(opened, key)
    live = editions.live().first()
    if live is None:
        raise Http404
    if not may_edit_whole(scope_in(request), live) or editions.open().exists():
        return _to(live, key)
    address = reverse("admin:bulletins_edition_next", args=[live.pk])
    return HttpResponseRedirect(f"{address}?at={key}" if key else address)


def _started(request: HttpRequest, edition: Edition, said: dict[str, Any]) -> Edition:
    return start_edition(
        edition.article, by=who(request), text_of=edition, kind=said["kind"], note=said["note"]
    )


def _place(request: HttpRequest) -> str:
    """The key of the section that is to be corrected."""
    key = request.GET.get("at", "")
    return key if KEY.fullmatch(key) else ""


def _to(edition: Edition, place: str = "") -> HttpResponse:
    address = reverse("admin:bulletins_edition_change", args=[edition.pk])
    return HttpResponseRedirect(f"{address}#{place}" if place else address)
