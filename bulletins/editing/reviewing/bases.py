"""What a text is compared with: what this reviewer saw last, or what readers see."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from accounts.models import User
from bulletins.document.html.kept import read_kept
from bulletins.document.tree import Document
from bulletins.document.wording import spoken
from bulletins.drafting import document_of
from bulletins.models import Edition


@dataclass(frozen=True, slots=True)
class Basis:
    """name: as in the address (?with=seen). label: after 「与…相比」."""

    name: str
    label: str
    document: Callable[[], Document]


def bases_of(edition: Edition, by: User) -> list[Basis]:
    """Each text that it makes sense to compare with; the first one is what she needs first."""
    return [*_seen(edition, by), *_public(edition)]


def _seen(edition: Edition, by: User) -> Iterator[Basis]:
    """What she decided on in an earlier round of this edition."""
    earlier = edition.reviews.filter(reviewer=by)
    if edition.digest:
        earlier = earlier.filter(round__lt=edition.round)
    review = earlier.order_by("-at", "-pk").first()
    kept = edition.proofs.exclude(html="")  # erased ones are
    proof = kept.filter(round=review.round).first() if review else None
    if review and proof:
        said = f"{spoken(review.at)}{review.get_decision_display()}"
        label = f"您上次审的（第 {review.round} 次送审，{said}）"
        html = proof.html
        yield Basis("seen", label, lambda: read_kept(html))


def _public(edition: Edition) -> Iterator[Basis]:
    """What is public now, or was last; an edition that is public itself has its predecessor."""
    others = edition.article.editions.released().exclude(pk=edition.pk)
    if edition.live_from:
        others = others.filter(live_from__lt=edition.live_from)
    before = others.live().first() or others.latest_first().first()
    if before:
        standing = "正在公开的" if before.is_live() else "已签发的"
        found = before
        yield Basis("live", f"{standing}第 {before.number} 版", lambda: document_of(found))
