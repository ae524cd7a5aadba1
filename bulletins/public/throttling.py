"""How often somebody may do a thing within an hour, by the shared cache; of who, a hash is kept."""

import logging
from dataclasses import dataclass
from ipaddress import IPv6Address, ip_address, ip_network
from time import time

from django.conf import settings
from django.core.cache import cache
from django.http import HttpRequest
from django.utils.crypto import salted_hmac

HOUR = 3600
NETWORK = 64  # bits: what one household has of IPv6

log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Limit:
    """each: of one address. all: of everybody together, 0 for no limit."""

    name: str
    each: int
    all: int = 0

    def passed(self, request: HttpRequest) -> bool:
        """Count it; whether that was more than may be. A cache that is away stops nobody."""
        try:
            mine = _count(f"{self.name}:{_key(caller_of(request))}") > self.each
            return mine or bool(self.all and _count(f"{self.name}:all") > self.all)
        except Exception:  # whatever a cache server does: a reader is served
            log.exception("The cache did not count %s", self.name)
            return False


def wait() -> int:
    """Seconds until counting begins anew."""
    return HOUR - int(time()) % HOUR


def caller_of(request: HttpRequest) -> str:
    """The network that asks: behind our proxy what it appended last, never what was sent along."""
    said = str(request.META.get("REMOTE_ADDR", ""))
    if settings.BEHIND_PROXY:
        said = request.headers.get("X-Forwarded-For", said).rpartition(",")[2].strip()
    try:
        address = ip_address(said)
    except ValueError:
        return "unknown"
    if isinstance(address, IPv6Address) and address.ipv4_mapped is None:
        return str(ip_network(f"{address}/{NETWORK}", strict=False))
    return said


def _count(key: str) -> int:
    """One more in this hour."""
    name = f"limit:{int(time()) // HOUR}:{key}"
    cache.add(name, 0, HOUR)
    try:
        return cache.incr(name)
    except ValueError:  # it ran out between the two
        return 1


def _key(caller: str) -> str:
    return salted_hmac("lantai.limit", caller).hexdigest()[:32]
