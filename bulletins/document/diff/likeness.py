"""How alike two pieces of a bulletin are: shared pairs of characters in heading and text."""

from dataclasses import dataclass

from bulletins.document.body import text_of
from bulletins.document.plain import bare
from bulletins.document.tree import DocumentPart, DocumentSection

LONGEST = 2_000  # characters of a body that are looked at
ALIKE = 0.4  # below this two sections have nothing to do with each other
RARE = 5  # characters of a run by which a text is recognised among a thousand
START = 600  # characters of a body that are cut into such runs

Grams = frozenset[str]


@dataclass(frozen=True, slots=True)
class Features:
    """heading, text: pairs of characters. rare: runs of five, which few others have."""

    heading: Grams
    text: Grams
    rare: Grams


def section_features(section: DocumentSection) -> Features:
    return _features(section.heading or "", text_of(section.body))


def part_features(part: DocumentPart) -> Features:
    """A part is known by its heading, its intro and the headings of its sections."""
    inside = "".join(section.heading or text_of(section.body) for section in part.sections)
    return _features(part.heading, text_of(part.intro) + inside)


def _features(heading: str, text: str) -> Features:
    heading, text = bare(heading[:LONGEST]), bare(text[:LONGEST])
    return Features(_grams(heading, 2), _grams(text, 2), _grams(heading + text[:START], RARE))


def _grams(text: str, length: int) -> Grams:
    """All runs of so many characters; a shorter text is one run."""
    last = max(len(text) - length, 0)
    return frozenset(text[at : at + length] for at in range(last + 1)) if text else frozenset()


def likeness(one: Features, other: Features) -> float:
    """0 to 1: heading and text count the same, unless neither side has one of them."""
    shares = [
        _share(left, right)
        for left, right in ((one.heading, other.heading), (one.text, other.text))
        if left or right
    ]
    return sum(shares) / len(shares) if shares else 1.0


def _share(left: Grams, right: Grams) -> float:
    return 2 * len(left & right) / (len(left) + len(right))


def closeness(i: int, count: int, j: int, other_count: int) -> float:
    """1 at the same relative place, 0 at the other end: decides between equals."""
    return 1 - abs((i + 0.5) / count - (j + 0.5) / other_count)
