"""Which lines at the top are the title."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from bulletins.document.blocks import Clue
from bulletins.document.parsing.facts import document_number
from bulletins.document.parsing.labels import kind_of, read_facts
from bulletins.document.parsing.lines import Line
from bulletins.document.plain import bare, narrow, squeeze

SPAN = 5  # a title runs over at most this many lines
LONGEST = 120
CONFIRMED = 8  # characters; shorter ones may be the name of a site or a column
# "标题 - 栏目 - 站名"
SUFFIX = re.compile(r"\s*[-_|–—－]+\s*[^-_|–—－]*$|\s*>>.*$")
HALF = re.compile(r"(?:关于.*|办公厅|办公室|人民政府|委员会|国务院|[厅局部委院会])$")
DASH = re.compile(r"[—–-]{1,2}(?=[^—–-])")


@dataclass(frozen=True, slots=True)
class Title:
    """The title, its subtitle, and the indexes of the lines that hold them."""

    title: str = ""
    subtitle: str = ""
    used: frozenset[int] = field(default_factory=frozenset)


def find(lines: Sequence[Line], start: int, meta: int | None, clues: Sequence[Clue]) -> Title:
    """Ask in turn: a title told by the page, a set title, the line above the metadata, the first
    line.
    """
    told = list(_told(clues))
    if not (found := _matching(lines, start, told)) and (sure := _confirmed(clues)):
        return Title(sure)
    for witness in (_matching, _headed, _centred):
        if found := witness(lines, start, told):
            return _with_subtitle(lines, found, meta)
    if not told and (found := _by_place(lines, start, meta)):
        return _with_subtitle(lines, found, meta)
    return Title(told[0] if told else "")


def _told(clues: Sequence[Clue]) -> Iterator[str]:
    """Titles the page tells, most trusted first; <title> last and without the site's name."""
    ranks = {"headline": 0, "标题": 0, "h1": 1, "ArticleTitle": 2, "og:title": 3, "above": 4}
    known = [clue for clue in clues if kind_of(clue.name) == "title" or clue.name in ranks]
    for clue in sorted(known, key=lambda clue: ranks.get(clue.name, 0 if clue.visible else 2)):
        if squeeze(clue.value):
            yield squeeze(clue.value)
    for clue in clues:
        if clue.name == "title":
            yield from _cuts(squeeze(clue.value))


def _confirmed(clues: Sequence[Clue]) -> str:
    """The headline over the article, or a heading there that the page's own title confirms."""
    if headline := next((clue.value for clue in clues if clue.name == "headline"), ""):
        return squeeze(headline)
    hidden = [_same(clue.value) for clue in clues if clue.name in ("title", "og:title")]
    for clue in clues:
        seen = squeeze(clue.value)
        shown = clue.visible and clue.name == "h1" and len(seen) >= CONFIRMED
        if shown and any(title.startswith(_same(seen)) for title in hidden):
            return seen
    return ""


def _cuts(value: str) -> Iterator[str]:
    """ "标题-栏目-站名" → each shorter form; one that is too short to be a title is no witness."""
    shorter, cut = value, SUFFIX.sub("", value)
    forms = [value]
    while cut != shorter and len(cut) >= 6:
        forms.append(cut)
        shorter, cut = cut, SUFFIX.sub("", cut)
    if len(forms) > 1 or not SUFFIX.search(value):  # "通知公告_某某大学" names a column, no title
        yield from forms[::-1]


def _matching(lines: Sequence[Line], start: int, told: list[str]) -> Title | None:
    """The first lines that, put together, are a title the page tells."""
    wanted = {_same(title): title for title in reversed(told)}
    for first in range(start, min(start + 10, len(lines))):
        joined = ""
        for last in range(first, min(first + SPAN, len(lines))):
            joined += _same(lines[last].text)
            if joined in wanted:
                one_line = last == first and "\n" not in lines[first].text
                text = squeeze(lines[first].text) if one_line else wanted[joined]
                return Title(text, used=frozenset(range(first, last + 1)))
    return None


def _same(text: str) -> str:
    return narrow(bare(text))


