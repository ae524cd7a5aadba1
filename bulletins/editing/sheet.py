"""审核单: what the records say of an edition, round by round, for one sheet of paper."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from accounts.audit.reading import words_with
from accounts.models import User
from bulletins.models import Edition, Gate, Proof, ReleasedAs, Review, Role, State
from bulletins.workflow.stages import STAGES


@dataclass(frozen=True, slots=True)
class Line:
    """One decision, or a stage that still waits for one (review is None)."""

    role: str
    review: Review | None = None

    @property
    def gates(self) -> list[str]:
        """The gates that were confirmed, by their names."""
        ticked = self.review.report.get("gates", ()) if self.review else ()
        return [gate.label for gate in Gate if gate in ticked]


@dataclass(frozen=True, slots=True)
class Round:
    """One submission. was_recalled: it ended without a no, and another one followed."""

    proof: Proof
    lines: list[Line]
    was_recalled: bool


@dataclass(frozen=True, slots=True)
class Sheet:
    """edition: whose records these are; restored: the one that stands on them, if not itself.

    reason: why it was released urgently.
    """

    edition: Edition
    restored: Edition | None
    authors: list[User]
    rounds: list[Round]
    reason: str

    @property
    def is_imported(self) -> bool:
        return self.edition.released_as == ReleasedAs.IMPORTED

    @property
    def is_urgent(self) -> bool:
        return self.edition.released_as == ReleasedAs.URGENT


def sheet_of(edition: Edition) -> Sheet:
    """Everything the sheet says, in five queries; of a restored one, of what it is a copy of."""
    restored = edition if edition.restored_from else None
    edition = edition.restored_from or edition
    reviews = list(edition.reviews.select_related("reviewer", "remark"))
    proofs = edition.proofs.select_related("made_by")
    urgent = edition.released_as == ReleasedAs.URGENT
    return Sheet(
        edition=edition,
        restored=restored,
        authors=[one.user for one in edition.authors.select_related("user")],
        rounds=[_round(edition, proof, reviews) for proof in proofs],
        reason=words_with("release_urgently", edition) if urgent else "",
    )


def _round(edition: Edition, proof: Proof, reviews: Sequence[Review]) -> Round:
    own = [one for one in reviews if one.round == proof.round]
    lines = [Line(Role(one.role).label, one) for one in own]
    stands = proof.round == edition.round and edition.state in (State.IN_REVIEW, State.RELEASED)
    if stands:
        lines += _waiting(edition)
    sent_back = any(one.decision == "sent_back" for one in own)
    return Round(proof, lines, was_recalled=not (stands or sent_back))


def _waiting(edition: Edition) -> Iterator[Line]:
    roles = STAGES.get(edition.stages or 0, ())
    return (Line(role.label) for role in roles[edition.stages_passed :])
