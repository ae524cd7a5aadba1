"""回收站: discarded drafts, removed parts and attachments, each with its way back."""

from django.contrib import admin, messages
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.template.response import TemplateResponse
from django.urls import reverse
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from bulletins.drafting import bring_back
from bulletins.editing.asking import edition_or_404, number_in, scope_in, who
from bulletins.editing.recycled import bin_of
from bulletins.models import RemovedAttachment, Role
from bulletins.permissions import Hidden, Refused


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def bin_page(request: HttpRequest) -> HttpResponse:
    """GET lists; POST brings an attachment back. Parts and drafts come back on their own pages."""
    scope = scope_in(request)
    if not scope.anywhere(Role.EDITOR):
        raise Http404
    if request.method == "POST":
        return _brought_back(request)
    context = {
        **admin.site.each_context(request),
        "title": "回收站",
        "bin": bin_of(who(request), scope),
    }
    return TemplateResponse(request, "editing/bin.html", context)


def _brought_back(request: HttpRequest) -> HttpResponse:
    removed = _removed(request)
    edition = edition_or_404(request, removed.edition_id, whole=True)
    aware = "aware" in request.POST
    try:
        back = bring_back(removed, by=who(request), aware=aware)
    except Hidden:
        raise Http404 from None
    except Refused as refusal:
        messages.error(request, str(refusal))
        return HttpResponseRedirect(reverse("admin:bulletins_edition_bin"))
    said = f"附件“{removed}”已放回" if back else f"附件“{removed}”已被别人放回"
    messages.success(request, said)
    address = reverse("admin:bulletins_edition_change", args=[edition.pk])
    return HttpResponseRedirect(f"{address}#attachment-{removed.key}")


def _removed(request: HttpRequest) -> RemovedAttachment:
    found = RemovedAttachment.objects.filter(pk=number_in(request.POST.get("attachment", "")) or 0)
    removed = found.select_related("edition").first()
    if removed is None:
        raise Http404
    return removed
