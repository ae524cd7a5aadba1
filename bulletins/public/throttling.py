"""How often somebody may do a thing within an hour, by the shared cache; of who, a hash is kept."""

import logging
from collections.abc import Iterator
from dataclasses import dataclass
from ipaddress import IPv6Address, ip_address, ip_network
from time import time

from django.conf import settings
from django.core.cache import cache
from django.http import HttpRequest
from django.utils.crypto import salted_hmac

HOUR = 3600
NETWORK = 64  # bits: what one household has of IPv6
WIDER = {4: 24, 6: 48}  # bits: what one office, or one who rents many addresses, has

log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Limit:
    """each: of one address. wide: of its network. all: of everybody together. 0 for no limit."""

    name: str
    each: int
    wide: int = 0
    all: int = 0

    def passed(self, request: HttpRequest) -> bool:
        """Count it; whether that was more than may be. A cache that is away stops nobody."""
        try:
            return any(_count(key) > most for key, most in self._counts(caller_of(request)))
        except Exception:  # whatever a cache server does: a reader is served
            log.exception("The cache did not count %s", self.name)
            return False

    def is_spent(self, request: HttpRequest) -> bool:
        """Whether one more would be more than may be; nothing is counted by asking."""
        try:
            counts = self._counts(caller_of(request))
            return any(cache.get(_name(key), 0) >= most for key, most in counts)
        except Exception:  # as above
            log.exception("The cache did not tell %s", self.name)
            return False

    def _counts(self, caller: str) -> Iterator[tuple[str, int]]:
        """Key and most, the narrowest first: for what one sends too often nobody else pays."""
        yield f"{self.name}:{_key(caller)}", self.each
        if self.wide:
            yield f"{self.name}:{_key(network_of(caller))}", self.wide
        if self.all:
            yield f"{self.name}:all", self.all


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


def network_of(caller: str) -> str:
    """ "203.0.113.9" → "203.0.113.0/24"; of IPv6 the /48 around the household."""
    try:
        within = ip_network(caller, strict=False)
    except ValueError:
        return caller
    return f"wide {within.supernet(new_prefix=WIDER[within.version])}"


def _count(key: str) -> int:
    """One more in this hour."""
    name = _name(key)
    cache.add(name, 0, HOUR)
    try:
        return cache.incr(name)
    except ValueError:  # it ran out between the two
        return 1


def _name(key: str) -> str:
    return f"limit:{int(time()) // HOUR}:{key}"


def _key(caller: str) -> str:
    return salted_hmac("lantai.limit", caller).hexdigest()[:32]
