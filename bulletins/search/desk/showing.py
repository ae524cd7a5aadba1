"""Editions as the desk's page of answers prints them: what was judged, and nothing else of them."""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from bulletins.document.folding import fold
from bulletins.indexing.cutting import uncut
from bulletins.indexing.engines.candidates import Candidate
from bulletins.models import Edition
from bulletins.models.passage import PassageKind as Kind
from bulletins.search.desk.results import Group, Hit
from bulletins.search.finding.judging import Judged
from bulletins.search.finding.originals import Originals
from bulletins.search.finding.showing import HITS, Needles, passages_of
from bulletins.search.finding.sought import Plan

ON_THE_PAGE = (Kind.INTRO, Kind.SECTION)


def groups_of(
    editions: Sequence[int], judged: Mapping[int, list[Judged]], plan: Plan
) -> tuple[Group, ...]:
    """In the same order, in a fixed number of queries."""
    passages = {pk: passages_of(judged[pk]) for pk in editions}
    originals = Originals(one for found in passages.values() for one in found[:HITS])
    rows = Edition.objects.filter(pk__in=editions).with_body()
    by_key = {one.pk: one for one in rows.defer("rendered", "rendered_facts")}
    needles = Needles(plan)
    return tuple(
        _group(by_key[pk], judged[pk], passages[pk], originals, needles)
        for pk in editions
        if pk in by_key
    )


def _group(
    edition: Edition,
    judged: Sequence[Judged],
    passages: Sequence[Candidate],
    originals: Originals,
    needles: Needles,
) -> Group:
    hits = tuple(_hits(passages[:HITS], originals, needles)) or tuple(
        _of_the_whole(edition, judged, needles)
    )
    return Group(edition, needles.mark(str(edition)), hits, max(len(passages) - HITS, 0))


def _hits(passages: Iterable[Candidate], originals: Originals, needles: Needles) -> Iterator[Hit]:
    for passage in passages:
        if said := originals.of(passage):
            heading = "" if fold(said.heading) == fold(said.place) else said.heading
            key = _anchor(passage)
            yield Hit(said.place, needles.mark(heading), needles.excerpt(said.text), key)


def _anchor(passage: Candidate) -> str:
    """Where on the edition's page it stands."""
    if passage.kind == Kind.FILE:
        return f"attachment-{passage.key.partition(':')[0]}"
    return passage.key if passage.kind in ON_THE_PAGE else ""


def _of_the_whole(edition: Edition, judged: Iterable[Judged], needles: Needles) -> Iterator[Hit]:
    """Where only 稿件信息 or a tag says it; who sees but a part has no such passage."""
    kinds = {one.candidate.kind for one in judged if uncut(one.candidate.words)[1]}
    kinds |= {one.candidate.kind for one in judged if one.candidate.kind == Kind.NAMES}
    facts = (edition.subtitle, edition.document_number, edition.index_number, edition.issuing_body)
    said = " ".join(filter(None, (*facts, edition.source, edition.responsible_editor)))
    tags = "、".join(one.tag.name for one in edition.edition_tags.all())
    for kind, place, text in ((Kind.TITLE, "稿件信息", said), (Kind.NAMES, "标签", tags)):
        excerpt = needles.mark(text) if kind in kinds else ()
        if any(hit for _, hit in excerpt):
            yield Hit(place, (), excerpt, "")
