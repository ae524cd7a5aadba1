"""A feed as Atom or RSS; every address in it is ours by ``SITE_URL``, whatever host was asked."""

from collections.abc import Iterable
from datetime import UTC, datetime
from typing import NamedTuple

from django.conf import settings
from django.utils.feedgenerator import Atom1Feed, Rss201rev2Feed, SyndicationFeed
from django.utils.html import escape

from bulletins.document.plain import visible

NEVER = datetime(1970, 1, 1, tzinfo=UTC)


class Item(NamedTuple):
    """place: the page of ours it tells of; mark: which of its news. link: elsewhere, or ""."""

    title: str
    place: str
    published: datetime
    updated: datetime
    says: str = ""
    mark: str = ""
    link: str = ""


class Feed(NamedTuple):
    """place: of the page that shows the same; own: of the feed. changed: None, if nothing ever."""

    title: str
    place: str
    own: str
    author: str
    changed: datetime | None
    items: tuple[Item, ...]


class _Dated(SyndicationFeed):
    """Django would take the time at which it is asked for that of an empty feed."""

    def latest_post_date(self) -> datetime:
        changed: datetime = self.feed["changed"]
        return changed


class Atom(_Dated, Atom1Feed):
    """RFC 4287."""


class Rss(_Dated, Rss201rev2Feed):
    """RSS 2.0."""


FORMS: dict[str, type[Atom] | type[Rss]] = {"atom": Atom, "rss": Rss}
TYPES = {"atom": "application/atom+xml", "rss": "application/rss+xml"}


def write(feed: Feed, form: str) -> str:
    """As XML, with no control or invisible character in it. form: atom or rss."""
    writer = FORMS[form](
        title=visible(feed.title),
        link=absolute(feed.place),
        description=visible(feed.title),
        language="zh-CN",
        author_name=visible(feed.author),
        feed_url=absolute(feed.own),
        feed_guid=absolute(feed.own),
        changed=feed.changed or NEVER,
    )
    _add(writer, feed.items)
    return writer.writeString("utf-8")


def absolute(address: str) -> str:
    """A place on this site as an address of it; one elsewhere as it is."""
    return settings.SITE_URL + address if address.startswith("/") else address


def _add(writer: SyndicationFeed, items: Iterable[Item]) -> None:
    for item in items:
        writer.add_item(
            title=visible(item.title),
            link=absolute(item.link or item.place),
            description=escape(visible(item.says)),  # readers take it for HTML
            unique_id=absolute(item.place + item.mark),
            unique_id_is_permalink=not item.link,
            pubdate=item.published,
            updateddate=item.updated,
        )
