"""Letters parted into syllables: fangan is 方案 (fang an) or 反感 (fan gan)."""

from collections.abc import Iterator
from functools import cache
from itertools import islice
from pathlib import Path

LONGEST_TYPED = 40  # letters; longer input is no word in pinyin
MOST_WAYS = 8
LONGEST = 6  # zhuang


def syllables(typed: str) -> tuple[tuple[str, ...], ...]:
    """The ways to read typed letters, few syllables first; () where it is no pinyin.

    "xian" → (("xian",), ("xi", "an")); what is parted ("xi'an", "xi an", folded "xi.an") stays so.
    """
    pieces = typed.lower().replace("'", " ").replace("’", " ").replace(".", " ").split()
    letters = "".join(pieces)
    if not letters or len(letters) > LONGEST_TYPED or not letters.isascii():
        return ()
    return tuple(sorted(islice(_parted(pieces), MOST_WAYS), key=len))


def _parted(pieces: list[str]) -> Iterator[tuple[str, ...]]:
    if not pieces:
        yield ()
        return
    first, rest = pieces[0], pieces[1:]
    ways = _ways(first, 0, _open_ends(first))
    yield from ((*way, *others) for way in ways for others in _parted(rest))


def _ways(letters: str, start: int, open_ends: frozenset[int]) -> Iterator[tuple[str, ...]]:
    """The longest first syllable first; open_ends keeps it out of blind alleys."""
    if start == len(letters):
        yield ()
    for end in range(min(len(letters), start + LONGEST), start, -1):
        if end in open_ends and letters[start:end] in all_syllables():
            yield from ((letters[start:end], *rest) for rest in _ways(letters, end, open_ends))


def _open_ends(letters: str) -> frozenset[int]:
    """The places from which the rest can be read."""
    known = {len(letters)}
    for start in range(len(letters) - 1, -1, -1):
        ends = range(start + 1, min(len(letters), start + LONGEST) + 1)
        if any(end in known and letters[start:end] in all_syllables() for end in ends):
            known.add(start)
    return frozenset(known)


@cache
def all_syllables() -> frozenset[str]:
    """The 410 of the characters of GB/T 2312, as a test finds them in the table of readings."""
    file = Path(__file__).with_name("syllables.txt")
    return frozenset(file.read_text(encoding="ascii").split())
