"""Public passages that may have what was meant: headings first, and texts where none has."""

from collections.abc import Iterable
from datetime import datetime
from typing import NamedTuple, Self

from bulletins.document.folding.characters import STOP
from bulletins.document.pinyin import readings, syllables
from bulletins.indexing import engine
from bulletins.indexing.expressions import Expression, Has, all_of, any_of
from bulletins.indexing.saying import beginning, paired, sounding
from bulletins.indexing.slots import state
from bulletins.indexing.sounds import sign_of
from bulletins.indexing.tokens import HEAD, ONE, pairs
from bulletins.models import Edition
from bulletins.search.finding.upcoming import upcoming
from bulletins.search.spelling.likeness import SHORTEST, SHORTEST_SLIP

MOST = 400  # passages
# An edition, and a line of it as it was cut, folded
Lines = list[tuple[int, list[str]]]
LONGEST = 8  # characters of a word in which a slip is looked for


class Moment(NamedTuple):
    """unseen: editions that are scheduled then."""

    now: datetime
    unseen: tuple[int, ...]

    @classmethod
    def at(cls, now: datetime) -> Self:
        return cls(now, upcoming(now))


def headings_like(words: Iterable[str], moment: Moment) -> Lines:
    """Titles, headings of sections, tags and regions. Two queries."""
    return _lines(any_of(map(_like, words)), 0, moment)


def headings_with(pieces: Iterable[str], moment: Moment) -> Lines:
    """The same, where they have all characters of a piece but one."""
    return _lines(any_of(map(_slipped, pieces)), 0, moment)


def texts_like(words: Iterable[str], moment: Moment) -> Lines:
    """What stands below them, where it has all pairs of a word's characters but those of one."""
    return _lines(any_of(map(_paired, words)), 1, moment)


def _lines(asked: Expression | None, line: int, moment: Moment) -> Lines:
    if asked is None:
        return []
    found = engine().find(state().slot, asked, MOST, words=True, unseen=moment.unseen)
    live = Edition.objects.live(moment.now).filter(pk__in={one.edition for one in found})
    public = set(live.values_list("pk", flat=True))
    return [
        (one.edition, one.words.split("\n")[line].split()) for one in found if one.edition in public
    ]


def _like(word: str) -> Expression | None:
    if word.isascii():
        return _said(word)
    if STOP in word or not SHORTEST <= len(word) <= LONGEST:
        return None
    return any_of((_sounding(word), _slipped(word)))


def _said(letters: str) -> Expression | None:
    """wangluo → wang and luo; wl → w before l."""
    return any_of((sounding(syllables(letters)), beginning(letters)))


def _sounding(word: str) -> Expression | None:
    """Every character by any of its readings."""
    return all_of(any_of(map(_sign, readings(sign))) or Has(ONE + sign) for sign in word)


def _slipped(word: str) -> Expression | None:
    """All of its characters but one; what stands beside each other, as pairs: they are rarer."""
    if len(word) < SHORTEST_SLIP:
        return None
    without = ((word[:n], word[n + 1 :]) for n in range(len(word)))
    return any_of(all_of((_head(before), _head(after))) for before, after in without)


def _head(run: str) -> Expression | None:
    return paired(run, HEAD) if run[1:] else _one(run)


def _one(sign: str) -> Has | None:
    return Has(ONE + sign) if sign else None


def _paired(word: str) -> Expression | None:
    """网终安全 → 终安 安全, or 安全, or 网终, or 网终 终安."""
    if word.isascii() or STOP in word or not SHORTEST_SLIP <= len(word) <= LONGEST:
        return None
    each = [Has(pair) for pair in pairs(word)]
    return any_of(all_of((*each[: max(n - 1, 0)], *each[n + 1 :])) for n in range(len(word)))


def _sign(syllable: str) -> Has | None:
    sign = sign_of(syllable)
    return Has(sign) if sign else None
