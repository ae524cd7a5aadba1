"""Reading pages back after a change, as a reader would: what is wrong is an alarm on the desk.

What a reader gets (``reading.by_http``) is compared with what Django makes at that moment, past
store, nginx and whatever keeps pages in between.
"""

import logging
import time
from collections.abc import Callable, Iterable
from datetime import timedelta
from io import BytesIO
from typing import Any
from urllib.parse import urlsplit

from django.conf import settings
from django.core.handlers.wsgi import WSGIHandler
from django.db import transaction
from django.utils import timezone

from bulletins.models import Amiss, PageAlarm, Purge
from bulletins.store.affected import EVERY_ARTICLE
from bulletins.store.logged import last_noted
from bulletins.store.reading import Seen

log = logging.getLogger(__name__)
MOST = 8  # of the addresses of one change
OF_ALL = ("/", "/archive/")  # where everything changed
TRIES, PAUSE = 3, 2.0  # seconds
SILENT = timedelta(hours=1)  # for as long a machine that looks no more is believed


Read = Callable[[str], Iterable[Seen]]  # what readers get, in each form of it
Make = Callable[[str], Seen]


def chosen(addresses: Iterable[str] | None) -> list[str]:
    """Pages to be read back: articles first, then the heads of lists. None: everything changed."""
    if addresses is None:
        return list(OF_ALL)
    pages = {one.rstrip("*") for one in addresses if one not in (EVERY_ARTICLE, "/sitemaps/*")}
    return sorted(pages, key=lambda one: (not one.startswith("/articles/"), one))[:MOST]


def noted_since(last: int | None) -> tuple[int, list[str]]:
    """The last row of the log, and what to read back of those after that one; None: of none."""
    newest = last_noted()
    if last is None or newest < last:  # a log that is not the one it was: a restored backup
        return newest, [] if last is None else list(OF_ALL)
    rows = list(Purge.objects.filter(pk__gt=last).order_by("pk")[:MOST])
    pages = [
        page for row in rows for page in chosen(None if row.everything else row.addresses.split())
    ]
    return (rows[-1].pk if rows else last), list(dict.fromkeys(pages))


def look(addresses: Iterable[str], read: Read, make: Make, *, machine: str) -> None:
    """Raise an alarm for each that is wrong here, and take back that of each that is right."""
    for address in addresses:
        _say(address, machine, amiss(address, read, make))


def look_again(read: Read, make: Make, *, machine: str) -> None:
    """What was wrong may be right by now; a machine that looks no more has nothing to say."""
    own = PageAlarm.objects.filter(machine=machine)
    look(list(own.values_list("address", flat=True)), read, make, machine=machine)
    PageAlarm.objects.filter(seen_at__lt=timezone.now() - SILENT).delete()


def amiss(address: str, read: Read, make: Make) -> Amiss | None:
    """Asked more than once: something may change between the two questions."""
    found = None
    for number in range(TRIES):
        if number:
            time.sleep(PAUSE)
        seen, true = list(read(address)), make(address)
        found = next(filter(None, (_difference(one, true) for one in seen)), None)
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
def _say(address: str, machine: str, found: Amiss | None) -> None:
    alarms, now = PageAlarm.objects.filter(address=address, machine=machine), timezone.now()
    if found is None:
        alarms.delete()
        return
    log.error("Readers are given something else at %s: %s", address, found.value)
    if not alarms.update(amiss=found, seen_at=now):
        said = {"amiss": found, "since": now, "seen_at": now}
        PageAlarm.objects.get_or_create(address=address, machine=machine, defaults=said)


def by_django() -> Make:
    """In this process, whatever any store holds."""
    django, place = WSGIHandler(), urlsplit(settings.SITE_URL)

    def make(address: str) -> Seen:
        status: list[int] = []
        environ: dict[str, Any] = {
            "REQUEST_METHOD": "GET",
            "PATH_INFO": address.encode().decode("latin-1"),
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
