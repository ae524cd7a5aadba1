"""The folded text, and where each of its characters stands in the original."""

import re
from collections.abc import Sequence

from bulletins.document.folding.characters import CHARACTERS, GAP, STOP

RUN = re.compile(rf"[^{GAP}{STOP}]+")


def fold_placed(text: str) -> tuple[str, list[int]]:
    """《天 津》 → ("天津", [1, 3]): what ``fold`` says, and the index of each one's origin."""
    characters = text.translate(CHARACTERS)
    origins = _origins(text)
    folded: list[str] = []
    places: list[int] = []
    ended = 0
    for run in RUN.finditer(characters):
        start, end = run.span()
        if folded and _parted(characters, ended, start):
            folded.append(STOP)
            places.append(origins[ended])
        folded.append(run[0])
        places += origins[start:end]
        ended = end
    return "".join(folded), places


def _origins(text: str) -> Sequence[int]:
    """For each character that becomes of the text, which one it came from; mostly its like."""
    if all(len(CHARACTERS[ord(char)]) == 1 for char in set(text)):
        return range(len(text))
    return [at for at, char in enumerate(text) for _ in CHARACTERS[ord(char)]]


def _parted(characters: str, ended: int, start: int) -> bool:
    """Whether what stands between two runs is more than air."""
    latin = characters[ended - 1].isascii() and characters[start].isascii()
    return latin or STOP in characters[ended:start]
