"""What somebody gets who was never here: asked of ``PROBE_URL``, by the name that the site has.

In both forms, each of which is a file of its own: as it is, and in gzip, as nearly every browser
asks for it. Redirects are not followed.
"""

import gzip
import ssl
import zlib
from collections.abc import Iterator
from http.client import HTTPConnection, HTTPException
from typing import NamedTuple
from urllib.parse import urlsplit

from django.conf import settings
from django.utils.encoding import iri_to_uri

PATIENCE = 10.0  # seconds
FORMS = ("identity", "gzip")


class Seen(NamedTuple):
    """An answer; status 0: there was none."""

    status: int
    body: bytes = b""


class Secure(HTTPConnection):
    """To one machine, whose certificate is of the site's name, whatever it is called here."""

    default_port = 443

    def connect(self) -> None:
        super().connect()
        name = urlsplit(settings.SITE_URL).hostname
        self.sock = ssl.create_default_context().wrap_socket(self.sock, server_hostname=name)


def by_http(address: str) -> Iterator[Seen]:
    place = urlsplit(settings.PROBE_URL)
    kind = Secure if place.scheme == "https" else HTTPConnection
    for form in FORMS:
        connection = kind(place.hostname or "", place.port, timeout=PATIENCE)
        try:
            yield _ask(connection, address, form)
        except (OSError, HTTPException):
            yield Seen(0)
        finally:
            connection.close()


def _ask(connection: HTTPConnection, address: str, form: str) -> Seen:
    """The app is told the scheme as a proxy would tell it; a proxy says it anew."""
    site = urlsplit(settings.SITE_URL)
    headers = {"Host": site.netloc, "X-Forwarded-Proto": site.scheme, "Accept-Encoding": form}
    connection.request("GET", iri_to_uri(address), headers=headers)
    answer = connection.getresponse()
    body = answer.read()
    if answer.getheader("Content-Encoding") == "gzip":
        body = unpacked(body)
    return Seen(answer.status, body)


def unpacked(body: bytes) -> bytes:
    """As it is, where no browser could unpack it: so it is no page either."""
    try:
        return gzip.decompress(body)
    except (OSError, EOFError, zlib.error):
        return body
