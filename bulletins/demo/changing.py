"""Words of a draft replaced by other words, where they stand: keys and everything else stay."""

from collections.abc import Sequence
from dataclasses import replace

from accounts.models import User
from bulletins.document.tree import DocumentPart
from bulletins.drafting import save_part
from bulletins.drafting.content import part_of
from bulletins.models import Edition

Changes = Sequence[tuple[str, str]]


def change(edition: Edition, changes: Changes, *, by: User) -> None:
    """Save each part in which one of the old words stands. Raises ValueError where none does."""
    changed = 0
    for part in edition.parts.all():
        stands = part_of(part)
        wanted = _changed(stands, changes)
        if wanted != stands:
            changed += save_part(part, wanted, seen=part.revision, by=by)
    if not changed:
        raise ValueError(f"{edition}: {changes}")


def _changed(part: DocumentPart, changes: Changes) -> DocumentPart:
    sections = tuple(
        replace(
            section,
            heading=section.heading and _words(section.heading, changes),
            body=_words(section.body, changes),
        )
        for section in part.sections
    )
    return replace(part, intro=_words(part.intro, changes), sections=sections)


def _words(text: str, changes: Changes) -> str:
    for old, new in changes:
        text = text.replace(old, new)
    return text
