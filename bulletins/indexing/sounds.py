"""How a heading sounds, short enough to stand in a row.

Two lines: its syllables, each as one character of Unicode's private use area, every reading of
every character; then its initials, 网络安全 → wlaq, and for each other reading its neighbourhood.
"""

from functools import cache, lru_cache

from bulletins.document.folding.characters import STOP
from bulletins.document.pinyin import readings
from bulletins.document.pinyin.syllables import all_syllables

FIRST = 0xE000


@cache
def _numbers() -> dict[str, str]:
    return {syllable: chr(FIRST + n) for n, syllable in enumerate(sorted(all_syllables()))}


def sign_of(syllable: str) -> str | None:
    """The character that stands for a syllable; None for what is none."""
    return _numbers().get(syllable)


@lru_cache(maxsize=20_000)
def sounds_of(folded: str) -> str:
    """Of a folded heading; "" of an empty one."""
    heard = [readings(sign) or ((sign,) if sign.isascii() else ()) for sign in folded]
    signs = dict.fromkeys(sign_of(one) for said in heard for one in said)
    initials = [tuple(dict.fromkeys(one[0] for one in said)) for said in heard]
    whole = "".join(said[0] if said else STOP for said in initials)
    others = (
        whole[max(n - 1, 0) : n] + other + whole[n + 1 : n + 2]
        for n, said in enumerate(initials)
        for other in said[1:]
    )
    syllables = "".join(sign for sign in signs if sign)
    return f"{syllables}\n{STOP.join([whole, *others])}" if folded else ""
