"""Putting an answer in, on its way out to a reader: the outermost middleware.

Nothing stale can get in. The position is read before anything else; a change that is committed
after that is found in its log, or comes to the lock later and takes the page out again.
"""

import gzip
import hashlib
from collections.abc import Callable
from typing import Final

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.utils.http import quote_etag

from bulletins.models import Purge
from bulletins.store.answers import Answer
from bulletins.store.beating import beats_now
from bulletins.store.folder import Folder, Position, is_on, stamp, the_folder
from bulletins.store.generation import generation
from bulletins.store.places import GZIPPED, place_of
from bulletins.store.serving import bears, is_plain
from bulletins.store.trouble import say

LISTS = ("column", "share", "region", "tag", "archive")
# Names of addresses whose answers are the same for everybody until something is purged
STORED: Final = frozenset(
    {"home", "article", "part", "edition", "record", "file-text", "regions", "tags", "robots"}
    | {"site-map", "about", "contact", "privacy", "sitemap", "sitemap-lists", "sitemap-page"}
    | {f"{kind}-feed" for kind in ("site", "changes", "column", "region", "tag")}
    | {f"{name}{rest}" for name in LISTS for rest in ("", "-month", "-before")}
)
KEEP = "no-cache"  # kept by readers, but asked about: it may be withdrawn
# With others than these it is for the app alone: nginx says the same of every page
USUAL = frozenset(
    {"content-type", "content-length", "content-security-policy", "x-frame-options", "vary"}
    | {"x-content-type-options", "referrer-policy", "cross-origin-opener-policy"}
    | {"strict-transport-security", "cache-control", "etag", "last-modified"}
)
OUR_OWN = frozenset({"content-length", "etag", "vary"})  # said when it is handed out
LEVEL = 9
PATIENCE = 0.5  # seconds that a reader waits for the lock


class Fill:
    """Keeps what can be kept; what is answered stays what it was but for one header."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        folder = the_folder()
        before = _position_now(folder) if is_on() and is_anonymous(request) else b""
        response = self.get_response(request)
        if is_listed(request, response):
            response.headers.setdefault("Cache-Control", KEEP)
            if before and may_be_stored(request, response):
                _fill(folder, request.path, response, before)
        return response


def _fill(folder: Folder, address: str, response: HttpResponse, before: bytes) -> None:
    try:
        fill(folder, address, response, before)
    except OSError as problem:
        say(problem)


def _position_now(folder: Folder) -> bytes:
    """Nothing where the poller is not there, or the store cannot be read."""
    try:
        return folder.read_position() if beats_now(folder) else b""
    except OSError as problem:
        say(problem)
        return b""


def is_anonymous(request: HttpRequest) -> bool:
    names = frozenset({settings.SESSION_COOKIE_NAME, settings.CSRF_COOKIE_NAME})
    said = request.META.get("HTTP_COOKIE", "")
    return request.method == "GET" and is_plain(request.META) and not (said and bears(said, names))


def is_listed(request: HttpRequest, response: HttpResponse) -> bool:
    """A page of a kind that is stored, to whomever it is given."""
    match = request.resolver_match
    return (
        response.status_code == 200
        and match is not None
        and not match.namespaces
        and match.url_name in STORED
    )


def may_be_stored(request: HttpRequest, response: HttpResponse) -> bool:
    """A listed page that is the same for everybody, and that nobody is told not to keep."""
    return (
        place_of(request.path) is not None
        and not response.streaming
        and not response.cookies
        and "CSRF_COOKIE" not in request.META
        and response.headers.get("Vary", "Accept-Encoding") == "Accept-Encoding"
        and response.headers.get("Cache-Control", KEEP) == KEEP
        and "Content-Encoding" not in response.headers
    )


def fill(folder: Folder, address: str, response: HttpResponse, before: bytes) -> bool:
    """Store it, unless something changed since the position was read; whether it is there now.

    Raises OSError.
    """
    position = folder.position()
    place = place_of(address)
    if not before or position is None or position.written() != before or place is None:
        return False
    if position.generation != generation() or _is_purged(position):
        return False
    answer = answer_of(response)
    with folder.locked(PATIENCE):
        if folder.read_position() != before or not _has_room(folder, answer):
            return False
        folder.write(f"whole/{place}", answer.written())
        if address.isascii() and _is_usual(response):
            for end, data in ((GZIPPED, answer.gzipped), ("", answer.body)):
                folder.write(f"plain/{place}{end}", data, at=stamp(data))
    return True


def answer_of(response: HttpResponse) -> Answer:
    body = response.content
    own = [(name, value) for name, value in response.headers.items() if name.lower() not in OUR_OWN]
    etag = response.headers.get("ETag") or quote_etag(hashlib.sha256(body).hexdigest()[:32])
    return Answer(own, etag, body, gzip.compress(body, LEVEL, mtime=0))


def _is_purged(position: Position) -> bool:
    return Purge.objects.filter(pk__gt=position.purge).exists()


def _is_usual(response: HttpResponse) -> bool:
    return all(name.lower() in USUAL for name in response.headers)


def _has_room(folder: Folder, answer: Answer) -> bool:
    """What is full is emptied of its oldest by the poller."""
    held = folder.size()
    more = 2 * (len(answer.body) + len(answer.gzipped))
    if held + more > settings.PAGE_STORE_MB * 1_000_000:
        return False
    folder.write("size", str(held + more).encode())
    return True
