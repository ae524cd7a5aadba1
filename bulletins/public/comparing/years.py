"""One region's two years: what stayed, what changed and in which words, what is new, or gone."""

from collections.abc import Sequence
from typing import NamedTuple

from bulletins.document.diff.words import Change, Piece, compare_texts
from bulletins.document.matching import Match, Topic, match
from bulletins.public.comparing.kept import kept
from bulletins.public.comparing.table import LONGEST, Passage, passage, percent
from bulletins.public.comparing.voices import Voice

Group = tuple[list[int], list[int], float]  # sections of the old year, of the new, their score
ALIKE = 0.2  # of the words: with less in common two texts are not marked word by word
KINDS = {
    "same": "未改动",
    "changed": "有改动",
    "split": "一节拆为两节",
    "merged": "两节并为一节",
    "regrouped": "各节重新归并",
    "new": "新增",
    "gone": "不再提及",
}


class Side(NamedTuple):
    """One year's words: heading and text in pieces, what is not in the other year marked."""

    passage: Passage
    heading: tuple[Piece, ...]
    text: tuple[Piece, ...]


class Step(NamedTuple):
    """What became of a subject. percent: how surely both years are on it; None if one is silent."""

    kind: str
    before: tuple[Side, ...]
    after: tuple[Side, ...]
    percent: int | None = None
    rewritten: bool = False

    @property
    def said(self) -> str:
        return KINDS[self.kind]


def steps(old: Voice, new: Voice) -> list[Step]:
    """In the order of the new year; what is gone comes last. Raises Busy."""
    key = "years", old.identity, new.identity
    pairs = kept(key, lambda: tuple(match(old.topics, new.topics)))
    found = _groups(pairs, len(old.topics), len(new.topics))
    found.sort(key=lambda group: (not group[1], group[1] or group[0]))
    return [_step(old, new, *group) for group in found]


def _groups(pairs: Sequence[Match], olds: int, news: int) -> list[Group]:
    """Sections that hang together; most are a pair, or alone."""
    groups: list[Group] = []
    for one in pairs:
        touching = [group for group in groups if one.one in group[0] or one.other in group[1]]
        groups = [group for group in groups if group not in touching]
        left = {one.one}.union(*(group[0] for group in touching))
        right = {one.other}.union(*(group[1] for group in touching))
        score = max([one.score, *(group[2] for group in touching)])
        groups.append((sorted(left), sorted(right), score))
    paired = {one.one for one in pairs}, {one.other for one in pairs}
    groups += [([at], [], 0.0) for at in range(olds) if at not in paired[0]]
    return groups + [([], [at], 0.0) for at in range(news) if at not in paired[1]]


def _step(old: Voice, new: Voice, left: list[int], right: list[int], score: float) -> Step:
    before, after = [old.topics[at] for at in left], [new.topics[at] for at in right]
    if not before or not after:
        return Step(
            "gone" if before else "new",
            tuple(_plain(old, topic) for topic in before),
            tuple(_plain(new, topic) for topic in after),
        )
    if len(before) == len(after) == 1:
        return _pair(old, new, before[0], after[0], score)
    return Step(
        "split" if len(before) == 1 else "merged" if len(after) == 1 else "regrouped",
        tuple(_plain(old, topic) for topic in before),
        tuple(_plain(new, topic) for topic in after),
        percent(score),
    )


def _pair(old: Voice, new: Voice, before: Topic, after: Topic, score: float) -> Step:
    if (before.heading, before.text) == (after.heading, after.text):
        return Step("same", (_plain(old, before),), (_plain(new, after),))
    heading = compare_texts(before.heading, after.heading)
    text = compare_texts(before.text[:LONGEST], after.text[:LONGEST])
    rewritten = _stayed(text) < ALIKE * max(len(before.text), len(after.text), 1)
    if rewritten:
        text = (Piece(Change.SAME, ""),)
    sides = [
        _marked(old, before, heading, text, Change.ADDED, rewritten),
        _marked(new, after, heading, text, Change.REMOVED, rewritten),
    ]
    return Step("changed", (sides[0],), (sides[1],), percent(score), rewritten)


def _stayed(text: Sequence[Piece]) -> int:
    return sum(len(piece.text) for piece in text if piece.kind is Change.SAME)


def _marked(
    voice: Voice,
    topic: Topic,
    heading: Sequence[Piece],
    text: Sequence[Piece],
    left_out: Change,
    rewritten: bool,
) -> Side:
    """One year's pieces: what only the other one has is left out."""
    whole = (Piece(Change.SAME, topic.text[:LONGEST]),)
    own = tuple(piece for piece in text if piece.kind is not left_out)
    return Side(
        passage(voice, topic),
        tuple(piece for piece in heading if piece.kind is not left_out),
        whole if rewritten else own,
    )


def _plain(voice: Voice, topic: Topic) -> Side:
    said = passage(voice, topic)
    return Side(said, (Piece(Change.SAME, said.heading),), (Piece(Change.SAME, said.text),))
