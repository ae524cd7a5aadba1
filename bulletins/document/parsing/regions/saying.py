"""Whether regions have something to say: lists of names and of telephones do not."""

from collections.abc import Container, Mapping, Sequence

from bulletins.document.parsing.cutting.lines import Line
from bulletins.document.parsing.regions.place import Place

SENTENCE = frozenset("。；！？：:")
LONG = 20  # letters of a line that says something without any mark
EACH = 15  # letters that a paragraph which begins with a region has at least, on average
FEW = 4


def silent(lines: Sequence[Line], body: Sequence[int], places: Container[int]) -> bool:
    """Under most of them nothing is said: they are cells of a table, or entries of a list."""
    said: dict[int, bool] = {}
    current = None
    for index in body:
        if index in places:
            current = index
            said[current] = False
        elif current is not None and not said[current]:
            said[current] = says(lines[index])
    return bool(said) and sum(said.values()) * 2 < len(said)


def says(line: Line) -> bool:
    if line.marker or not line.prose:
        return True
    letters = _letters(line.text)
    return letters >= LONG or (letters >= FEW and not SENTENCE.isdisjoint(line.text))


def substantial(found: Mapping[int, Place], lines: Sequence[Line], body: Sequence[int]) -> bool:
    """At least two different regions, and on average a sentence for each: no list of telephones."""
    if len({place.code for place in found.values()}) < 2:
        return False
    said = 0
    for index, after in zip(body, [*body[1:], None], strict=True):
        if index in found:
            said += _letters(lines[index].text[found[index].end :])
            said += _letters(lines[after].text) if after is not None and after not in found else 0
    return said >= EACH * len(found)


def _letters(text: str) -> int:
    return sum(1 for char in text[:200] if "\u4e00" <= char <= "\u9fff")
