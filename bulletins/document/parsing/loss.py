"""Proof that nothing was lost: every character that came in is in the document or accounted for."""

from collections import Counter
from collections.abc import Iterable, Iterator

from bulletins.document.body import text_of
from bulletins.document.plain import bare
from bulletins.document.tree import Document


def lost(source: Iterable[str], document: Document, accounted: Iterable[str]) -> str:
    """Characters of the source that are nowhere: not in the document's texts, not accounted for.

    accounted: words that became numbers, dates and other fields, and words a notice says were left
    out.
    """
    left = Counter("".join(bare(text) for text in texts(document)))
    left.update("".join(bare(text) for text in accounted))
    missing = []
    for char in bare("".join(source)):
        if left[char]:
            left[char] -= 1
        else:
            missing.append(char)
    return "".join(missing)


def texts(document: Document) -> Iterator[str]:
    """Every text a document prints, in its order, without numbers."""
    yield from (document.title, document.subtitle)
    yield text_of(document.lead)
    for part in document.parts:
        yield part.heading
        yield text_of(part.intro)
        for section in part.sections:
            yield (section.heading or "") + section.run_in
            yield text_of(section.body)
    yield from (attachment.title for attachment in document.attachments)
    yield text_of(document.closing)
