"""What every form of an article is written from: nothing in it changes while its edition is public.

So the same edition has the same bytes whenever it is asked for.
"""

from dataclasses import dataclass, replace
from typing import Any

from django.conf import settings

from bulletins.document.colophon import Colophon
from bulletins.document.elsewhere import for_elsewhere
from bulletins.document.tree import Document
from bulletins.document.wording import BEIJING, spoken
from bulletins.drafting import document_of, region_names_of
from bulletins.drafting.rows import pictures_of
from bulletins.files import open_file
from bulletins.models import Edition, StoredFile
from bulletins.public.paths import article_address


@dataclass(frozen=True, slots=True)
class Taken:
    """document: with whole links and its publish time. names: region code → name."""

    edition: Edition
    document: Document
    names: dict[str, str]
    colophon: Colophon

    def address_of(self, sha256: str) -> str:
        """Where one of its files is, whole."""
        return f"{self.colophon.address}files/{sha256}"

    def pictures(self) -> dict[str, bytes]:
        """By SHA-256; one that the storage has lost is left out, words stand for it."""
        shown = pictures_of(self.document)
        found = StoredFile.objects.filter(pk__in=shown).order_by("pk") if shown else ()
        return dict(filter(None, map(_read, found)))


def take(edition: Edition, site: str) -> Taken:
    """edition: of ``with_body``, public now. site: its name."""
    names = region_names_of(edition)
    document = for_elsewhere(document_of(edition), names, settings.SITE_URL)
    address = article_address(edition.article.number)
    colophon = Colophon(
        site,
        address,
        edition.number,
        spoken(edition.live_from) if edition.live_from else "",
        edition.digest,
        tuple(
            (one.title, f"{address}files/{one.file_id}" if one.file_id else one.address)
            for one in edition.attachments.all()
        ),
    )
    return Taken(edition, replace(document, **_published(edition)), names, colophon)


def _published(edition: Edition) -> dict[str, Any]:
    """To the minute, in Beijing, as its page says it."""
    first = edition.article.first_published_at
    if first is None:
        return {}
    local = first.astimezone(BEIJING).replace(second=0, microsecond=0)
    return {"published_date": local.date(), "published_time": local.time()}


def _read(file: StoredFile) -> tuple[str, bytes] | None:
    try:
        with open_file(file) as source:
            return file.pk, source.read()
    except OSError:
        return None
