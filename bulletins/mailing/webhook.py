"""One message to the office messenger: JSON by https, signed, to a public address only."""

import hashlib
import hmac
import json
import ssl
import time
from http.client import HTTPConnection
from urllib.parse import urlsplit

from django.conf import settings

from bulletins.mailing.connecting import Http, Https
from bulletins.models import Outgoing

TIMEOUT = 10  # seconds for each step
MOST_READ = 10_000  # bytes of an answer that nobody needs


class NotTaken(Exception):
    """The messenger answered something else than yes."""


def post(message: Outgoing) -> None:
    """Raises NotTaken, NotAllowed or OSError. A redirect is no yes: it is not followed."""
    body = json.dumps(payload_of(message), ensure_ascii=False).encode()
    parts = urlsplit(settings.WEBHOOK_URL)
    connection = _connection(parts.scheme, parts.hostname or "", parts.port)
    path = parts.path + (f"?{parts.query}" if parts.query else "")
    try:
        connection.request("POST", path or "/", body, headers_of(body, str(int(time.time()))))
        answer = connection.getresponse()
        answer.read(MOST_READ)
        if not 200 <= answer.status < 300:
            raise NotTaken(f"HTTP {answer.status}")
    finally:
        connection.close()


def payload_of(message: Outgoing) -> dict[str, object]:
    """What several messengers take as it is (msgtype, text), and the same for programs."""
    return {
        "msgtype": "text",
        "text": {"content": message.body},
        "event": message.event,
        "subject": message.subject,
        "edition": message.edition_id,
        "at": message.made_at.isoformat(),
    }


def headers_of(body: bytes, at: str) -> dict[str, str]:
    """The signature covers the time too, so that an old message cannot be played again."""
    key = settings.WEBHOOK_KEY.encode()
    signed = hmac.new(key, f"{at}.".encode() + body, hashlib.sha256).hexdigest()
    return {
        "Content-Type": "application/json; charset=utf-8",
        "User-Agent": "Lantai",
        "X-Lantai-Time": at,
        "X-Lantai-Signature": f"sha256={signed}",
    }


def _connection(scheme: str, host: str, port: int | None) -> HTTPConnection:
    private = settings.WEBHOOK_ALLOW_PRIVATE
    if scheme == "https":
        context = ssl.create_default_context()
        return Https(host, port, timeout=TIMEOUT, context=context, private=private)
    return Http(host, port, timeout=TIMEOUT, private=private)
