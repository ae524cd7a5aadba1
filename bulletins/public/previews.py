"""A text that is not public, for who was given a link to it.

A look at the address shows a button only: programs that open every link in a message learn and use
up nothing. What is dead, was taken back or never was, answers alike.
"""

from functools import partial
from typing import TypeVar

from django.http import FileResponse, Http404, HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods, require_safe

from bulletins.models import PreviewLink
from bulletins.previews import Sight, find, log_use, sight_of
from bulletins.public.files import called, file_of, handed_over
from bulletins.public.showing import preview_context

Answer = TypeVar("Answer", bound=HttpResponseBase)
# No store, no search engine, and no other site learns the address.
DISCREET = {
    "Cache-Control": "no-store, private",
    "X-Robots-Tag": "noindex, nofollow, noarchive",
    "Referrer-Policy": "no-referrer",
}


def discreet(response: Answer) -> Answer:
    """The answer with the headers above."""
    for name, value in DISCREET.items():
        response[name] = value
    return response


# Without a referrer a browser tells no origin, and there is no cookie that a stranger could use.
@csrf_exempt
@require_http_methods(["GET", "HEAD", "POST"])
def preview_page(request: HttpRequest, token: str) -> HttpResponse:
    """GET asks for a press, POST shows the text and notes the time."""
    link, sight = _found(token)
    if sight is Sight.CHANGED:
        return discreet(render(request, "public/preview_changed.html", status=404))
    if request.method != "POST":
        return discreet(render(request, "public/preview_door.html", {"link": link}))
    log_use(link)
    context = preview_context(link.edition, partial(_file_address, token))
    return discreet(render(request, "public/preview.html", context | {"link": link}))


@require_safe
def preview_file(request: HttpRequest, token: str, name: str) -> FileResponse:
    """A picture or attachment of the text that the link shows; attachments are noted."""
    link, sight = _found(token)
    if sight is not Sight.TEXT:
        raise Http404
    file = file_of([link.edition_id], name)
    if not file.is_picture:
        log_use(link, file)
    return discreet(handed_over(file, called([link.edition_id], file)))


def _found(token: str) -> tuple[PreviewLink, Sight]:
    link = find(token)
    sight = sight_of(link) if link else Sight.NOTHING
    if link is None or sight is Sight.NOTHING:
        raise Http404
    return link, sight


def _file_address(token: str, sha256: str) -> str:
    return reverse("preview-file", args=[token, sha256])
