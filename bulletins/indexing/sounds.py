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
    heard = [_heard(char) for char in folded]
    whole = "".join([said[:1] or STOP for _, said in heard])
    others = [
        whole[max(n - 1, 0) : n] + other + whole[n + 1 : n + 2]
        for n, (_, said) in enumerate(heard)
        for other in said[1:]
    ]
    signs = "".join(dict.fromkeys("".join([signs for signs, _ in heard])))
    return f"{signs}\n{STOP.join([whole, *others])}" if folded else ""


@lru_cache(maxsize=10_000)
def _heard(char: str) -> tuple[str, str]:
    """Of a character its syllables as signs, and the letters that these begin with."""
    said = readings(char) or ((char,) if char.isascii() else ())
    signs = (sign_of(one) for one in said)
    return "".join(filter(None, signs)), "".join(dict.fromkeys(one[0] for one in said))
