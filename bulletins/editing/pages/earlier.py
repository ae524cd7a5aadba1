"""旧稿: what stood in a draft before somebody changed it, and the way back."""

from collections.abc import Iterable

from django import forms
from django.contrib import admin, messages
from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.template.response import TemplateResponse
from django.urls import reverse
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from bulletins.drafting import Conflict, restore
from bulletins.drafting.authors import must_be_told
from bulletins.editing.asking import edition_or_404, scope_in, who
from bulletins.editing.earlier import HEAD, kept_texts, texts_for
from bulletins.models import EarlierText, Edition, State
from bulletins.permissions import Hidden, Refused
from regions.directory import full_names

ON_A_PAGE = 15
CONFLICT = "您打开之后，这一部分已被别人改过：下面是与最新内容的差别，核对后可以再恢复"


class RestoreForm(forms.Form):
    """Which earlier text, and what the person saw standing in its place."""

    text = forms.IntegerField(min_value=1)
    seen = forms.IntegerField(min_value=0)
    aware = forms.BooleanField(required=False)


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def earlier_page(request: HttpRequest, pk: int) -> HttpResponse:
    """GET lists what was kept of all that she sees, newest first; POST puts one of it back."""
    edition, scope = edition_or_404(request, pk), scope_in(request)
    texts = texts_for(scope, edition)
    if request.method == "POST":
        return _restored(request, edition, texts)
    page = Paginator(texts, ON_A_PAGE).get_page(request.GET.get("page"))
    names = full_names({part.region_id for part in edition.parts.all() if part.region_id})
    draft = edition.state == State.DRAFT
    context = {
        **admin.site.each_context(request),
        "title": "旧稿",
        "edition": edition,
        "page": page,
        "kept": list(kept_texts(edition, page, scope, names)),
        "names": names,
        "must_be_told": draft and must_be_told(edition, scope, who(request)),
    }
    return TemplateResponse(request, "editing/earlier.html", context)


def _restored(request: HttpRequest, edition: Edition, texts: Iterable[EarlierText]) -> HttpResponse:
    """Back to the list, with what came of it; the edition page shows the text where it worked."""
    form = RestoreForm(request.POST)
    if not form.is_valid():
        raise Http404
    text = next((one for one in texts if one.pk == form.cleaned_data["text"]), None)
    if text is None:
        raise Http404
    here = f"{request.get_full_path()}#text-{text.pk}"
    try:
        changed = _restore(request, text, form)
    except Hidden:
        raise Http404 from None
    except Conflict:
        messages.error(request, CONFLICT)
    except Refused as refusal:
        messages.error(request, str(refusal))
    else:
        said = f"已恢复“{_title(text)}”，刚才的内容也留在旧稿中" if changed else "与现在的内容相同"
        messages.success(request, said)
        here = reverse("admin:bulletins_edition_change", args=[edition.pk])
    return HttpResponseRedirect(here)


def _restore(request: HttpRequest, text: EarlierText, form: RestoreForm) -> bool:
    said = form.cleaned_data
    return restore(text, seen=said["seen"], by=who(request), aware=said["aware"])


def _title(text: EarlierText) -> str:
    return str(text) if text.key else HEAD
