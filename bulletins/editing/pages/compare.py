"""版本对比: any two editions of an article, side by side by what changed."""

from django.contrib import admin
from django.http import HttpRequest, HttpResponse
from django.template.response import TemplateResponse
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_GET

from bulletins.document.diff.compare import compare
from bulletins.drafting import document_of, region_names_of
from bulletins.editing.asking import edition_or_404, scope_in, who
from bulletins.models import Edition
from bulletins.permissions.visibility import visible_whole


@never_cache
@require_GET
def compare_page(request: HttpRequest, pk: int) -> HttpResponse:
    """This edition with another one of its article (?with=…), by default the one before it."""
    edition = edition_or_404(request, pk, whole=True)
    others = _others(request, edition)
    other = _chosen(request, edition, others)
    context = {
        **admin.site.each_context(request),
        "title": "版本对比",
        "edition": edition,
        "others": others,
        "other": other,
        "difference": compare(document_of(other), document_of(edition)) if other else None,
        "names": region_names_of(edition) | region_names_of(other) if other else {},
    }
    return TemplateResponse(request, "editing/compare.html", context)


def _others(request: HttpRequest, edition: Edition) -> list[Edition]:
    """The other editions of the article that she may read whole, in their order."""
    seen = visible_whole(who(request), scope_in(request)).filter(article=edition.article_id)
    return list(seen.exclude(pk=edition.pk).select_related("column").order_by("number"))


def _chosen(request: HttpRequest, edition: Edition, others: list[Edition]) -> Edition | None:
    wanted = request.GET.get("with", "")
    if named := [one for one in others if str(one.number) == wanted]:
        return named[0]
    before = [one for one in others if one.number < edition.number]
    return before[-1] if before else next(iter(others), None)
