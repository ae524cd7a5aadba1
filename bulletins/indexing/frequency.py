"""How often tokens stand in passages, as a sample tells, and what need not be asked therefore.

An index walks along the list of every token it is asked for. Beside rare ones, those that are
everywhere cost most and tell least, and whoever asks looks into the text anyway.
"""

from collections import Counter
from collections.abc import Mapping
from functools import lru_cache
from math import prod, sqrt

from bulletins.indexing.entering import SAID
from bulletins.indexing.expressions import All, Any, But, Expression, Has, all_of
from bulletins.indexing.slots import rows_of
from bulletins.indexing.tokens import AROUND, HEAD, SIGNS, TITLE, tokens_of

SMALL = 8_192  # passages: as many are read at once
SAMPLE = 500
SEEN = 3  # times in the sample: less says nothing
RARE = 0.002  # the share of what was not seen so often
FEW = 0.5  # passages that are to be expected, if words stood by chance: they do not, so some more
# What so many passages have tells little and takes longest: not asked where others leave so few
EVERYWHERE, READ = 0.25, 1_000
# Pairs of one word stand together far more often than by chance: what a few of them leave is it,
# mostly. Beside other words, fewer do
MOST_PAIRS, MOST_BESIDE = 4, 2
PAIRS = HEAD + TITLE + AROUND  # before pairs of characters, as the texts themselves have them

Shares = Mapping[str, float]


def shares(slot: str, newest: int) -> Shares:
    """Token → in which part of the passages it stands; empty of a small index.

    newest: the greatest id. One query for each eight thousand passages that come.
    """
    return _sampled(slot, newest // SMALL) if newest >= SMALL else {}


@lru_cache(maxsize=1)
def _sampled(slot: str, thousands: int) -> Shares:
    ids = range(1, thousands * SMALL, max(thousands * SMALL // SAMPLE, 1))
    rows = rows_of(slot)._default_manager.filter(pk__in=ids).values_list(*SAID)
    counts = Counter(token for row in rows for token in tokens_of(*row))
    return {token: n / len(ids) for token, n in counts.items() if n >= SEEN}


def lighter(asked: Expression, known: Shares, passages: int, most: int = MOST_PAIRS) -> Expression:
    """The same, or what holds of more passages and is asked sooner; these are to be looked into.

    most: pairs that are asked together. Nothing is left out where nothing is known.
    """
    if not known:
        return asked
    match asked:
        case All():
            return _of_all(_flat(asked), known, passages, most)
        case Any(each):
            return Any(tuple(lighter(one, known, passages, MOST_BESIDE) for one in each))
        case But(one, other):
            return But(lighter(one, known, passages), other)
    return asked


def likely(asked: Expression, known: Shares) -> float:
    """In which part of the passages it holds, roughly: words that stand together do so more often
    than by chance. 0 where nothing is known.
    """
    if not known:
        return 0.0
    match asked:
        case All():
            each = sorted(_share(one, known) for one in _flat(asked))
            return sqrt(prod(each) * each[0])
        case _:
            return _share(asked, known)


def _of_all(each: list[Expression], known: Shares, passages: int, most: int) -> Expression:
    """Of pairs the rarest, until few passages are left; whatever else there is, all."""
    single = [one for one in each if isinstance(one, Has) and _is_of_pairs(one)]
    rare = sorted(single, key=lambda one: _share(one, known))[:most]
    each = [one for one in each if one not in single or one in rare]
    kept = [one for one in each if not _is_of_pairs(one)]
    for one in sorted(filter(_is_of_pairs, each), key=lambda one: _share(one, known)):
        if passages * prod(_share(other, known) for other in kept) > FEW or not kept:
            kept.append(one)
    asked = _narrowing(kept, known, passages)
    found = all_of(one if isinstance(one, Has) else lighter(one, known, passages) for one in asked)
    assert found, "of nothing, nobody asks"
    return found


def _narrowing(each: list[Expression], known: Shares, passages: int) -> list[Expression]:
    shares = [(one, _share(one, known)) for one in each]
    others = [(one, n) for one, n in shares if n < EVERYWHERE or not _is_of_pairs(one)]
    few = others and passages * prod(n for _, n in others) <= READ
    return [one for one, _ in others] if few else each


def _flat(asked: All) -> list[Expression]:
    parts = (_flat(one) if isinstance(one, All) else [one] for one in asked.each)
    return [one for part in parts for one in part]


def _share(asked: Expression, known: Shares) -> float:
    match asked:
        case Has(token):
            return known.get(token, RARE)
        case All(each):
            return min(_share(one, known) for one in each)
        case Any(each):
            return min(sum(_share(one, known) for one in each), 1.0)
        case But(one, _):
            return _share(one, known)


def _is_of_pairs(asked: Expression) -> bool:
    match asked:
        case Has(token):
            return token[0] in PAIRS or (len(token) == 2 and token[0] not in SIGNS)
        case All(each) | Any(each):
            return all(_is_of_pairs(one) for one in each)
        case But():
            return False
