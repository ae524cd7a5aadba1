"""What becomes of each character by itself when a text is folded.

A letter or digit becomes its plain form: no width, no case, no accent, simplified. What ends a
sentence becomes a STOP, what else stands between words a GAP; what nobody sees becomes nothing.
"""

from unicodedata import category, normalize

from bulletins.document.folding.simplified import simplified

GAP, STOP = " ", "."
STOPS = frozenset("。！？；…⋯｡!?;\u037e\n\r\x0b\x0c\x85\u2028\u2029")
# Marks set on a letter, controls, formats (zero width, bidi), halves of characters
UNSEEN = frozenset({"Mn", "Me", "Cc", "Cf", "Cs"})
KEPT_BELOW = 0x10000  # rarer characters are worked out anew: hostile texts fill no memory


class Characters(dict[int, str]):
    """code → folded, for ``str.translate``; worked out when a character is first met."""

    def __missing__(self, code: int) -> str:
        folded = _folded(chr(code))
        if code < KEPT_BELOW:
            self[code] = folded
        return folded


def _folded(char: str) -> str:
    if char in STOPS:
        return STOP
    if char == "\t":
        return GAP
    plain = normalize("NFKD", normalize("NFKD", char).casefold())
    return "".join(map(_letter, plain))


def _letter(char: str) -> str:
    """One character of the plain form: ℃ is made of two, U+FDFA of eighteen."""
    if char in STOPS:
        return STOP
    simple = simplified(char)
    if simple.isalnum():
        return simple
    return "" if category(char) in UNSEEN else GAP


CHARACTERS = Characters()
