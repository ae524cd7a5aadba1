"""What the index is asked for a query, tier by tier: where its words stand decides the order."""

from collections.abc import Sequence
from typing import NamedTuple

from bulletins.document.folding.characters import STOP
from bulletins.indexing.expressions import But, Expression, Has, all_of, any_of
from bulletins.indexing.places import COLUMN, REGION, TAG, YEAR
from bulletins.indexing.saying import beginning, paired, signs, sounding, titled
from bulletins.indexing.tokens import (
    AROUND,
    LONGEST_WHOLE,
    MARK,
    ONE,
    WHOLE,
    WORD,
)


class Sought(NamedTuple):
    """A word as it may stand in a text. texts: it and what stands for it, folded.

    sounds: ways to part it into syllables; initials: it as first letters, "" if it is none.
    """

    texts: tuple[str, ...]
    sounds: tuple[tuple[str, ...], ...] = ()
    initials: str = ""


# Rows of marks: a passage must bear one of each
Places = Sequence[Sequence[str]]


class Tier(NamedTuple):
    """How many of its passages, the newest ones, are looked at."""

    name: str
    asked: Expression
    most: int


def tiers(
    sought: Sequence[Sought], whole: str, places: Places, without: Sequence[str]
) -> list[Tier]:
    """whole: all that was typed, folded: a title may be just that. places: marks to be
    borne.

    without: pairs of characters that must not be in what is found.
    """
    alone = len(sought) == 1  # what is above a passage says nothing about it
    somewhere = None if alone else all_of(any_of((own(one), around(one))) for one in sought)
    said = any_of(map(own, sought))
    words = as_words(sought)
    exact = Has(WHOLE + whole.replace(STOP, "")) if 0 < len(whole) <= LONGEST_WHOLE else None
    asked = (
        ("exact", exact, 100),
        ("title", all_of(map(title, sought)), 40),
        ("body", all_of((somewhere, said)), 500),
        ("words", words and all_of((somewhere, words)), 80),
    )
    made = (_tier(name, one, most, places, without) for name, one, most in asked)
    return [tier for tier in made if tier]


def as_words(sought: Sequence[Sought]) -> Expression | None:
    """A pair of characters where it is a word: by chance it stands in many more texts."""
    texts = [text for one in sought for text in one.texts]
    if any(len(text) != 2 or text.isascii() for text in texts):
        return None
    return any_of(Has(WORD + text) for text in texts)


def together(sought: Sequence[Sought], places: Places, without: Sequence[str]) -> list[Tier]:
    """What was typed in a row, before it is looked for piece by piece."""
    tier = _tier("together", all_of(map(own, sought)), 500, places, without)
    return [tier] if tier else []


def newest(places: Places, without: Sequence[str]) -> Expression:
    """Whatever is there: one passage of each text."""
    return _but(all_of((Has(f"{MARK}t"), borne(places))) or Has(f"{MARK}t"), without)


def borne(places: Places) -> Expression | None:
    """One mark of each row."""
    return all_of(any_of(Has(MARK + place) for place in row) for row in places)


def title(sought: Sought) -> Expression | None:
    """In a title; by its sound, too."""
    heard = any_of((sounding(sought.sounds), beginning(sought.initials)))
    in_title = heard and all_of((Has(f"{MARK}t"), heard))
    return any_of((*(titled(text) for text in sought.texts), in_title))


def own(sought: Sought) -> Expression | None:
    """In heading or body: pairs stand for both."""
    each = (paired(text) or signs(text, ONE) for text in sought.texts)
    return any_of((*each, sounding(sought.sounds), beginning(sought.initials)))


def around(sought: Sought) -> Expression | None:
    """In what a passage stands under: title and region."""
    return any_of(paired(text, AROUND) for text in sought.texts)


def marks(region: str, columns: Sequence[int], year: str, tag: int | None) -> Places:
    """Rows of marks, of each of which one must be borne; what is empty marks nothing."""
    said = (
        [f"{REGION}{region}"] if region else [],
        [f"{COLUMN}{pk}" for pk in columns],
        [f"{YEAR}{year}"] if year else [],
        [f"{TAG}{tag}"] if tag else [],
    )
    return [row for row in said if row]


def _tier(
    name: str, asked: Expression | None, most: int, places: Places, without: Sequence[str]
) -> Tier | None:
    """None where nothing is asked."""
    narrowed = all_of((asked, borne(places))) if asked else None
    return Tier(name, _but(narrowed, without), most) if narrowed else None


def _but(asked: Expression, without: Sequence[str]) -> Expression:
    unwanted = any_of(any_of((Has(one), Has(AROUND + one))) for one in without)
    return But(asked, unwanted) if unwanted else asked
