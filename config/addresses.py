"""Names and addresses in the environment: the site's own, and the hosts it answers to."""

import re
from urllib.parse import urlsplit

from config.environment import read, stop

LABEL = r"[a-z0-9]([a-z0-9-]*[a-z0-9])?"
HOST = re.compile(rf"\.?{LABEL}(\.{LABEL})*|\[[0-9a-f:.]+\]", re.IGNORECASE)

SENDER = re.compile(rf"[a-z0-9._+-]+@{LABEL}(\.{LABEL})*", re.IGNORECASE)


def site(name: str, *, default: str) -> str:
    """The one address of the site, like "https://news.example.cn": no path, no final slash."""
    address = read(name).rstrip("/") or default
    if not _is_site(address):
        stop(name, f"的值“{address}”不是网站地址：请写成 https://www.example.cn 的样子，不带路径")
    return address


def hosts(name: str, *, default: list[str]) -> list[str]:
    """Host names separated by commas: no scheme, no port, never "*", which any Host would pass."""
    listed = [part.strip() for part in read(name).split(",") if part.strip()]
    for host in listed:
        if not HOST.fullmatch(host):
            stop(name, f"中的“{host}”不是主机名：请写 www.example.cn，多个之间用英文逗号隔开")
    return listed or default


def sender(name: str, *, needed: bool) -> str:
    """The address that mails come from."""
    address = read(name)
    if (needed or address) and not SENDER.fullmatch(address):
        stop(name, f"的值“{address}”不是邮件地址：请写成 lantai@example.cn 的样子")
    return address


def webhook(name: str, *, private: bool) -> str:
    """Where the office messenger listens: https, or, inside the office's network, http."""
    address = read(name)
    if address and not _is_webhook(address, private=private):
        stop(name, "的值不是 https:// 开头的网址：请照办公软件给出的地址写全")
    return address


def host_of(address: str) -> str:
    """The host of an address, as a Host header says it: "[::1]" keeps its brackets."""
    host = urlsplit(address).hostname or ""
    return f"[{host}]" if ":" in host else host


def _is_webhook(address: str, *, private: bool) -> bool:
    try:
        parts = urlsplit(address)
        bare = not parts.username and parts.port != 0
    except ValueError:
        return False
    schemes = ("https", "http") if private else ("https",)
    return parts.scheme in schemes and bare and bool(HOST.fullmatch(host_of(address)))


def _is_site(address: str) -> bool:
    try:
        parts, host = urlsplit(address), host_of(address)
        bare = parts.netloc == host + (f":{parts.port}" if parts.port else "")
    except ValueError:
        return False
    rest = parts.path + parts.query + parts.fragment
    return parts.scheme in ("http", "https") and bare and not rest and bool(HOST.fullmatch(host))
