"""Found articles as a page of answers prints them: original text, marked where it says it."""

from collections.abc import Iterable, Sequence

from bulletins.document.marking import Marked, excerpt, marked
from bulletins.document.wording import BEIJING
from bulletins.indexing.engines.candidates import Candidate
from bulletins.models import Edition
from bulletins.models.passage import PassageKind as Kind
from bulletins.search.finding.grouping import Found
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
    shown = {one.edition: _passages(one)[:HITS] for one in found}
    originals = Originals(hit for hits in shown.values() for hit in hits)
    rows = Edition.objects.select_related("article", "column")
    kept = rows.defer("rendered", "rendered_facts", "lead", "closing")
    editions = kept.prefetch_related("parts__region").in_bulk([one.edition for one in found])
    needles = Needles(plan)
    return tuple(
        _group(one, editions[one.edition], shown[one.edition], originals, needles)
        for one in found
        if one.edition in editions
    )


def _passages(one: Found) -> list[Candidate]:
    """Those with a text of their own, best first; a long one once."""
    seen: dict[tuple[str, str], Candidate] = {}
    for judged in one.passages:
        candidate = judged.candidate
        if candidate.kind not in WHOLES:
            seen.setdefault((candidate.kind, candidate.key.partition(":")[0]), candidate)
    return list(seen.values())


def _group(
    one: Found,
    edition: Edition,
    hits: Iterable[Candidate],
    originals: Originals,
    needles: Needles,
) -> Group:
    address = edition.link_only_to or f"/articles/{edition.article.number}/"
    texts = [original for hit in hits if (original := originals.of(hit))]
    said = () if edition.link_only_to else tuple(_hit(text, address, needles) for text in texts)
    told = sum(judged.candidate.kind not in WHOLES for judged in one.passages)
    return Group(
        number=edition.article.number or 0,
        title=needles.mark(edition.title),
        address=address,
        published=one.published.astimezone(BEIJING).date(),
        column=edition.column.name,
        regions=" · ".join(_regions(edition)),
        hits=said,
        more=max(told - len(said), 0),
        why=one.why,
    )


def _regions(edition: Edition) -> list[str]:
    return list(dict.fromkeys(part.region_name for part in edition.parts.all() if part.region_id))


def _hit(text: Original, address: str, needles: Needles) -> Hit:
    there = address + text.address
    return Hit(text.place, needles.mark(text.heading), needles.excerpt(text.text), there)
