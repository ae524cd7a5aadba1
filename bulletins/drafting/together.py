"""What somebody wrote and what others saved meanwhile, put together; nothing is stored here.

Saving (``merging``) and looking at it before (a preview of what is not saved) ask the same.
"""

from collections.abc import Collection
from dataclasses import replace

from bulletins.document.cleaning import cleaned, cleaned_part
from bulletins.document.keys import with_keys
from bulletins.document.merging import Clash, Merged, merge, settle, take
from bulletins.document.tree import Document, DocumentPart
from bulletins.drafting.content import SAME
from bulletins.drafting.head import Head

AROUND = ("column", "change_kind")  # of a head: beside its document
SAID = (*SAME, "tags")


def keyed(part: DocumentPart, key: str) -> DocumentPart:
    """The part of that key, cleaned, with a key for each of its sections."""
    (own,) = with_keys(Document(parts=(cleaned_part(replace(part, key=key)),))).parts
    return own


def parts_together(
    base: DocumentPart, theirs: DocumentPart, mine: DocumentPart, taken: Collection[str] = ()
) -> Merged:
    """base: what mine began with; taken: names of clashes where by choice base's word counts."""
    return merge(base, theirs, take(mine, base, taken))


def heads_together(base: Document, theirs: Head, mine: Head) -> tuple[Head, tuple[Clash, ...]]:
    """Column and kind of change are not kept with a base: two that differ are asked about."""
    clashes: list[Clash] = []
    said = cleaned(mine.document)
    fields = {
        name: settle(
            name,
            *(getattr(document, name) for document in (base, theirs.document, said)),
            clashes=clashes,
        )
        for name in SAME
    }
    tags = _tags(base.tags, theirs.document.tags, said.tags)
    for name in AROUND:
        settle(name, None, getattr(theirs, name), getattr(mine, name), clashes=clashes)
    document = replace(said, **fields, tags=tags)
    return replace(mine, document=document), tuple(clashes)


def head_taking(head: Head, source: Head, names: Collection[str]) -> Head:
    """The head with these fields as source has them."""
    around = {name: getattr(source, name) for name in AROUND if name in names}
    fields = {name: getattr(source.document, name) for name in SAID if name in names}
    return replace(head, document=replace(head.document, **fields), **around)


def _tags(base: tuple[str, ...], theirs: tuple[str, ...], mine: tuple[str, ...]) -> tuple[str, ...]:
    """Theirs, without those that mine took off, then those that mine added."""
    kept = [tag for tag in theirs if tag in mine or tag not in base]
    return (*kept, *(tag for tag in mine if tag not in base and tag not in kept))
