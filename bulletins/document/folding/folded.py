"""A text without what people write differently: width, case, marks, traditional forms."""

import re

from bulletins.document.folding.characters import CHARACTERS, GAP, STOP

# Big Data and BigData are different words; 大 数据 and 大数据 are one
BETWEEN_LETTERS = re.compile(rf"{GAP}(?<=[0-9a-z]{GAP})(?=[0-9a-z])")


def fold(text: str) -> str:
    """《网络、安全》 → 网络安全; Big Data → big.data; ２０２１-０３ → 2021.03; 二〇二一 → 二零二一.

    Letters and digits, and one "." where a sentence ends or two Latin words meet; none at the
    ends. All of it is done by str and one regex: 35 MB a second.
    """
    spaced = GAP.join(text.translate(CHARACTERS).split())
    joined = BETWEEN_LETTERS.sub(STOP, spaced).replace(GAP, "")
    return STOP.join(filter(None, joined.split(STOP)))
