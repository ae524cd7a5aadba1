"""Under which letter a name is looked for: that of its first character's sound."""

from bisect import bisect_right

OTHERS = "#"
# GB/T 2312 puts its 3,755 common characters in the order of their sounds: the first of each letter.
FIRST = {
    0xB0A1: "A",
    0xB0C5: "B",
    0xB2C1: "C",
    0xB4EE: "D",
    0xB6EA: "E",
    0xB7A2: "F",
    0xB8C1: "G",
    0xB9FE: "H",
    0xBBF7: "J",
    0xBFA6: "K",
    0xC0AC: "L",
    0xC2E8: "M",
    0xC4C3: "N",
    0xC5B6: "O",
    0xC5BE: "P",
    0xC6DA: "Q",
    0xC8BB: "R",
    0xC8F6: "S",
    0xCBFA: "T",
    0xCDDA: "W",
    0xCEF4: "X",
    0xD1B9: "Y",
    0xD4D1: "Z",
}
STARTS, LAST = list(FIRST), 0xD7F9


def initial(name: str) -> str:
    """数据 → S, AI → A; "#" for digits and for characters whose sound is not known."""
    first = name[:1].upper()
    if first.isascii():
        return first if first.isalpha() else OTHERS
    code = _code(first)
    known = STARTS[0] <= code <= LAST
    return FIRST[STARTS[bisect_right(STARTS, code) - 1]] if known else OTHERS


def sound_order(name: str) -> bytes:
    """A key that sorts names by the sounds of their characters, as far as these are known."""
    return name.lower().encode("gb18030")


def _code(character: str) -> int:
    return int.from_bytes(character.encode("gb2312", "ignore"))
