"""Which text a link shows: a digest under a salt of its own, since a draft has none yet."""

from dataclasses import dataclass

from bulletins.document import digest as digests
from bulletins.document.tree import Document
from bulletins.drafting import document_of, region_names_of
from bulletins.models import Edition


@dataclass(frozen=True, slots=True)
class Text:
    """What the rows of an edition say now."""

    document: Document
    region_names: dict[str, str]

    def digest(self, salt: str) -> str:
        """salt in hexadecimal."""
        return digests.digest(self.document, self.region_names, bytes.fromhex(salt))


def text_now(edition: Edition) -> Text:
    """Read anew, whatever the edition at hand was read for."""
    fresh = Edition.objects.with_body().get(pk=edition.pk)
    return Text(document_of(fresh), region_names_of(fresh))
