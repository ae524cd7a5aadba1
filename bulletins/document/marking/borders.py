"""Where an excerpt may begin and end without tearing anything apart."""

import re

from bulletins.document.folding.characters import CHARACTERS

SENTENCE_END = re.compile(r"[。！？；!?;\n][”’」』）)\s]*")
PAUSE = re.compile(r"[，、：,:]")
LATIN = re.compile(r"[A-Za-z0-9]{1,30}")


def beginning(text: str, first: int, around: int) -> tuple[int, bool]:
    """The place, and whether a sentence begins there; at most `around` before the first mark."""
    floor = max(0, first - around)
    borders = [found.end() for found in SENTENCE_END.finditer(text, max(0, floor - 1), first)]
    if floor == 0 or borders:
        return _after_spaces(text, borders[0] if floor else 0, first), True
    if pause := PAUSE.search(text, floor, floor + around // 2):
        return pause.end(), False
    return min(_whole(text, floor), first), False


def ending(text: str, least: int, most: int) -> tuple[int, bool]:
    """The last end of a sentence between the two, else a pause, else about where most is."""
    if most >= len(text):
        return _before_spaces(text, len(text)), True
    borders = [found.end() for found in SENTENCE_END.finditer(text, least, most)]
    if borders:
        return _before_spaces(text, borders[-1]), True
    pauses = [found.start() for found in PAUSE.finditer(text, (least + most) // 2, most)]
    return (pauses[-1] if pauses else _whole(text, most)), False


def _whole(text: str, at: int) -> int:
    """The end of the Latin word in which that place is, and of what is set on a character."""
    if at and LATIN.match(text, at - 1) and (rest := LATIN.match(text, at)):
        return rest.end()
    most = min(len(text), at + 30)
    while at < most and not CHARACTERS[ord(text[at])]:
        at += 1
    return at


def _after_spaces(text: str, start: int, most: int) -> int:
    while start < most and text[start].isspace():
        start += 1
    return start


def _before_spaces(text: str, end: int) -> int:
    while end and text[end - 1].isspace():
        end -= 1
    return end
