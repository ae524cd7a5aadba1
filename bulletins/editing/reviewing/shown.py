"""The text that is read and answered for: the proof, and whether everything agrees with it."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from bulletins.document.cleaning import cleaned
from bulletins.document.digest import digest
from bulletins.document.html.kept import read_kept
from bulletins.document.tree import Document
from bulletins.drafting import document_of, region_names_of
from bulletins.models import Edition, Proof
from bulletins.workflow.sealing import digest_of

REPORT = "不能同意；请停止审核并报告管理员"
NO_PROOF = f"这一轮没有留下清样，{REPORT}"
OTHER_PROOF = f"清样与送审时的校验码不符，可能被绕过程序改动，{REPORT}"
OTHER_ROWS = f"库中的文字与送审时的校验码不符，可能被绕过程序改动，{REPORT}"

ERASED = "这一版的文字已清除，只留审核记录和校验码"


@dataclass(frozen=True, slots=True)
class Shown:
    """proof: of the present round; None shows what the rows say now (a draft, an import).

    faults: a sentence for each thing that is not under the digest that it should be under.
    """

    document: Document
    region_names: Mapping[str, str]
    proof: Proof | None = None
    faults: list[str] = field(default_factory=list)


def shown_of(edition: Edition) -> Shown:
    """What a person who opens the review page reads; with_body should come before."""
    names = region_names_of(edition)
    if edition.is_erased:
        return Shown(Document(), names, None, [ERASED])
    proof = edition.proofs.filter(round=edition.round).first() if edition.stages else None
    if proof is None:
        faults = [NO_PROOF] if edition.stages else []
        return Shown(cleaned(document_of(edition)), names, None, faults)
    document = read_kept(proof.html)
    return Shown(document, names, proof, list(_faults(edition, proof, document, names)))


def _faults(
    edition: Edition, proof: Proof, document: Document, names: Mapping[str, str]
) -> Iterator[str]:
    read = digest(document, names, bytes.fromhex(edition.salt))
    if not read == proof.digest == edition.digest:
        yield OTHER_PROOF
    if digest_of(edition) != edition.digest:
        yield OTHER_ROWS
