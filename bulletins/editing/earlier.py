"""Earlier texts of an edition, each beside what stands in its place now."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from django.db.models import QuerySet

from bulletins.document.diff.compare import compare
from bulletins.document.diff.result import DocumentDiff
from bulletins.document.html.kept import read_kept
from bulletins.document.tree import Document, DocumentPart
from bulletins.drafting import rights
from bulletins.drafting.content import part_of
from bulletins.drafting.earlier import NEVER
from bulletins.drafting.head import head_of
from bulletins.models import EarlierText, Edition, Part, State
from bulletins.permissions import Scope
from bulletins.permissions.visibility import READERS, sees_part, sees_whole

HEAD = "稿件信息、前言和落款"


@dataclass(frozen=True)
class Kept:
    """difference: from this text to what stands now; None where nothing stands in its place.

    part: the text, where it is that of a part. seen: what to bring along to restore it.
    """

    text: EarlierText
    title: str
    part: DocumentPart | None
    difference: DocumentDiff | None
    seen: int
    may_restore: bool

    @property
    def was_not_taken(self) -> bool:
        """Written at the same time as another one's, who was chosen; it never stood there."""
        return self.text.revision == NEVER

    @property
    def is_as_it_stands(self) -> bool:
        return self.difference is not None and self.difference.is_empty


def texts_for(scope: Scope, edition: Edition) -> Sequence[EarlierText] | QuerySet[EarlierText]:
    """Newest first: all of them, or to who sees only some parts what was said in hers."""
    texts = edition.earlier_texts.select_related("replaced_by")
    if sees_whole(scope, edition):
        return texts
    hidden = [part.key for part in edition.parts.all() if not sees_part(scope, edition, part)]
    return [text for text in texts.exclude(key__in=["", *hidden]) if _is_hers(scope, text)]


def _is_hers(scope: Scope, text: EarlierText) -> bool:
    """A part may have been another region's when it said this."""
    (kept,) = read_kept(text.html).parts
    return scope.over_part(READERS, text.edition.column_id, kept.region)


def kept_texts(
    edition: Edition, texts: Iterable[EarlierText], scope: Scope, names: Mapping[str, str]
) -> Iterator[Kept]:
    """texts: of this edition. names: region code → name."""
    standing = {part.key: part for part in edition.parts.all()}
    for text in texts:
        document = read_kept(text.html)
        if text.key:
            yield _part(edition, text, document, standing.get(text.key), scope, names)
        else:
            yield _head(edition, text, document, scope)


def _head(edition: Edition, text: EarlierText, document: Document, scope: Scope) -> Kept:
    difference = compare(document, head_of(edition).document)
    may = edition.state == State.DRAFT and rights.may_edit_whole(scope, edition)
    return Kept(text, HEAD, None, difference, edition.revision, may)


def _part(
    edition: Edition,
    text: EarlierText,
    document: Document,
    standing: Part | None,
    scope: Scope,
    names: Mapping[str, str],
) -> Kept:
    (kept,) = document.parts
    title = kept.heading or names.get(kept.region or "", "") or "正文"
    if standing is None:
        may = edition.state == State.DRAFT and rights.may_place_part(scope, edition, kept.region)
        return Kept(text, title, kept, None, edition.changes, may)
    difference = compare(document, Document(parts=(part_of(standing),)))
    may = edition.state == State.DRAFT and rights.may_edit_part(scope, edition, standing.region_id)
    return Kept(text, title, kept, difference, standing.revision, may)
