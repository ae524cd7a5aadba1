"""Which lines at the top are the title."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from bulletins.document.blocks import Clue
from bulletins.document.markers import is_chapter
from bulletins.document.parsing.cutting.lines import Line
from bulletins.document.parsing.top.title_lines import (
    DASH,
    SPAN,
    fits,
    flat,
    halves,
    is_office_over,
    opens,
    set_apart,
)
from bulletins.document.parsing.top.title_place import place_of
from bulletins.document.parsing.top.told_titles import confirmed, same, told
from bulletins.document.plain import squeeze

LONGEST = 120


@dataclass(frozen=True, slots=True)
class Title:
    """The title, its subtitle, and the indexes of the lines that hold them."""

    title: str = ""
    subtitle: str = ""
    used: frozenset[int] = field(default_factory=frozenset)


def find(
    lines: Sequence[Line], start: int, metas: Sequence[int], clues: Sequence[Clue], label: str
) -> Title:
    """Ask in turn: a title told by the page or by a label in the text, a set title, the line
    above the metadata, the first line.
    """
    titles = _titles(label, list(told(clues)), metas, clues)
    if not (found := _matching(lines, start, titles)) and (sure := confirmed(clues)):
        return Title(sure)
    for witness in (_matching, _headed, _centred):
        if found := witness(lines, start, titles):
            return _with_subtitle(lines, found)
    placed = _by_place(lines, start, metas)
    if placed and all(same(title) in same(placed.title) for title in titles):
        return _with_subtitle(lines, placed)  # <title>批复</title> is a piece of it
    return Title(titles[0] if titles else "")


def _titles(label: str, told: list[str], metas: Sequence[int], clues: Sequence[Clue]) -> list[str]:
    """Where the metadata are, the lines above them are too: that a line stands there tells nothing
    by itself, and nothing against a label.
    """
    places = {same(clue.value) for clue in clues if clue.name == "above" and metas}
    sure = [title for title in told if same(title) not in places]
    if label:
        return [label, *sure]
    return told if sure else []


def _matching(lines: Sequence[Line], start: int, titles: list[str]) -> Title | None:
    """The first lines that, put together, are a title the page tells."""
    wanted = {same(title): title for title in reversed(titles)}
    for first in range(start, min(start + 10, len(lines))) if wanted else ():
        joined = ""
        for last in range(first, min(first + SPAN, len(lines))):
            joined += same(lines[last].text)
            if joined in wanted:
                one_line = last == first and "\n" not in lines[first].text
                text = squeeze(lines[first].text) if one_line else wanted[joined]
                return Title(text, used=frozenset(range(first, last + 1)))
    return None


def _headed(lines: Sequence[Line], start: int, titles: list[str]) -> Title | None:
    """An h1, or the first h2 or h3 before any text; but where sections are h1 themselves, what is
    set as a title above them.
    """
    if sum(line.heading == 1 for line in lines) > 1 and _is_set_above(lines, start):
        return None
    for index, line in enumerate(lines[start : start + 10], start):
        if line.heading == 1 or (line.heading and line.heading <= 3 and index - start < 3):
            return Title(flat(line.text), used=frozenset({index})) if fits(line) else None
    return None


def _is_set_above(lines: Sequence[Line], start: int) -> bool:
    """A title without heading level stands over the first heading."""
    for index, line in enumerate(lines[start : start + 8], start):
        if line.heading == 1:
            return False
        if opens(lines, index):
            return True
    return False


def _centred(lines: Sequence[Line], start: int, titles: list[str]) -> Title | None:
    """Centred and emphasised lines at the top, one after the other."""
    first = next((i for i in range(start, min(start + 8, len(lines))) if opens(lines, i)), None)
    if first is None:
        return None
    last = first
    while last - first < SPAN - 1 and _goes_on(lines, last):
        last += 1
    text = "".join(flat(line.text) for line in lines[first : last + 1])
    return Title(text, used=frozenset(range(first, last + 1))) if len(text) <= LONGEST else None


def _goes_on(lines: Sequence[Line], at: int) -> bool:
    """The next line is set like this one, and no heading under it."""
    if at + 1 >= len(lines) or not set_apart(lines[at + 1]):
        return False
    return lines[at + 1].heading == lines[at].heading and not is_chapter(lines[at + 1].text)


def _by_place(lines: Sequence[Line], start: int, metas: Sequence[int]) -> Title | None:
    """Plain text: one line, or several of a broken title ("国务院办公厅" / "关于……的通知")."""
    at = place_of(lines, start, metas)
    if at is None or not (fits(lines[at]) or (not metas and is_office_over(lines, at))):
        return None
    first = last = at
    while last + 1 < len(lines) and last + 1 not in metas and halves(lines[last], lines[last + 1]):
        last += 1
    while first > start and first - 1 not in metas and halves(lines[first - 1], lines[first]):
        first -= 1
    text = "".join(flat(line.text) for line in lines[first : last + 1])
    return Title(text, used=frozenset(range(first, last + 1)))


def _with_subtitle(lines: Sequence[Line], found: Title) -> Title:
    """ "——一至六月工作综述" on the line after."""
    after = max(found.used) + 1
    if after < len(lines) and DASH.match(squeeze(lines[after].text)) and fits(lines[after]):
        return Title(found.title, squeeze(lines[after].text), found.used | {after})
    return found
