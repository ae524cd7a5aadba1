"""The way into the API: methods, headers for programs anywhere, 304, one kind of error."""

import hashlib
from functools import cache
from importlib import import_module

from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.urls import Resolver404, URLPattern, URLResolver
from django.urls.resolvers import RegexPattern
from django.utils.cache import get_conditional_response
from django.utils.http import quote_etag
from django.views.decorators.csrf import csrf_exempt

from bulletins.public.api.problems import problem

METHODS = "GET, HEAD, OPTIONS"
ANYBODY = {"Access-Control-Allow-Origin": "*", "Access-Control-Expose-Headers": "ETag"}
PREFLIGHT = {
    "Access-Control-Allow-Methods": METHODS,
    "Access-Control-Allow-Headers": "If-None-Match",
    "Access-Control-Max-Age": "86400",
    "Allow": METHODS,
}
# Kept, and asked about each time: what was taken away is gone within the same second.
KEPT = "public, no-cache"
NOT_KEPT = "no-store"
NO_METHOD = "数据接口只供读取，不接受这种请求：请用 GET。"
NO_ADDRESS = "没有这个接口地址：请看 /api/ 的说明。"


@csrf_exempt  # it writes nothing, and says so to POST as it does to everybody
def door(request: HttpRequest, rest: str = "") -> HttpResponseBase:
    """Everything below ``/api/v1/``."""
    response = _answer(request, rest)
    for name, value in ANYBODY.items():
        response[name] = value
    response["X-Robots-Tag"] = "noindex"
    return response


def _answer(request: HttpRequest, rest: str) -> HttpResponseBase:
    if request.method == "OPTIONS":
        return HttpResponse(status=204, headers=PREFLIGHT)
    if request.method not in ("GET", "HEAD"):
        return problem(405, NO_METHOD, headers={"Allow": METHODS})
    said = _asked(request, rest)
    if said.status_code != 200:
        said["Cache-Control"] = NOT_KEPT
        return said
    return _kept_up(request, said)


def _asked(request: HttpRequest, rest: str) -> HttpResponse:
    try:
        view, args, kwargs = _addresses().resolve(rest)
    except Resolver404:
        return problem(404, NO_ADDRESS)
    method, request.method = request.method, "GET"  # the answer to HEAD is that to GET
    try:
        answer: HttpResponse = view(request, *args, **kwargs)
        return answer
    finally:
        request.method = method


def _kept_up(request: HttpRequest, said: HttpResponse) -> HttpResponseBase:
    """304 to who has just this answer."""
    etag = quote_etag(hashlib.sha256(said.content).hexdigest()[:32])
    said["ETag"] = etag
    answer = get_conditional_response(request, etag, None, said) or said
    answer["Cache-Control"] = KEPT
    return answer


@cache
def _addresses() -> URLResolver:
    """Those of ``routes``, which is loaded here and not with this module (see above)."""
    routes = import_module("bulletins.public.api.routes")
    patterns: list[URLPattern | URLResolver] = routes.patterns()
    return URLResolver(RegexPattern(r"^"), patterns)
