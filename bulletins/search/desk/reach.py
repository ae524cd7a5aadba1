"""Which passages a person may find: her grants, as marks of the index and passage by passage."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import NamedTuple

from bulletins.indexing.engines.candidates import Candidate
from bulletins.indexing.expressions import Expression, Has, all_of, any_of
from bulletins.indexing.places import COLUMN, REGION
from bulletins.indexing.tokens import MARK
from bulletins.models import Edition, Part, State
from bulletins.models.passage import PassageKind as Kind
from bulletins.permissions import Scope
from bulletins.permissions.scope import Held
from bulletins.permissions.visibility import READERS
from bulletins.search.query import Narrowings

OF_NO_REGION = (Kind.LEAD, Kind.CLOSING, Kind.FILE)
OF_PARTS = (Kind.INTRO, Kind.SECTION)


class Seen(NamedTuple):
    """How much of an edition: all of it, or the parts with these keys and its title."""

    whole: bool
    parts: frozenset[str]
    changed: datetime


@dataclass(frozen=True)
class Reach:
    """asked: what the query is narrowed to; columns: those meant by it."""

    scope: Scope
    asked: Narrowings
    columns: frozenset[int] = frozenset()

    @property
    def is_everything(self) -> bool:
        return self.scope.everywhere(*READERS)

    def marks(self) -> Expression | None:
        """Every public passage that she may see bears one of these, and some others do, too.

        None: she sees them all.
        """
        if self.is_everything:
            return None
        return any_of(self._marks_of(held) for held in self.scope.held)

    def seen(self, editions: set[int]) -> dict[int, Seen]:
        """Those of them that she may see, in two queries."""
        rows = Edition.objects.filter(pk__in=editions, article__erased_at=None)
        rows = rows.exclude(state=State.DISCARDED).order_by()
        parts = {} if self.is_everything else _parts(editions)
        found = (
            (pk, self._seen(column, parts.get(pk, []), changed))
            for pk, column, changed in rows.values_list("pk", "column_id", "changed_at")
        )
        return {pk: one for pk, one in found if one}

    def sifted(self, candidates: Iterable[Candidate], seen: dict[int, Seen]) -> Iterator[Candidate]:
        """What she may read of them. Of what she sees in part nothing tells what the rest says."""
        for candidate in candidates:
            mine = seen.get(candidate.edition)
            if mine is None:
                continue
            if mine.whole:
                yield candidate
            elif self.asked.tag:
                continue  # tags are of the whole
            elif candidate.kind in OF_PARTS and candidate.part in mine.parts:
                yield candidate
            elif candidate.kind == Kind.TITLE and not self.asked.region:
                yield _title_alone(candidate)

    def _seen(
        self, column: int, parts: list[tuple[str, str | None]], changed: datetime
    ) -> Seen | None:
        codes = [region for _, region in parts]
        if self.is_everything or self.scope.over(READERS, column, codes):
            return Seen(True, frozenset(), changed)
        if self.asked.column and column not in self.columns:
            return None  # where else it is listed is of the whole
        mine = (key for key, region in parts if self.scope.over_part(READERS, column, region))
        keys = frozenset(mine)
        return Seen(False, keys, changed) if keys else None

    def _marks_of(self, held: Held) -> Expression | None:
        regions = [f"{REGION}{low}" for low, _ in held.spans or ()]
        kinds = [kind.value for kind in OF_NO_REGION] if regions else []
        return all_of(
            (
                any_of(Has(f"{MARK}{COLUMN}{pk}") for pk in held.columns or ()),
                any_of(Has(f"{MARK}{sign}") for sign in (*regions, *kinds)),
            )
        )


def _parts(editions: set[int]) -> dict[int, list[tuple[str, str | None]]]:
    found: dict[int, list[tuple[str, str | None]]] = {}
    rows = Part.objects.filter(edition__in=editions).order_by()
    for edition, key, region in rows.values_list("edition_id", "key", "region_id"):
        found.setdefault(edition, []).append((key, region))
    return found


def _title_alone(candidate: Candidate) -> Candidate:
    """Without what is printed below it, and without the regions that it is about."""
    title = candidate.words.split("\n")[0]
    return candidate._replace(words=f"{title}\n\n", context="", places="")
