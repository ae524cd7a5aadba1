"""Passages of a tier, read and judged: where most only look as if they said it, further back."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any, NamedTuple

from bulletins.document.folding.characters import STOP
from bulletins.indexing.engines.candidates import EVERYTHING, Candidate
from bulletins.models.passage import PassageKind as Kind
from bulletins.search.finding.asking import Sought, Tier
from bulletins.search.finding.judging import Judged, is_said, judge

FEW = 10  # texts: a page
WIDE = 500  # passages by which articles are counted, and facets made
FURTHER = ("together", "body")  # tiers that hold all there is
NEAR, MOST = 100, 200  # the newest are judged, whatever they are; so many in all
BETTER = (Kind.TITLE, Kind.NAMES, Kind.LEAD, Kind.INTRO)  # beside what says it in its heading
ROUNDS = 8  # as many times as many are read where most only look as if they said it
EXACT = 1_000.0  # a title that is what was typed stands first, always


@dataclass(frozen=True)
class Judging:
    """By what passages of a tier are judged."""

    tier: str
    sought: Sequence[Sought]
    whole: str
    unwanted: Sequence[str]
    cut: bool = False  # not all of it was asked for

    @cached_property
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
        """Whether it says every word, and nothing that is unwanted."""
        return self.is_idle or is_said(candidate, self.sought, self.unwanted)

    def is_better(self, candidate: Candidate) -> bool:
        """Whether it says it where that counts for more."""
        if candidate.kind in BETTER:
            return True
        head = candidate.words.partition("\n")[0].replace(" ", "")
        return any(text in head for one in self.sought for text in one.texts)

    def judged(self, found: Iterable[Candidate]) -> list[Judged]:
        said = (judge(one, self.sought, self.whole, self.unwanted) for one in found)
        judged = [one for one in said if one]
        if self.tier != "exact":
            return judged
        return [one._replace(score=EXACT + one.score, why=f"标题相同，{one.why}") for one in judged]


class Read(NamedTuple):
    """Of a tier: judged; others that say it; the last that was looked into; whether that is all."""

    judged: list[Judged]
    others: list[Candidate]
    last: int = EVERYTHING
    ended: bool = False

    @property
    def is_page(self) -> bool:
        return len(self.judged) + len(self.others) >= FEW


def read_on(
    index: Any, tier: Tier, judging: Judging, cut: Tier, *, share: float = 0.0, above: int = 0
) -> Read:
    """Its newest passages, and further ones as long as few of them say it.

    cut: the tier with fewer pairs, asked first; where it has more than is read at once, and few
    of them say it, those of the tier are asked.
    share: of the passages that are likely to have its tokens. above: no older ones than that,
    unless it is a tier that holds all there is, and few say it.
    """
    done = _further(index, cut, judging, tier.most, Read([], []), share, above)
    for _ in range(ROUNDS if tier.name in FURTHER else 0):
        if done.is_page or (done.ended and not above):
            break
        above, asked = (0, cut) if done.ended else (above, tier)
        done = _further(index, asked, judging, WIDE, done, share, above)
    return done._replace(ended=done.ended and not above)


def _further(
    index: Any, tier: Tier, judging: Judging, most: int, done: Read, share: float, above: int
) -> Read:
    found = index.find(tier.asked, most, words=True, below=done.last, above=above, share=share)
    said = [one for one in found if judging.is_said_in(one)]
    worth, others = _parted(said, judging, MOST - len(done.judged))
    return Read(
        [*done.judged, *judging.judged(worth)],
        [*done.others, *others],
        found[-1].id if found else done.last,
        len(found) < most,
    )


def _parted(
    said: Sequence[Candidate], judging: Judging, most: int
) -> tuple[list[Candidate], list[Candidate]]:
    """Those worth judging, so many at most: the newest, and others that say it where it counts."""
    better = [one for one in said[NEAR:] if judging.is_better(one)]
    worth = [*said[:NEAR], *better][: max(most, 0)]
    known = {one.id for one in worth}
    return worth, [one for one in said if one.id not in known]
