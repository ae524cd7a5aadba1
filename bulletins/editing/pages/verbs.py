"""Taking a verb: a page that says what it does and asks what it needs, then the act."""

from collections.abc import Callable, Mapping

from django.contrib import admin, messages
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.template.response import TemplateResponse
from django.urls import reverse
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from bulletins import workflow
from bulletins.document.wording import spoken
from bulletins.editing.asking import edition_or_404, scope_in, who
from bulletins.editing.forms.verbs import WITH_DIGEST, VerbForm
from bulletins.editing.used_titles import warn_of_titles
from bulletins.models import Edition
from bulletins.permissions import Hidden, Refused
from bulletins.workflow.case import Case
from bulletins.workflow.completeness import missing
from bulletins.workflow.taking import refusal_of
from bulletins.workflow.verb import Verb
from bulletins.workflow.verbs import EDITION_VERBS

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
# Said on the review page, below what was read.
DECISIONS = ("approve", "send_back")
VERBS = {verb.name: verb for verb in EDITION_VERBS}


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def verb_page(request: HttpRequest, pk: int, name: str) -> HttpResponse:
    """GET explains and asks; POST acts, or says why not and keeps what was typed."""
    edition = edition_or_404(request, pk)
    if name in DECISIONS:
        return HttpResponseRedirect(reverse("admin:bulletins_edition_review", args=[pk]))
    if name not in ACTS:
        raise Http404
    data = request.POST if request.method == "POST" else None
    read = request.GET.get("digest", "")
    form = VerbForm(data, verb=VERBS[name], edition=edition, read=read)
    if form.is_valid():
        return _taken(request, edition, form)
    return _shown(request, edition, form)


def _taken(request: HttpRequest, edition: Edition, form: VerbForm) -> HttpResponse:
    verb, here = form.verb, reverse("admin:bulletins_edition_change", args=[edition.pk])
    try:
        ACTS[verb.name](edition, by=who(request), **form.facts())
    except Hidden:
        raise Http404 from None
    except Refused as refusal:
        if verb.one_press:
            messages.error(request, str(refusal))
            return HttpResponseRedirect(here)
        form.add_error(None, str(refusal))
        return _shown(request, edition_or_404(request, edition.pk), form, status=409)
    messages.success(request, _done(verb, edition_or_404(request, edition.pk)))
    if verb.name == "submit":
        warn_of_titles(request, edition)
    return HttpResponseRedirect(here)


def _done(verb: Verb, edition: Edition) -> str:
    """What came of it, in a sentence."""
    said = f"“{edition}”：已{verb.label}"
    if edition.is_scheduled() and edition.live_from:
        return f"{said}，{spoken(edition.live_from)}公开"
    if verb.name in WITH_DIGEST:
        return f"{said}，编号 {edition.article.number}"
    return said


def _shown(
    request: HttpRequest, edition: Edition, form: VerbForm, status: int = 200
) -> HttpResponse:
    context = {
        **admin.site.each_context(request),
        "title": form.verb.label,
        "edition": edition,
        "verb": form.verb,
        "form": form,
        "refusal": _refusal(request, edition, form),
        "gaps": missing(edition) if form.verb.name == "submit" else [],
    }
    return TemplateResponse(request, "editing/verb.html", context, status=status)


def _refusal(request: HttpRequest, edition: Edition, form: VerbForm) -> str | None:
    """Why it cannot be done at all now, whatever is filled in."""
    facts = {}
    if form.verb.name in WITH_DIGEST:
        facts = {"digest": form["digest"].value() or None}
    try:
        return refusal_of(form.verb, Case(edition, who(request), scope_in(request), facts))
    except Hidden:
        raise Http404 from None
