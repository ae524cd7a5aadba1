"""Taking a comment, or a press that resolves or reopens one."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_POST

from bulletins.commenting import comment, reopen, resolve
from bulletins.commenting.phrases import remember
from bulletins.editing.asking import edition_or_404, number_in, scope_in, who
from bulletins.editing.noting import notes_of
from bulletins.models import Comment, Edition
from bulletins.permissions import Refused

BACK = ("review", "change")
WHOLE = "whole"


@require_POST
def comments_page(request: HttpRequest, pk: int) -> HttpResponse:
    """Back to the page it came from; to its script (part=1) only the place itself, or
    a sentence as plain text."""
    edition = edition_or_404(request, pk)
    try:
        done = _done(request, edition)
    except Refused as refusal:
        if "part" not in request.POST:
            raise
        return HttpResponse(str(refusal), content_type="text/plain; charset=utf-8")
    if "part" in request.POST:
        return _place(request, edition, done)
    messages.success(request, "批注已记下")
    back = request.POST.get("back")
    page = reverse(f"admin:bulletins_edition_{back if back in BACK else 'change'}", args=[pk])
    return HttpResponseRedirect(f"{page}#notes-{done.key or WHOLE}")


def _done(request: HttpRequest, edition: Edition) -> Comment:
    sent, by = request.POST, who(request)
    if name := sent.get("add"):
        key = "" if name == WHOLE else name
        said = sent.get(f"text-{name}", "")
        made = comment(edition, key, said, by=by)
        remember(said, by=by)
        return made
    for verb, act in (("resolve", resolve), ("reopen", reopen)):
        if (pk := number_in(sent.get(verb, ""))) is not None:
            return act(edition, pk, by=by)
    raise Refused("没有收到批注：请重新打开这一页再试")


def _place(request: HttpRequest, edition: Edition, done: Comment) -> HttpResponse:
    notes = notes_of(edition, by=who(request), scope=scope_in(request))
    found = notes.places.get(done.key)
    gone = next((one for one in notes.gone if one.key == done.key), None)
    context = {"place": found or gone, "gone": found is None, "named": "named" in request.POST}
    return render(request, "editing/pieces/notes.html", context)
