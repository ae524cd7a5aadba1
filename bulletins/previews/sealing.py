"""Which text a link shows: a digest under a salt of its own, since a draft has none yet."""

from bulletins.document import digest as digests
from bulletins.drafting import document_of, region_names_of
from bulletins.models import Edition


def digest_under(salt: str, edition: Edition) -> str:
    """Of what the rows say now; salt in hexadecimal."""
    fresh = Edition.objects.with_body().get(pk=edition.pk)
    return digests.digest(document_of(fresh), region_names_of(fresh), bytes.fromhex(salt))