def _headed(lines: Sequence[Line], start: int, told: list[str]) -> Title | None:
    """An h1, or the first h2 or h3 before any text."""
    for index, line in enumerate(lines[start : start + 10], start):
        if line.heading == 1 or (line.heading and line.heading <= 3 and index - start < 3):
            if fits(line):
                return Title(_flat(line.text), used=frozenset({index}))
            return None
    return None


def _centred(lines: Sequence[Line], start: int, told: list[str]) -> Title | None:
    """Centred and emphasised lines at the top, one after the other."""
    first = next((i for i in range(start, min(start + 8, len(lines))) if _opens(lines, i)), None)
    if first is None:
        return None
    last = first
    while last + 1 < len(lines) and last - first < SPAN - 1 and _set_apart(lines[last + 1]):
        last += 1
    text = "".join(_flat(line.text) for line in lines[first : last + 1])
    return Title(text, used=frozenset(range(first, last + 1))) if len(text) <= LONGEST else None


def _opens(lines: Sequence[Line], at: int) -> bool:
    emphasised = lines[at].align == "center" and lines[at].strong
    return emphasised and (fits(lines[at]) or _office_over(lines, at))


def _set_apart(line: Line) -> bool:
    return line.align == "center" and line.strong and fits(line)


def _by_place(lines: Sequence[Line], start: int, meta: int | None) -> Title | None:
    """Plain text: the line right above the metadata, else the first line if it can be one."""
    last = start if meta is None else meta - 1
    while meta is not None and last > start and DASH.match(lines[last].text):
        last -= 1
    if meta == start and _follows(lines, start):
        last = start + 1
    if not start <= last < len(lines):
        return None
    if not fits(lines[last]) and not (meta is None and _office_over(lines, last)):
        return None
    if meta is None and not any(line.text for line in lines[last + 1 :]):
        return None
    return _joined(lines, start, last, meta)


def _follows(lines: Sequence[Line], meta: int) -> bool:
    """Metadata first, then a line that can be a title, then a longer one."""
    return len(lines) > meta + 2 and fits(lines[meta + 1]) and len(lines[meta + 1].text) <= 60


def _joined(lines: Sequence[Line], start: int, last: int, meta: int | None) -> Title:
    """A title broken over lines: "国务院办公厅" / "关于……的通知"."""
    first = last
    if meta is None:
        while last + 1 < len(lines) and _halves(lines[last], lines[last + 1]):
            last += 1
    else:
        while first > start and _halves(lines[first - 1], lines[first]):
            first -= 1
    text = "".join(_flat(line.text) for line in lines[first : last + 1])
    return Title(text, used=frozenset(range(first, last + 1)))


def _halves(upper: Line, lower: Line) -> bool:
    if not (fits(upper) or upper.place) or not fits(lower):
        return False
    opened = upper.text.count("《") > upper.text.count("》")
    return opened or (bool(HALF.search(upper.text)) and lower.text.startswith(("关于", "印发")))


def _office_over(lines: Sequence[Line], at: int) -> bool:
    """天津市人民政府 alone names a place; over 关于……的通知 it is half of a title."""
    return lines[at].place and at + 1 < len(lines) and _halves(lines[at], lines[at + 1])


def fits(line: Line) -> bool:
    """It can be a title: short, no closing mark, no number before it, not an addressee or a
    date.
    """
    text = squeeze(line.text)
    if (
        not line.prose
        or line.place
        or not 2 <= len(text) <= LONGEST
        or text[-1] in "。；，、：:;,."
    ):
        return False
    if line.marker or document_number(text):
        return False
    facts = read_facts(text)
    return bool(facts.rest) and any("\u4e00" <= char <= "\u9fff" or char.isalpha() for char in text)


def _flat(text: str) -> str:
    return squeeze(text.replace("\n", ""))


def _with_subtitle(lines: Sequence[Line], found: Title, meta: int | None) -> Title:
    """ "——一至六月工作综述" on the line after."""
    after = max(found.used) + 1
    if after < len(lines) and DASH.match(squeeze(lines[after].text)) and fits(lines[after]):
        return Title(found.title, squeeze(lines[after].text), found.used | {after})
    return found
