"""Found articles as a page of answers prints them: original text, marked where it says it."""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from bulletins.document.marking import Marked, excerpt, marked
from bulletins.document.wording import BEIJING
from bulletins.indexing.engines.candidates import Candidate
from bulletins.listing import ALL
from bulletins.models import Listing
from bulletins.models.passage import PassageKind as Kind
from bulletins.search.finding.grouping import Found
from bulletins.search.finding.judging import Judged
from bulletins.search.finding.originals import Original, Originals
from bulletins.search.finding.sought import Plan
from bulletins.search.results import Group, Hit

HITS = 3  # passages shown of one article
AROUND, LONGEST = 30, 110  # characters of an excerpt
WHOLES = (Kind.TITLE, Kind.NAMES)  # what the article's own line says


class Needles:
    """What is marked: the words, or else their pieces; and what was typed by its sound."""

    def __init__(self, plan: Plan) -> None:
        sought = (*plan.phrase, *plan.pieces)
        texts = dict.fromkeys(text for one in sought for text in one.texts)
        self.texts = tuple(sorted(texts, key=len, reverse=True))
        self.sounds = tuple(one.initials for one in sought if one.initials)

    def mark(self, text: str) -> Marked:
        return marked(text, self.texts, sounds=self.sounds)

    def excerpt(self, text: str) -> Marked:
        return excerpt(text, self.texts, self.sounds, around=AROUND, longest=LONGEST)


def groups_of(found: Sequence[Found], plan: Plan) -> tuple[Group, ...]:
    """In the same order."""
    shown = {one.edition: passages_of(one.passages)[:HITS] for one in found}
    originals = Originals(hit for hits in shown.values() for hit in hits)
    entries = _entries([one.edition for one in found])
    needles = Needles(plan)
    return tuple(
        _group(one, entries[one.edition], shown[one.edition], originals, needles)
        for one in found
        if one.edition in entries
    )


def passages_of(judged: Iterable[Judged]) -> list[Candidate]:
    """Those with a text of their own, best first; a long one once."""
    seen: dict[tuple[str, str], Candidate] = {}
    for one in judged:
        candidate = one.candidate
        if candidate.kind not in WHOLES:
            seen.setdefault((candidate.kind, candidate.key.partition(":")[0]), candidate)
    return list(seen.values())


class Entry(NamedTuple):
    """What is printed of an article beside its passages."""

    number: int
    title: str
    regions: str
    link: str
    column: str


def _entries(editions: Sequence[int]) -> dict[int, Entry]:
    rows = Listing.objects.filter(list=ALL, edition__in=editions).order_by()
    said = rows.values_list(
        *("edition", "number", "edition__title", "regions", "link", "edition__column__name")
    )
    return {edition: Entry(*rest) for edition, *rest in said}


def _group(
    one: Found, entry: Entry, hits: Iterable[Candidate], originals: Originals, needles: Needles
) -> Group:
    address = entry.link or f"/articles/{entry.number}/"
    texts = [original for hit in hits if (original := originals.of(hit))]
    said = () if entry.link else tuple(_hit(text, address, needles) for text in texts)
    told = sum(judged.candidate.kind not in WHOLES for judged in one.passages)
    return Group(
        number=entry.number,
        title=needles.mark(entry.title),
        address=address,
        published=one.published.astimezone(BEIJING).date(),
        column=entry.column,
        regions=entry.regions,
        hits=said,
        more=max(told - len(said), 0),
        why=one.why,
    )


def _hit(text: Original, address: str, needles: Needles) -> Hit:
    """A heading that only names the region again is left out."""
    there = address + text.address
    if "".join(text.heading.split()) == text.place:
        text = text._replace(heading="")
    return Hit(text.place, needles.mark(text.heading), needles.excerpt(text.text), there)
