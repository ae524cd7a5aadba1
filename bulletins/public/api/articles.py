"""One article as it is public now, whole."""

from datetime import datetime
from typing import Any

from django.utils import timezone

from bulletins.document.terms import Term
from bulletins.drafting import document_of, region_names_of
from bulletins.models import Article, Attachment, Edition, Validity
from bulletins.public.api import content
from bulletins.public.api.addresses import of_api, of_file, of_page
from bulletins.public.api.content import spoken
from bulletins.public.gone import NotPublic

SAME = (
    *("title", "subtitle", "list_title", "digest", "source", "issuing_body"),
    *("document_number", "index_number", "written_date", "responsible_editor"),
)


def article(number: int) -> dict[str, Any]:
    """In a fixed number of queries. Raises NotPublic."""
    now = timezone.now()
    edition = _live(number, now)
    return {
        **{name: getattr(edition, name) for name in SAME},
        **_identity(edition),
        **_life(edition, now),
        **_words(edition, number),
        "source_address": edition.source_address or None,
        "link": edition.link_only_to or None,
        "tags": [_tag(one.name, one.tag.slug) for one in edition.edition_tags.all()],
        "attachments": [_attachment(one, number) for one in edition.attachments.all()],
    }


def _live(number: int, now: datetime) -> Edition:
    """The texts of its attachments are another page's matter."""
    found = Edition.objects.live(now).filter(article__number=number).with_body()
    edition = found.defer("rendered", "rendered_facts").first()
    if edition is None:
        raise NotPublic(number)
    return edition


def _identity(edition: Edition) -> dict[str, Any]:
    number = edition.article.number or 0
    page = of_page(f"/articles/{number}/")
    return {
        "number": number,
        "column": edition.column.target.slug,
        "column_name": edition.column.target.name,
        "first_published_at": spoken(edition.article.first_published_at),
        "edition": edition.number,
        "edition_since": spoken(edition.live_from),
        "address": page,
        "record": f"{page}record.json",
        "api": of_api(f"articles/{number}"),
    }


def _life(edition: Edition, now: datetime) -> dict[str, Any]:
    """What was written when it closed stands only while it is closed, as on its page."""
    article: Article = edition.article
    term = Term(edition.closes_at, article.extended_to, article.closed_at)
    over = term.deadline is not None and term.over(now)
    archived = article.archived_at if article.archived_at and article.archived_at <= now else None
    return {
        "deadline": spoken(term.deadline),
        "closing_note": article.closing_note if over else "",
        "outcome": (over and article.outcome) or None,
        "public_until": spoken(article.ends_at),
        "archived_at": spoken(archived),
        "validity": _validity(article),
    }


def _validity(article: Article) -> dict[str, Any] | None:
    if not article.validity:
        return None
    return {
        "value": article.validity,
        "label": str(Validity(article.validity).label),
        "since": article.validity_from,
        "basis": article.validity_basis,
    }


def _words(edition: Edition, number: int) -> dict[str, Any]:
    document, names = document_of(edition), region_names_of(edition)
    return {
        "lead": content.words(document.lead, number),
        "parts": [content.part(one, names.get(one.region or ""), number) for one in document.parts],
        "closing": content.words(document.closing, number),
    }


def _tag(name: str, slug: str) -> dict[str, str]:
    return {"name": name, "slug": slug, "address": of_page(f"/tags/{slug}/")}


def _attachment(one: Attachment, number: int) -> dict[str, Any]:
    file = one.file
    return {
        "title": one.title,
        "address": of_file(number, file.pk) if file else one.address or None,
        "sha256": file.pk if file else None,
        "size": file.size if file else None,
        "type": file.type if file else None,
    }
