"""Passages of a tier, read and judged: where most only look as if they said it, further back."""

from collections.abc import Iterable, Sequence
from typing import Any, NamedTuple

from bulletins.document.folding.characters import STOP
from bulletins.indexing.engines.candidates import Candidate
from bulletins.search.finding.asking import Sought, Tier
from bulletins.search.finding.judging import Judged, is_said, judge

FEW = 10  # texts: a page
ENDS = ("together", "words", "body")  # tiers behind which there may be more
WIDE = 500  # passages by which articles are counted, and facets made
FURTHER = ("together", "body")  # those that hold all there is
ROUNDS = 8  # as many times as many are read where most only look as if they said it
EXACT = 1_000.0  # a title that is what was typed stands first, always


class Judging(NamedTuple):
    """By what passages of a tier are judged."""

    tier: str
    sought: Sequence[Sought]
    whole: str
    unwanted: Sequence[str]

    @property
    def is_idle(self) -> bool:
        """Whether the index knows all of it by its tokens: words of two characters."""
        texts = (text for one in self.sought for text in one.texts)
        return not self.excludes and all(len(text) == 2 and STOP not in text for text in texts)

    @property
    def excludes(self) -> bool:
        """What only the passages themselves tell."""
        return any(len(one) != 2 or STOP in one for one in self.unwanted)

    def is_said_in(self, candidate: Candidate) -> bool:
        """The same as whether it would be judged, at a third of the time."""
        return is_said(candidate, self.sought, self.unwanted)

    def judged(self, found: Iterable[Candidate]) -> list[Judged]:
        said = (judge(one, self.sought, self.whole, self.unwanted) for one in found)
        judged = [one for one in said if one]
        if self.tier != "exact":
            return judged
        return [one._replace(score=EXACT + one.score, why=f"标题相同，{one.why}") for one in judged]


def others(
    index: Any, tier: Tier, judging: Judging, sure: bool
) -> tuple[list[Candidate], bool]:
    """So many of a tier as counts and facets need, and whether that is all of them. Looked into,
    unless it is sure that they say it, but not judged.
    """
    found = index.find(tier.asked, WIDE, words=not sure)
    said = found if sure else [one for one in found if judging.is_said_in(one)]
    return said, len(found) < WIDE


def read_on(
    index: Any, tier: Tier, judging: Judging, above: int = 0
) -> tuple[list[Judged], int, bool]:
    """Its newest passages, judged, and further ones as long as few of them say it; how many were
    read, and whether that is all of them. above: no older ones than that.
    """
    found = index.find(tier.asked, tier.most, words=True, above=above)
    judged, read, ended = judging.judged(found), len(found), len(found) < tier.most
    rounds = ROUNDS if tier.name in FURTHER else 0
    while rounds and not ended and len(judged) < FEW:
        found = index.find(tier.asked, WIDE, words=True, below=found[-1].id)
        judged, read = judged + judging.judged(found), read + len(found)
        rounds, ended = rounds - 1, len(found) < WIDE
    return judged, read, ended
