"""The addresses below ``/api/v1/``. Loaded by ``door`` when somebody asks for one."""

import json
from functools import cache

from django.http import Http404, HttpRequest, HttpResponse
from django.urls import URLPattern, URLResolver, path
from ninja import NinjaAPI
from ninja.errors import ValidationError
from ninja.renderers import JSONRenderer

from bulletins.public.api import refusing
from bulletins.public.api.description import SAID, TITLE, VERSION, described
from bulletins.public.api.operations import router
from bulletins.public.api.problems import BadQuestion
from bulletins.public.gone import NotPublic


class Readable(JSONRenderer):
    """Chinese as it is, without escapes."""

    json_dumps_params = {"ensure_ascii": False}


def patterns() -> list[URLPattern | URLResolver]:
    """What ``door`` looks an address up in."""
    return [path("openapi.json", openapi), *_api().urls[0]]


def openapi(request: HttpRequest) -> HttpResponse:
    said = json.dumps(description(), ensure_ascii=False)
    return HttpResponse(said, "application/json")


@cache
def description() -> dict[str, object]:
    """OpenAPI, as written from the types."""
    return described(_api())


@cache
def _api() -> NinjaAPI:
    api = NinjaAPI(
        title=TITLE,
        version=VERSION,
        description=SAID,
        openapi_url=None,
        docs_url=None,
        renderer=Readable(),
    )
    api.add_router("", router)
    api.add_exception_handler(Http404, refusing.missing)
    api.add_exception_handler(NotPublic, refusing.gone_or_missing)
    api.add_exception_handler(BadQuestion, refusing.bad_question)
    api.add_exception_handler(ValidationError, refusing.not_understood)
    return api
