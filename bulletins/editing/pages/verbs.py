"""Taking a verb: a page that says what it does and asks what it needs, then the act."""

from collections.abc import Callable, Mapping
from typing import Any

from django.contrib import admin, messages
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.template.response import TemplateResponse
from django.urls import reverse
from django.views.decorators.cache import never_cache

from bulletins import workflow
from bulletins.editing.asking import edition_or_404, scope_in, who
from bulletins.editing.forms.verbs import VerbForm
from bulletins.models import Edition
from bulletins.permissions import Hidden, Refused
from bulletins.workflow.guards import Case
from bulletins.workflow.taking import refusal_of
from bulletins.workflow.verbs import EDITION_VERBS, Verb

# 同意 and 退回 are said on the review page, below what was read.
ACTS: Mapping[str, Callable[..., None]] = {
    "submit": workflow.submit,
    "recall": workflow.recall,
    "release": workflow.release,
    "release_urgently": workflow.release_urgently,
    "cancel_release": workflow.cancel_release,
    "reschedule": workflow.reschedule,
    "set_aside": workflow.set_aside,
    "resume": workflow.resume,
    "discard": workflow.discard,
}
WITH_DIGEST = ("release", "release_urgently")
VERBS = {verb.name: verb for verb in EDITION_VERBS}


@never_cache
def verb_page(request: HttpRequest, pk: int, name: str) -> HttpResponse:
    """GET explains and asks; POST acts, and says what came of it."""
    edition = edition_or_404(request, pk)
    if name in ("approve", "send_back"):
        return HttpResponseRedirect(reverse("admin:bulletins_edition_review", args=[pk]))
    if name not in ACTS:
        raise Http404
    verb = VERBS[name]
    form = VerbForm(request.POST or None, verb=verb, digest=edition.digest)
    if request.method == "POST" and form.is_valid():
        return _taken(request, edition, verb, form)
    context = {
        **admin.site.each_context(request),
        "title": verb.label,
        "edition": edition,
        "verb": verb,
        "form": form,
        "refusal": _refusal(request, edition, verb),
    }
    return TemplateResponse(request, "editing/verb.html", context)


def _refusal(request: HttpRequest, edition: Edition, verb: Verb) -> str | None:
    try:
        return refusal_of(verb, Case(edition, who(request), scope_in(request)))
    except Hidden:
        raise Http404 from None


def _taken(request: HttpRequest, edition: Edition, verb: Verb, form: VerbForm) -> HttpResponse:
    facts: dict[str, Any] = form.facts()
    if verb.name in WITH_DIGEST:
        facts["digest"] = form.digest_read
    try:
        ACTS[verb.name](edition, by=who(request), **facts)
        messages.success(request, f"“{edition}”：已{verb.label}")
    except Hidden:
        raise Http404 from None
    except Refused as refusal:
        messages.error(request, str(refusal))
    return HttpResponseRedirect(reverse("admin:bulletins_edition_change", args=[edition.pk]))
