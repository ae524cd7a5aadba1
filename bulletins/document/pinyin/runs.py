"""Where a text says what was typed in letters, as input methods take it.

wangluoanquan, wlaq, wangluoaq and, while it is still being typed, wangluoanqu are all 网络安全.
"""

from collections.abc import Callable, Iterator
from functools import lru_cache

from bulletins.document.pinyin.characters import readings
from bulletins.document.pinyin.syllables import LONGEST_TYPED

SHORTEST_TYPED = 2  # letters; one alone stands for too much
LONG_INITIALS = ("zh", "ch", "sh")
# From which places of what was typed a character leads on (as bits), and how far
Moves = tuple[tuple[int, int], ...]
Ways = Callable[[str, str], Iterator[tuple[int, int]]]


def find_run(folded_text: str, typed: str) -> tuple[int, int] | None:
    """Start and end of the first run in full syllables; failing that, in initials and beginnings.

    typed: folded; letters and digits only, or nothing is found. Latin words stand for themselves:
    5gjishu finds 5g技术. Takes one step per character, however many readings there are.
    """
    asked = typed.replace(".", "")
    if not (SHORTEST_TYPED <= len(asked) <= LONGEST_TYPED and asked.isascii() and asked.isalnum()):
        return None
    return _find(folded_text, asked, _full) or _find(folded_text, asked, _shortened)


def _find(text: str, typed: str, ways: Ways) -> tuple[int, int] | None:
    moves = _moves(typed, ways)
    end = _end(text, moves, 0, everywhere=True)
    if end is None:
        return None
    last = text[max(0, end - len(typed)) : end]  # each character takes a letter at least
    start = next(at for at in range(len(last)) if _end(last, moves, at) == len(last))
    return end - len(last) + start, end


@lru_cache(16)
def _moves(typed: str, ways: Ways) -> "_Moves":
    """Kept for a while: one question is put to many texts."""
    return _Moves(typed, ways)


class _Moves(dict[str, Moves]):
    """What each character does for this question, worked out when it is first met."""

    def __init__(self, typed: str, ways: Ways) -> None:
        self.typed, self.ways = typed, ways

    def __missing__(self, char: str) -> Moves:
        far: dict[int, int] = {}
        for start, length in self.ways(self.typed, char):
            far[length] = far.get(length, 0) | 1 << start
        self[char] = tuple((places, length) for length, places in far.items())
        return self[char]


def _end(text: str, moves: _Moves, start: int, *, everywhere: bool = False) -> int | None:
    """Where a run that begins at start, or anywhere after it, is complete."""
    done = 1 << len(moves.typed)
    reached = 1
    for at in range(start, len(text)):
        came = 0
        for places, length in moves[text[at]]:
            came |= (reached & places) << length
        if came & done:
            return at + 1
        reached = came | 1 if everywhere else came
        if not reached:
            return None
    return None


def _full(typed: str, char: str) -> Iterator[tuple[int, int]]:
    """Where in what was typed this character is read in full: (start, letters)."""
    for sound in _sounds(char):
        yield from ((at, len(sound)) for at in _places(typed, sound))


def _shortened(typed: str, char: str) -> Iterator[tuple[int, int]]:
    """The same, or by its initial, or as far as the last syllable has been typed."""
    yield from _full(typed, char)
    for sound in _sounds(char):
        shorts = (sound[:1], sound[:2]) if sound.startswith(LONG_INITIALS) else (sound[:1],)
        for short in shorts:
            yield from ((at, len(short)) for at in _places(typed, short))
        for length in range(1, min(len(sound), len(typed) + 1)):
            if typed.endswith(sound[:length]):
                yield len(typed) - length, length


def _sounds(char: str) -> tuple[str, ...]:
    return (char,) if char.isascii() else readings(char)


def _places(typed: str, piece: str) -> Iterator[int]:
    at = typed.find(piece)
    while at >= 0:
        yield at
        at = typed.find(piece, at + 1)
