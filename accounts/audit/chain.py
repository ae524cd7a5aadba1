"""What an entry's hash covers, and how it is signed."""

import hashlib
import hmac
import json
from collections.abc import Mapping
from datetime import UTC, datetime
from typing import Any

from django.conf import settings

START = "0" * 64  # prev_hash of the first entry

# Everything but the hash itself and its signature, in this order.
COVERED = (
    *("seq", "at", "actor", "actor_name", "action", "object", "detail"),
    *("remark_id", "remark_hash", "prev_hash"),
)


def hash_of(facts: Mapping[str, Any]) -> str:
    """SHA-256 of the covered facts as JSON, in hexadecimal; at is spelt in UTC."""
    spelt = [_spelt(facts[name]) for name in COVERED]
    whole = json.dumps(spelt, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return hashlib.sha256(whole.encode()).hexdigest()


def remark_hash_of(salt: str, text: str) -> str:
    """SHA-256 of salt and text: without the salt nobody can guess a short text from it."""
    return hashlib.sha256(f"{salt}\n{text}".encode()).hexdigest()


def sign(digest: str) -> str:
    """HMAC-SHA-256 with the first of the site's audit keys, which the database never sees."""
    return _signature(_keys()[0], digest)


def is_signed(digest: str, signature: str) -> bool:
    """Whether one of the audit keys, today's or an earlier one, signed it."""
    signed = signature.encode()  # bytes: of texts only ASCII may be compared
    return any(hmac.compare_digest(_signature(key, digest).encode(), signed) for key in _keys())


def _keys() -> list[str]:
    """AUDIT_KEYS, newest first; where none is set, one made from the site's secret key."""
    return settings.AUDIT_KEYS or [_signature(settings.SECRET_KEY, "audit")]


def _signature(key: str, text: str) -> str:
    return hmac.new(key.encode(), text.encode(), hashlib.sha256).hexdigest()


def _spelt(value: Any) -> Any:
    return value.astimezone(UTC).isoformat() if isinstance(value, datetime) else value
