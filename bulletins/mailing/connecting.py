"""Connections that look where they lead: the address is checked when it is known, and then used.

A name that is public when it is checked and private a moment later would lead into the office's own
network; so it is looked up once, every answer is judged, and the socket goes to that very answer.
"""

import ipaddress
import socket
import ssl
from http.client import HTTPConnection, HTTPSConnection
from typing import Any

NAT64 = ipaddress.ip_network("64:ff9b::/96")
Address = ipaddress.IPv4Address | ipaddress.IPv6Address


class NotAllowed(Exception):
    """The name leads to this machine or into a private network."""


def is_public(address: str) -> bool:
    """Neither private, loopback, link-local, shared, reserved nor multicast; nor one wrapped so."""
    found: Address = ipaddress.ip_address(address.partition("%")[0])
    inner = _wrapped(found)
    if inner is not None:
        return is_public(str(inner))
    return found.is_global and not (found.is_multicast or found.is_reserved)


def _wrapped(address: Address) -> ipaddress.IPv4Address | None:
    """The IPv4 address that an IPv6 one stands for."""
    if not isinstance(address, ipaddress.IPv6Address):
        return None
    if address in NAT64:
        return ipaddress.IPv4Address(int(address) & 0xFFFFFFFF)
    teredo = address.teredo
    return address.ipv4_mapped or address.sixtofour or (teredo[1] if teredo else None)


def connect(host: str, port: int, timeout: float, *, private: bool) -> socket.socket:
    """private: whether other addresses than public ones are allowed. Raises NotAllowed, OSError."""
    found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    places = [str(place[4][0]) for place in found]
    if not private and not all(map(is_public, places)):
        raise NotAllowed("WEBHOOK_URL 指向本机或内网：请改用公网地址，或设 WEBHOOK_ALLOW_PRIVATE")
    return socket.create_connection((places[0], port), timeout)


class Http(HTTPConnection):
    """Plain, for a messenger inside the office's own network."""

    def __init__(self, *arguments: Any, private: bool, **named: Any) -> None:
        super().__init__(*arguments, **named)
        self.private = private

    def connect(self) -> None:
        self.sock = connect(self.host, self.port, self.timeout or 10, private=self.private)


class Https(HTTPSConnection):
    """The certificate must be that of the name, wherever the name leads."""

    def __init__(
        self, *arguments: Any, private: bool, context: ssl.SSLContext, **named: Any
    ) -> None:
        super().__init__(*arguments, context=context, **named)
        self.private, self.context = private, context

    def connect(self) -> None:
        plain = connect(self.host, self.port, self.timeout or 10, private=self.private)
        self.sock = self.context.wrap_socket(plain, server_hostname=self.host)
