"""/search/suggest/: what may be meant, for who is still typing."""

from urllib.parse import urlencode

from django.http import HttpRequest, JsonResponse
from django.utils import timezone
from django.views.decorators.http import require_safe

from bulletins.public.paths import path_of
from bulletins.public.throttling import Limit, wait
from bulletins.search.query import Narrowings, Query, Word, spell
from bulletins.search.suggesting import Suggestion, suggest

LONGEST = 100  # characters
# A person asks some five times for one question; a whole office may be behind one address.
ASKED = Limit("suggest", each=3_000, wide=60_000)
KINDS = {"region": "地区", "column": "栏目", "tag": "标签", "title": "标题"}
HEADERS = {"Cache-Control": "private, no-store", "X-Robots-Tag": "noindex"}


@require_safe
def suggest_file(request: HttpRequest) -> JsonResponse:
    """{"suggestions": [{"text": "数据", "kind": "标签", "address": "/search/?q=…"}]}; or 429."""
    typed = request.GET.get("q", "")[:LONGEST].strip()
    if typed and ASKED.passed(request):
        later = {**HEADERS, "Retry-After": str(wait())}
        return JsonResponse({"suggestions": []}, status=429, headers=later)
    found = suggest(typed, timezone.now()) if typed else ()
    return JsonResponse({"suggestions": [_said(one) for one in found]}, headers=HEADERS)


def _said(one: Suggestion) -> dict[str, str]:
    return {"text": one.text, "kind": KINDS[one.kind], "address": _address(one)}


def _address(one: Suggestion) -> str:
    """A title leads to its article, a name to what is found by it."""
    if one.kind == "title":
        return one.address
    # A column is no word of its articles: it is asked for as a condition (栏目:网上传播).
    is_column = one.kind == "column"
    asked = Query(named=Narrowings(column=one.text)) if is_column else _alone(one.text)
    return f"{path_of('search')}?{urlencode({'q': spell(asked)})}"


def _alone(text: str) -> Query:
    return Query((Word(text, said=text),))
