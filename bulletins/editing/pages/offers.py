"""What a field of the edition page offers while somebody types in it, and tags for a text.

Answers are the same everywhere: {"offers": [{"name": …, "note": …}]}, best first.
"""

from collections.abc import Iterable

from django.http import Http404, HttpRequest, JsonResponse
from django.urls import reverse
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_GET

from bulletins import keywords
from bulletins.drafting import titles
from bulletins.editing.asking import edition_or_404, number_in, scope_in, who
from bulletins.editing.unsaved import words_before_her
from bulletins.models import Role, Source
from bulletins.permissions import visible
from bulletins.tagging import LONGEST, read_tags

LONGEST_TITLE = 300


@never_cache
@require_GET
def offered_tags(request: HttpRequest) -> JsonResponse:
    """Tags that hold what was typed (?q=)."""
    _require_editor(request)
    typed = _typed(request)
    found = keywords.offered(typed, by=who(request), scope=scope_in(request)) if typed else []
    return _offers((name, f"{count} 篇" if count else "") for name, count in found)


@never_cache
@require_GET
def offered_sources(request: HttpRequest) -> JsonResponse:
    """Approved publishers of the 稿源库 whose name holds what was typed (?q=)."""
    _require_editor(request)
    typed = _typed(request)
    found = Source.objects.filter(approved=True, name__icontains=typed).order_by("name")
    return _offers((one.name, one.address) for one in found[: keywords.MOST] if typed)


@never_cache
@require_GET
def suggested_tags(request: HttpRequest, pk: int) -> JsonResponse:
    """Tags for the text of this draft as its editor has it before her; ?taken=: those it has."""
    edition = edition_or_404(request, pk, whole=True)
    _require_editor(request)
    taken = read_tags(request.GET.get("taken", ""))
    words = words_before_her(edition, who(request))
    return _offers((name, "") for name in keywords.suggested(words, taken=taken))


@never_cache
@require_GET
def used_titles(request: HttpRequest) -> JsonResponse:
    """Articles that are called so already (?q=), but for the one of this edition (?edition=)."""
    _require_editor(request)
    title = request.GET.get("q", "").replace("\0", "")[:LONGEST_TITLE]
    found = titles.used_titles(
        title, by=who(request), scope=scope_in(request), apart_from=_article(request)
    )
    return JsonResponse({"titles": [_told(one) for one in found]})


def _article(request: HttpRequest) -> int | None:
    pk = number_in(request.GET.get("edition", ""))
    if pk is None:
        return None
    hers = visible(who(request), scope_in(request)).filter(pk=pk)
    return hers.values_list("article", flat=True).first()


def _told(one: titles.UsedTitle) -> dict[str, str]:
    if one.edition is None:
        return {"said": one.said}
    address = reverse("admin:bulletins_edition_change", args=[one.edition.pk])
    state = one.edition.get_state_display()
    return {"said": one.said, "title": one.title, "address": address, "state": state}


def _require_editor(request: HttpRequest) -> None:
    if not scope_in(request).anywhere(Role.EDITOR):
        raise Http404


def _typed(request: HttpRequest) -> str:
    return request.GET.get("q", "").replace("\0", "").strip()[:LONGEST]


def _offers(found: Iterable[tuple[str, str]]) -> JsonResponse:
    return JsonResponse({"offers": [{"name": name, "note": note} for name, note in found]})
