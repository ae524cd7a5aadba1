"""Passages of a tier, read and judged: where most only look as if they said it, further back."""

from collections.abc import Iterable, Sequence
from typing import Any, NamedTuple

from bulletins.document.folding.characters import STOP
from bulletins.indexing.engines.candidates import EVERYTHING, Candidate
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
    cut: bool = False  # not all of it was asked for

    @property
    def is_idle(self) -> bool:
        """Whether the index knows all of it by its tokens: words of two characters."""
        texts = (text for one in self.sought for text in one.texts)
        return not (self.cut or self.excludes) and all(
            len(text) == 2 and STOP not in text for text in texts
        )

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


class Read(NamedTuple):
    """Of a tier: judged; how many were looked into; the last of them; whether that is all."""

    judged: list[Judged]
    number: int = 0
    last: int = EVERYTHING
    ended: bool = False


class Wide(NamedTuple):
    """The tier behind which there may be more. sure: whatever the index gives for it says it."""

    tier: Tier
    judging: Judging
    sure: bool
    read: Read
    above: int = 0


def others(index: Any, wide: Wide) -> tuple[list[Candidate], bool]:
    """As many as counts and facets need, behind those that were read, and whether that is all of
    them. Looked into, unless it is sure that they say it, but not judged.
    """
    most = WIDE - wide.read.number
    if most <= 0:
        return [], False
    found = index.find(
        wide.tier.asked, most, words=not wide.sure, below=wide.read.last, above=wide.above
    )
    said = found if wide.sure else [one for one in found if wide.judging.is_said_in(one)]
    return said, len(found) < most and not wide.above


def read_on(index: Any, tier: Tier, judging: Judging, above: int = 0) -> Read:
    """Its newest passages, judged, and further ones as long as few of them say it.

    above: no older ones than that, unless it is a tier that holds all there is, and few say it.
    """
    done = _further(index, tier, judging, tier.most, Read([]), above)
    for _ in range(ROUNDS if tier.name in FURTHER else 0):
        if (done.ended and not above) or len(done.judged) >= FEW:
            break
        above = 0 if done.ended else above
        done = _further(index, tier, judging, WIDE, done, above)
    return done._replace(ended=done.ended and not above)


def _further(index: Any, tier: Tier, judging: Judging, most: int, done: Read, above: int) -> Read:
    found = index.find(tier.asked, most, words=True, below=done.last, above=above)
    return Read(
        [*done.judged, *judging.judged(found)],
        done.number + len(found),
        found[-1].id if found else done.last,
        len(found) < most,
    )
