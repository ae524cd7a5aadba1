"""Titles of public texts that have what was typed, those that begin with it first."""

from collections.abc import Sequence
from datetime import datetime
from typing import NamedTuple

from bulletins.document.pinyin import syllables
from bulletins.indexing import engine
from bulletins.indexing.expressions import Expression, Has, all_of, any_of
from bulletins.indexing.saying import beginning, sounding, titled
from bulletins.indexing.slots import state
from bulletins.indexing.tokens import MARK
from bulletins.models import Edition
from bulletins.models.passage import PassageKind
from bulletins.search.finding.upcoming import upcoming
from bulletins.search.suggesting.suggestion import Fit, best_fit

LOOKED_AT = 200  # passages, the newest
INITIALS_ALONE = 2  # letters: inside of a title any two are found
LONGEST_END = 5  # letters of a syllable that is still being typed


class Title(NamedTuple):
    """number: of the article."""

    text: str
    number: int
    fit: Fit


def titles_like(words: Sequence[str], now: datetime) -> list[Title]:
    """Those that have all words (folded), the best fit first, then the newest. Four queries."""
    each = [_has(word) for word in words]
    asked = all_of(each)
    if asked is None or None in each:
        return []
    found = engine().find(state().slot, asked, LOOKED_AT, unseen=upcoming(now))
    live = Edition.objects.live(now).filter(pk__in={one.edition for one in found})
    newest = live.order_by("-article__first_published_at", "-pk")
    read = newest.values_list("title", "article__number")
    fits = ((text, number, _fit(text, words)) for text, number in read)
    titles = (Title(text, number, fit) for text, number, fit in fits if number and fit is not None)
    return sorted(titles, key=lambda one: one.fit)


def _fit(title: str, words: Sequence[str]) -> Fit | None:
    """That of the first word, if the title has all of them."""
    fits = [best_fit((title,), word) for word in words]
    by_chance = fits[0] == Fit.SOUNDS_INSIDE and len(words[0]) <= INITIALS_ALONE
    return None if None in fits or by_chance else fits[0]


def _has(word: str) -> Expression | None:
    """A title that may have it, or sound so."""
    if not word.isascii():
        return titled(word)
    heard = any_of((_said(word), beginning(word)))
    return any_of((titled(word), heard and all_of((Has(MARK + PassageKind.TITLE), heard))))


def _said(letters: str) -> Expression | None:
    """The syllables that are complete; wangluoanq is wang luo an, and something with q."""
    for end in range(len(letters), max(len(letters) - LONGEST_END, 1), -1):
        if ways := syllables(letters[:end]):
            return sounding(ways)
    return None
