"""A feed as a program reads it; what it must have is asked of every one that is read."""

from dataclasses import dataclass
from datetime import datetime
from email.utils import parsedate_to_datetime
from html import unescape
from typing import Any

from django.test import Client
from lxml import etree

ATOM = "{http://www.w3.org/2005/Atom}"
SITE = "http://testserver"


@dataclass(frozen=True)
class Read:
    """One entry."""

    id: str
    title: str
    link: str
    published: datetime
    updated: datetime
    says: str


def root(client: Client, address: str, kind: str, **headers: Any) -> Any:
    answer = client.get(address, **headers)
    assert answer.status_code == 200, address
    assert answer["Content-Type"] == f"{kind}; charset=utf-8"
    return etree.fromstring(answer.content)


def atom(client: Client, address: str) -> list[Read]:
    """RFC 4287: feed and every entry have id, title, updated; the feed an author and its links."""
    feed = root(client, address, "application/atom+xml")
    assert feed.tag == f"{ATOM}feed"
    for name in ("id", "title", "updated", "author"):
        assert feed.find(ATOM + name) is not None, name
    links = {one.get("rel"): one.get("href") for one in feed.findall(f"{ATOM}link")}
    assert links["self"] == SITE + address
    assert links["alternate"].startswith(f"{SITE}/")
    entries = [_entry(one) for one in feed.findall(f"{ATOM}entry")]
    assert len({one.id for one in entries}) == len(entries) <= 20
    if entries:
        assert datetime.fromisoformat(_text(feed, "updated")) >= max(one.updated for one in entries)
    return entries


def rss(client: Client, address: str) -> list[str]:
    """RSS 2.0: channel with title, link, description; items with title, link, guid, date. Titles."""
    channel = root(client, address, "application/rss+xml").find("channel")
    for name in ("title", "link", "description", "lastBuildDate"):
        assert channel.findtext(name), name
    items = channel.findall("item")
    for item in items:
        assert item.findtext("link")
        assert item.findtext("guid").startswith(f"{SITE}/articles/")
        assert parsedate_to_datetime(item.findtext("pubDate")).tzinfo
    return [item.findtext("title") for item in items]


def _entry(one: Any) -> Read:
    return Read(
        _text(one, "id"),
        _text(one, "title"),
        one.find(f"{ATOM}link").get("href"),
        datetime.fromisoformat(_text(one, "published")),
        datetime.fromisoformat(_text(one, "updated")),
        _words(one.find(f"{ATOM}summary")),
    )


def _words(summary: Any) -> str:
    """What a reader is shown: a summary is HTML."""
    if summary is None or not summary.text:
        return ""
    assert summary.get("type") == "html"
    assert "<" not in summary.text, "no element can come of it"
    return unescape(summary.text)


def _text(element: Any, name: str) -> str:
    found: str = element.findtext(ATOM + name)
    assert found, name
    return found
