"""What a field of the edition page offers while somebody types in it, and tags for a text.

Answers are the same everywhere: {"offers": [{"name": …, "note": …}]}, best first.
"""

from collections.abc import Iterable

from django.http import Http404, HttpRequest, JsonResponse
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_GET

from bulletins import keywords
from bulletins.editing.asking import edition_or_404, scope_in, who
from bulletins.editing.unsaved import words_before_her
from bulletins.models import Role, Source
from bulletins.tagging import LONGEST, read_tags


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


def _require_editor(request: HttpRequest) -> None:
    if not scope_in(request).anywhere(Role.EDITOR):
        raise Http404


def _typed(request: HttpRequest) -> str:
    return request.GET.get("q", "").replace("\0", "").strip()[:LONGEST]


def _offers(found: Iterable[tuple[str, str]]) -> JsonResponse:
    return JsonResponse({"offers": [{"name": name, "note": note} for name, note in found]})
