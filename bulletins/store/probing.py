"""Reading pages back after a change, as a reader would: what is wrong is an alarm on the desk.

What a reader gets by http (``PROBE_URL``) is compared with what Django makes at that moment, past
store, nginx and whatever keeps pages in between.
"""

import logging
import time
from collections.abc import Callable, Iterable
from http.client import HTTPConnection, HTTPException, HTTPSConnection
from io import BytesIO
from typing import Any, NamedTuple
from urllib.parse import urlsplit

from django.conf import settings
from django.core.handlers.wsgi import WSGIHandler
from django.db import transaction
from django.utils import timezone

from bulletins.models import Amiss, PageAlarm, Purge
from bulletins.store.affected import EVERY_ARTICLE

log = logging.getLogger(__name__)
MOST = 8  # of the addresses of one change
OF_ALL = ("/", "/archive/")  # where everything changed
TRIES, PAUSE, PATIENCE = 3, 2.0, 10.0  # seconds


class Seen(NamedTuple):
    """An answer; status 0: there was none."""

    status: int
    body: bytes = b""


Ask = Callable[[str], Seen]


def chosen(addresses: Iterable[str] | None) -> list[str]:
    """Pages to be read back: articles first, then the heads of lists. None: everything changed."""
    if addresses is None:
        return list(OF_ALL)
    pages = {one.rstrip("*") for one in addresses if one not in (EVERY_ARTICLE, "/sitemaps/*")}
    return sorted(pages, key=lambda one: (not one.startswith("/articles/"), one))[:MOST]


def noted_since(last: int | None) -> tuple[int, list[str]]:
    """The last row of the log, and what to read back of those after that one; None: of none."""
    if last is None:
        newest = Purge.objects.order_by("-pk").first()
        return (newest.pk if newest else 0), []
    rows = list(Purge.objects.filter(pk__gt=last).order_by("pk")[:MOST])
    pages = [
        page for row in rows for page in chosen(None if row.everything else row.addresses.split())
    ]
    return (rows[-1].pk if rows else last), list(dict.fromkeys(pages))


def look(addresses: Iterable[str], read: Ask, make: Ask) -> None:
    """Raise an alarm for each that is wrong, and take back that of each that is right."""
    for address in addresses:
        _say(address, amiss(address, read, make))


def look_again(read: Ask, make: Ask) -> None:
    """What was wrong may be right by now."""
    look(list(PageAlarm.objects.values_list("address", flat=True)), read, make)


def amiss(address: str, read: Ask, make: Ask) -> Amiss | None:
    """Asked more than once: something may change between the two questions."""
    found = None
    for number in range(TRIES):
        if number:
            time.sleep(PAUSE)
        found = _difference(read(address), make(address))
        if found is None:
            return None
    return found


def _difference(seen: Seen, true: Seen) -> Amiss | None:
    if seen.status == 0:
        return Amiss.AWAY
    if (seen.status == 200) != (true.status == 200):
        return Amiss.THERE if seen.status == 200 else Amiss.GONE
    return Amiss.OTHER if true.status == 200 and seen.body != true.body else None


@transaction.atomic
def _say(address: str, found: Amiss | None) -> None:
    alarms = PageAlarm.objects.filter(address=address)
    if found is None:
        alarms.delete()
        return
    log.error("Readers are given something else at %s: %s", address, found.value)
    if not alarms.update(amiss=found):
        PageAlarm.objects.get_or_create(
            address=address, defaults={"amiss": found, "since": timezone.now()}
        )


def by_http(address: str) -> Seen:
    """As somebody who was never here; redirects are not followed."""
    place = urlsplit(settings.PROBE_URL)
    kind = HTTPSConnection if place.scheme == "https" else HTTPConnection
    connection = kind(place.hostname or "", place.port, timeout=PATIENCE)
    try:
        connection.request("GET", address, headers={"Host": urlsplit(settings.SITE_URL).netloc})
        answer = connection.getresponse()
        return Seen(answer.status, answer.read())
    except (OSError, HTTPException):
        return Seen(0)
    finally:
        connection.close()


def by_django() -> Ask:
    """In this process, whatever any store holds."""
    django, place = WSGIHandler(), urlsplit(settings.SITE_URL)

    def make(address: str) -> Seen:
        status: list[int] = []
        environ: dict[str, Any] = {
            "REQUEST_METHOD": "GET",
            "PATH_INFO": address,
            "QUERY_STRING": "",
            "SERVER_NAME": place.hostname or "",
            "SERVER_PORT": str(place.port or 80),
            "SERVER_PROTOCOL": "HTTP/1.1",
            "HTTP_HOST": place.netloc,
            "HTTP_X_FORWARDED_PROTO": place.scheme,
            "REMOTE_ADDR": "127.0.0.1",
            "wsgi.url_scheme": place.scheme,
            "wsgi.input": BytesIO(),
        }
        answer = django(environ, lambda said, headers, *_: status.append(int(said[:3])))  # type: ignore[arg-type]
        body = b"".join(answer)
        answer.close()
        return Seen(status[0], body)

    return make
