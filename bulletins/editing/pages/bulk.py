"""批量: one thing done to the editions that were chosen in the list, with a result for each."""

from collections import Counter

from django.contrib import admin, messages
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.template.response import TemplateResponse
from django.urls import reverse
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST

from bulletins.editing.asking import number_in, scope_in, who
from bulletins.editing.forms.bulk import DEEDS, Deed, Form
from bulletins.models import Edition
from bulletins.models.edition_queryset import EditionQuerySet
from bulletins.permissions import visible
from bulletins.workflow.bulk import MOST, Result, do_to_each

NONE_CHOSEN = "没有选中稿件：请在列表中勾选"
TOO_MANY = f"一次最多处理 {MOST} 篇：请分几次，或先筛选"


@never_cache
@require_POST
def bulk_page(request: HttpRequest) -> HttpResponse:
    """First what will be done to which, and what it needs; then, once said yes to, the results."""
    chosen = [pk for said in request.POST.getlist("pk") if (pk := number_in(said)) is not None]
    if not chosen:
        return nothing_chosen(request)
    deed = DEEDS.get(request.POST.get("deed", ""))
    if deed is None or not scope_in(request).anywhere(*deed.roles):
        raise Http404
    return asked(request, deed, _of_hers(request).filter(pk__in=chosen[: MOST + 1]))


def asked(request: HttpRequest, deed: Deed, editions: EditionQuerySet) -> HttpResponse:
    """The same for a list that was chosen by Django's own boxes."""
    found = list(editions.with_body()[: MOST + 1])
    if not 0 < len(found) <= MOST:
        return _back(request, TOO_MANY if found else NONE_CHOSEN)
    form = deed.form(request.POST if "sure" in request.POST else None, scope_in(request))
    if form.is_valid():
        return _shown(request, deed, found, form, do_to_each(found, form.act(who(request))))
    return _shown(request, deed, found, form, None)


def nothing_chosen(request: HttpRequest) -> HttpResponse:
    return _back(request, NONE_CHOSEN)


def _of_hers(request: HttpRequest) -> EditionQuerySet:
    return visible(who(request), scope_in(request)).order_by("-changed_at", "-pk")


def _shown(
    request: HttpRequest,
    deed: Deed,
    editions: list[Edition],
    form: Form,
    results: list[Result] | None,
) -> HttpResponse:
    counts = Counter(one.done for one in results or ())
    context = {
        **admin.site.each_context(request),
        "title": f"批量{deed.label}",
        "deed": deed,
        "editions": editions,
        "form": form,
        "results": results,
        "done": counts[True],
        "refused": counts[False],
    }
    return TemplateResponse(request, "editing/bulk.html", context)


def _back(request: HttpRequest, sentence: str) -> HttpResponse:
    messages.warning(request, sentence)
    return HttpResponseRedirect(reverse("admin:bulletins_edition_changelist"))
