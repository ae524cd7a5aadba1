"""Stable names for parts, sections and attachments: a letter and five base-32 characters.

Anchors, comments and comparisons go by keys, never by numbers (design, section 2).
"""

import re
import secrets
from collections.abc import Callable, Collection, Iterator
from dataclasses import replace

from bulletins.document.tree import Document, DocumentPart

# Crockford's alphabet: no i, l, o, u, so that nobody takes one for 1 or 0 when reading aloud.
LETTERS = "abcdefghjkmnpqrstvwxyz"
ALPHABET = "0123456789" + LETTERS
KEY = re.compile(rf"[{LETTERS}][{ALPHABET}]{{5}}\Z")


def is_key(text: str) -> bool:
    """Whether new_key could have made it: what an editor or a file brings may be anything."""
    return bool(KEY.match(text))


def new_key(taken: Collection[str], choose: Callable[[str], str] = secrets.choice) -> str:
    """A key that is not taken. It cannot be guessed, so an anchor betrays nothing of a draft."""
    while True:
        key = choose(LETTERS) + "".join(choose(ALPHABET) for _ in range(5))
        if key not in taken:
            return key


def all_keys(document: Document) -> Iterator[str]:
    """Every key of the document in reading order, "" included."""
    for part in document.parts:
        yield part.key
        yield from (section.key for section in part.sections)
    yield from (attachment.key for attachment in document.attachments)


def with_keys(document: Document, elsewhere: Collection[str] = ()) -> Document:
    """The document with a good, unique key everywhere; the first of two equal keys keeps it.

    A heading split in two, or a pasted copy, carries the key twice: the later one gets a new key.
    elsewhere: keys that belong to others already, where this is a piece of a larger document.
    """
    taken = {*all_keys(document), *elsewhere}
    seen = set(elsewhere)

    def keep(key: str) -> str:
        if not is_key(key) or key in seen:
            key = new_key(taken)
        taken.add(key)
        seen.add(key)
        return key

    return replace(
        document,
        parts=tuple(_part(part, keep) for part in document.parts),
        attachments=tuple(replace(file, key=keep(file.key)) for file in document.attachments),
    )


def _part(part: DocumentPart, keep: Callable[[str], str]) -> DocumentPart:
    key = keep(part.key)
    sections = tuple(replace(section, key=keep(section.key)) for section in part.sections)
    return replace(part, key=key, sections=sections)
