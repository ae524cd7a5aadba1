"""A whole document that was pasted as one line: where its sections and its regions begin."""

import re
from collections.abc import Iterator

from bulletins.document.markers import read_marker
from bulletins.document.parsing.regions.gazetteer import Find

NUMBERS = re.compile(
    r"(?:(?<=[ \u3000])|^)"
    r"(?:(?P<one>[一二三四五六七八九十]{1,3}、)|[(（][一二三四五六七八九十]{1,3}[)）])"
)
SENTENCE_END = re.compile(r"(?<=[。！？；”）)])[ \u3000]+(?=\S)")
TOKENS = 4  # 内 蒙 古: letters of a spaced name


def offsets(text: str, find: Find) -> list[int]:
    """Where lines begin inside it; [] where it is a paragraph like any other."""
    found = list(NUMBERS.finditer(text))
    ones = [marker.number for one in found if one["one"] and (marker := read_marker(one["one"]))]
    regions = list(_regions(text, find))
    heads = len({start for start, _ in regions})
    counts = sum(1 for number in ones if number == 1)
    counted = len(ones) > 1 and _counts_up(ones) and (counts == 1 or counts <= heads)
    cuts = {match.start() for match in found} if counted else set()
    if heads > 1:
        cuts |= {at for region in regions for at in region}
    return sorted(cuts - {0})


def _counts_up(numbers: list[int]) -> bool:
    """一、二、三、, and perhaps 一、二、 again for the next region."""
    before = 0
    for number in numbers:
        if number != before + 1 and number != 1:
            return False
        before = number
    return numbers[0] == 1


def _regions(text: str, find: Find) -> Iterator[tuple[int, int]]:
    """A region's name between the end of a sentence and more text: where it begins and ends."""
    for gap in SENTENCE_END.finditer(text):
        end = start = gap.end()
        for _ in range(TOKENS):
            space = re.compile(r"[ \u3000]").search(text, end, start + 12)
            if not space:
                break
            end = space.end()
            region = find(text[start : space.start()])
            if region and region.code and region.how != "office":
                yield start, end
                break
