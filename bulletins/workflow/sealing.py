"""Fixing, at submission, what will be read: names as they are called today, digest, proof."""

from typing import Any

from django.db.models import OuterRef, Subquery, Value
from django.db.models.functions import Coalesce
from taggit.models import Tag

from accounts.models import User
from bulletins.document.digest import digest, new_salt
from bulletins.document.html.writing import write_html
from bulletins.drafting import document_of, region_names_of
from bulletins.models import Edition, Proof
from regions.models import Region


def digest_of(edition: Edition) -> str:
    """The digest of what the rows say now, with the edition's salt."""
    fresh = Edition.objects.with_body().get(pk=edition.pk)
    return digest(document_of(fresh), region_names_of(fresh), bytes.fromhex(fresh.salt))


def seal(edition: Edition) -> dict[str, Any]:
    """Write today's names into a draft's rows; out come the fields of the seal to be stored.

    The salt stays the same for good, so that the same text submitted again has the same digest.
    """
    names = Region.objects.filter(pk=OuterRef("region")).values("short_name")
    edition.parts.update(region_name=Coalesce(Subquery(names), Value("")))
    tags = Tag.objects.filter(pk=OuterRef("tag")).values("name")
    edition.edition_tags.update(name=Subquery(tags))
    if not edition.salt:
        Edition.objects.filter(pk=edition.pk).update(salt=new_salt().hex())
    return {"digest": digest_of(edition), "column_name": edition.column.name}


def make_proof(edition: Edition, *, by: User) -> None:
    """Keep what was submitted, word for word, under its digest."""
    fresh = Edition.objects.with_body().get(pk=edition.pk)
    html = write_html(document_of(fresh), region_names_of(fresh))
    Proof.objects.create(
        edition=edition, round=fresh.round, digest=fresh.digest, html=html, made_by=by
    )


def stages_for(edition: Edition) -> int:
    """How many stages count: the column's, or those of the column it was public in, if stricter."""
    before = edition.article.editions.released().latest_first().first()
    return max(edition.column.review_stages, before.column.review_stages if before else 1)
