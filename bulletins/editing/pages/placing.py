"""列入与置顶: where an article stands beside its own column, and where on top."""

from django.contrib import admin, messages
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.template.response import TemplateResponse
from django.urls import reverse
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from bulletins.editing.asking import edition_or_404, scope_in, who
from bulletins.editing.forms.placing import PlacingForm
from bulletins.permissions import Refused
from bulletins.workflow.placing import columns_of, may_place, place, placings_of


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def placing_page(request: HttpRequest, pk: int) -> HttpResponse:
    """GET shows the columns she answers for; POST stores, or says why not."""
    edition = edition_or_404(request, pk, whole=True)
    scope = scope_in(request)
    if not may_place(scope, edition):
        raise Http404
    data = request.POST if request.method == "POST" else None
    stands = placings_of(edition.article)
    form = PlacingForm(data, columns=columns_of(scope, edition), stands=stands)
    if form.is_valid():
        try:
            changed = place(edition, form.wanted(), by=who(request))
        except Refused as refusal:
            form.add_error(None, str(refusal))
        else:
            messages.success(request, "已更改列入和置顶" if changed else "没有改动")
            here = reverse("admin:bulletins_edition_change", args=[edition.pk])
            return HttpResponseRedirect(here)
    context = {
        **admin.site.each_context(request),
        "title": "列入与置顶",
        "edition": edition,
        "form": form,
    }
    return TemplateResponse(request, "editing/placing.html", context)
