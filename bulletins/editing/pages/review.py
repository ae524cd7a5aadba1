"""The review page: the printed form of what is approved, its digest, and the decision below it."""

from collections.abc import Callable, Mapping
from typing import Any

from django.contrib import admin, messages
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.template.response import TemplateResponse
from django.urls import reverse
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from accounts.models import User
from bulletins import workflow
from bulletins.commenting.phrases import offered_to, remember
from bulletins.editing.asking import edition_or_404, scope_in, who
from bulletins.editing.forms.decision import DecisionForm
from bulletins.editing.noting import notes_of
from bulletins.editing.printed import targets
from bulletins.editing.reviewing import ReviewPage, agreed_before, review_page_of, shown_of
from bulletins.models import Decision, Edition
from bulletins.permissions import Hidden, Refused
from bulletins.workflow.stages import reviewer_role

ACTS: Mapping[str, Callable[..., None]] = {
    Decision.APPROVED: workflow.approve,
    Decision.SENT_BACK: workflow.send_back,
}


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def review_page(request: HttpRequest, pk: int) -> HttpResponse:
    """GET shows what is to be read; POST decides on exactly that, or says why not."""
    edition = edition_or_404(request, pk, whole=True)
    if request.method != "POST":
        return _shown(request, edition, DecisionForm(initial={"digest": edition.digest}))
    form = DecisionForm(request.POST)
    if not form.is_valid():
        return _shown(request, edition, form)
    if form.cleaned_data["decision"] == Decision.APPROVED and (faults := shown_of(edition).faults):
        form.add_error(None, faults[0])
        return _shown(request, edition, form, status=409)
    try:
        facts = _facts(form, edition, who(request))
        ACTS[form.cleaned_data["decision"]](edition, by=who(request), **facts)
    except Hidden:
        raise Http404 from None
    except Refused as refusal:
        form.add_error(None, str(refusal))
        return _shown(request, edition_or_404(request, pk, whole=True), form, status=409)
    remember(form.cleaned_data["opinion"], by=who(request))
    return _decided(request, edition, form.cleaned_data["decision"])


def _facts(form: DecisionForm, edition: Edition, by: User) -> dict[str, Any]:
    """What the form says; the record tells that only the changes were shown, where it was so."""
    facts = form.facts()
    before = agreed_before(edition, by) if form.cleaned_data["again"] else None
    if before and form.cleaned_data["decision"] == Decision.APPROVED:
        facts["report"]["agreed_in_round"] = before.round
    return facts


def _decided(request: HttpRequest, edition: Edition, decision: str) -> HttpResponse:
    """On to the desk; the last one to agree stays, where she may release it."""
    edition.refresh_from_db()
    if decision == Decision.SENT_BACK:
        messages.success(request, f"“{edition}”：已退回修改")
    elif edition.is_ready:
        messages.success(request, f"“{edition}”：已同意，各级审核完成，等待签发")
        return HttpResponseRedirect(reverse("admin:bulletins_edition_review", args=[edition.pk]))
    else:
        messages.success(request, f"“{edition}”：已同意{_next(edition)}")
    return HttpResponseRedirect(reverse("admin:index"))


def _next(edition: Edition) -> str:
    if edition.stages_passed == edition.stages:
        return "，补审完成"
    return f"，轮到{reviewer_role(edition).label}"


def _shown(
    request: HttpRequest, edition: Edition, form: DecisionForm, status: int = 200
) -> HttpResponse:
    page = _page(request, edition)
    if form.is_bound and form.data.get("digest") != edition.digest:
        form.read_anew(edition.digest)
    context = {
        **admin.site.each_context(request),
        "title": "审核" if page.may_decide else "清样",
        "edition": edition,
        "page": page,
        "form": form,
        "notes": notes_of(edition, by=who(request), scope=scope_in(request)),
        "phrases": offered_to(who(request)),
        "targets": list(targets(page.shown.document)),
    }
    return TemplateResponse(request, "editing/review.html", context, status=status)


def _page(request: HttpRequest, edition: Edition) -> ReviewPage:
    return review_page_of(
        edition,
        by=who(request),
        scope=scope_in(request),
        compare_with=request.GET.get("with", ""),
    )
