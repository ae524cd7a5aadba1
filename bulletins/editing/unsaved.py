"""A draft's words as this person has them before her: stored, and over it what she just typed."""

from accounts.models import User
from bulletins.document.body import text_of
from bulletins.document.tree import DocumentPart
from bulletins.drafting.content import part_of
from bulletins.drafting.working import HEAD, copies_of
from bulletins.models import Edition


def words_before_her(edition: Edition, by: User) -> str:
    """Title, lead and parts, one line each, of an edition that by may see whole."""
    texts = {HEAD: _head(edition.title, edition.lead)}
    texts |= {part.key: _said(part_of(part)) for part in edition.parts.all()}
    for copy in copies_of(edition, by):
        said = copy.fields
        if copy.key == HEAD:
            texts[HEAD] = _head(said.get("title", ""), said.get("lead", edition.lead))
        elif "text" in said:
            texts[copy.key] = text_of(said["text"])
    return "\n".join(texts.values())


def _head(title: str, lead: str) -> str:
    return f"{title}\n{text_of(lead)}"


def _said(part: DocumentPart) -> str:
    sections = (f"{one.heading or ''}\n{text_of(one.body)}" for one in part.sections)
    return "\n".join([text_of(part.intro), *sections])
