"""Comments as the pages show them: place by place, with what this person may do to each."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from accounts.models import User
from bulletins.commenting import Place, places_of, rights
from bulletins.models import Comment, Edition
from bulletins.permissions import Scope


@dataclass(frozen=True, slots=True)
class Note:
    comment: Comment
    may_resolve: bool
    may_reopen: bool


@dataclass(frozen=True, slots=True)
class NotePlace:
    """name: for the element's id. words: how the place is called; one that is gone, was called."""

    key: str
    words: str
    notes: list[Note]
    may_add: bool
    is_section: bool = False
    part: str = ""

    @property
    def name(self) -> str:
        return self.key or "whole"


@dataclass(frozen=True)
class Notes:
    """places: by key, those that she may read. gone: whose section or part was taken out."""

    places: dict[str, NotePlace]
    gone: list[NotePlace] = field(default_factory=list)

    @property
    def open_count(self) -> int:
        """How many are not resolved yet."""
        shown = [*self.places.values(), *self.gone]
        return sum(not note.comment.resolved_at for place in shown for note in place.notes)

    def of_part(self, key: str) -> list[NotePlace]:
        """A part's own place, then those of its sections where something was said."""
        own = [self.places[key]] if key in self.places else []
        return own + [one for one in self.places.values() if one.part == key and one.notes]


def notes_of(edition: Edition, *, by: User, scope: Scope) -> Notes:
    """Of an edition with its body at hand: one query."""
    said: dict[str, list[Comment]] = {}
    for comment in edition.comments.select_related("author", "remark", "resolved_by"):
        said.setdefault(comment.key, []).append(comment)
    known = list(places_of(edition))
    readable = [place for place in known if rights.may_read(scope, edition, place)]
    gone = [key for key in said if key not in {place.key for place in known}]
    return Notes(
        {one.key: _place(one, said.get(one.key, ()), edition, by, scope) for one in readable},
        [_gone(key, said[key], edition, by, scope) for key in gone]
        if rights.may_read(scope, edition, None)
        else [],
    )


def _place(
    place: Place, said: Iterable[Comment], edition: Edition, by: User, scope: Scope
) -> NotePlace:
    part = place.part.key if place.part and place.is_section else ""
    may_add = rights.may_comment(scope, edition, place)
    notes = [_note(one, place, edition, by, scope) for one in said]
    return NotePlace(place.key, place.words, notes, may_add, place.is_section, part)


def _gone(key: str, said: list[Comment], edition: Edition, by: User, scope: Scope) -> NotePlace:
    notes = [_note(one, None, edition, by, scope) for one in said]
    return NotePlace(key, said[0].about, notes, may_add=False)


def _note(comment: Comment, place: Place | None, edition: Edition, by: User, scope: Scope) -> Note:
    open_now = rights.is_discussed(edition)
    resolves = rights.may_resolve(scope, edition, place, comment, by=by)
    reopens = rights.may_reopen(scope, edition, place, comment, by=by)
    done = comment.resolved_at is not None
    return Note(comment, open_now and resolves and not done, open_now and reopens and done)
