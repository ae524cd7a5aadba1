"""Word's automatic numbers: what numbering.xml prints before each paragraph (ECMA-376, 17.9)."""

import re
from dataclasses import dataclass, field, replace

from lxml.etree import _Element

from bulletins.document.docx.names import attribute, child, children, number, switch, value
from bulletins.document.docx.numerals import spell
from bulletins.document.docx.styles import Styles

LEVELS = 9
LONGEST_LABEL = 100
REFERENCE = re.compile(r"%([1-9])")
CUSTOM = re.compile(r"\s*(0*)1\b")  # numFmt custom, format="001, 002, 003, …"


@dataclass(frozen=True, slots=True)
class Level:
    """form: ST_NumberFormat. restart: the level (from 1) after which it starts anew, 0 = never,
    None = any above.
    """

    form: str = "decimal"
    text: str = ""
    start: int = 1
    restart: int | None = None
    plain_digits: bool = False
    style: str = ""
    suffix: str = "tab"


@dataclass(frozen=True, slots=True)
class Scheme:
    """One w:num: its levels, the count it shares (its w:abstractNum), where it starts over."""

    count: str
    levels: tuple[Level, ...]
    starts: dict[int, int] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Place:
    """Where a paragraph stands in a list."""

    scheme: str
    level: int


@dataclass(slots=True)
class Numbering:
    """The schemes of one file, and how far each has counted."""

    schemes: dict[str, Scheme]
    styles: Styles
    _counts: dict[str, list[int | None]] = field(default_factory=dict)
    _started: set[tuple[str, int]] = field(default_factory=set)

    def place(self, paragraph: _Element) -> Place | None:
        """The list a paragraph is in, by itself or through its style; None where it is in none."""
        scheme = level = None
        for properties in self.styles.paragraph_properties(paragraph):
            said = child(properties, "w:numPr")
            if said is not None:
                scheme = scheme or value(said, "w:numId")
                level = value(said, "w:ilvl") if level is None else level
            if scheme is not None:
                break
        if scheme is None or scheme not in self.schemes:
            return None
        at = self._level_of_style(scheme, paragraph) if level is None else number(level)
        return Place(scheme, max(0, min(at, LEVELS - 1)))

    def _level_of_style(self, scheme: str, paragraph: _Element) -> int:
        style = value(child(paragraph, "w:pPr"), "w:pStyle") or ""
        levels = self.schemes[scheme].levels
        return next((at for at, level in enumerate(levels) if style and level.style == style), 0)

    def level(self, place: Place) -> Level:
        return self.schemes[place.scheme].levels[place.level]

    def start(self, place: Place) -> int:
        """Where that list begins to count."""
        scheme = self.schemes[place.scheme]
        return scheme.starts.get(place.level, self.level(place).start)

    def count(self, place: Place) -> str:
        """Count one paragraph and give its printed label: "一、", "（二）", "2.1"."""
        scheme = self.schemes[place.scheme]
        counts = self._counts.setdefault(scheme.count, [None] * LEVELS)
        now, level = counts[place.level], scheme.levels[place.level]
        start = scheme.starts.get(place.level, level.start)
        overridden = (
            place.level in scheme.starts and (place.scheme, place.level) not in self._started
        )
        self._started.add((place.scheme, place.level))
        counts[place.level] = start if now is None or overridden else now + 1
        self._start_below_afresh(scheme, counts, place.level)
        return self._label(scheme, counts, place.level)

    @staticmethod
    def _start_below_afresh(scheme: Scheme, counts: list[int | None], at: int) -> None:
        for below in range(at + 1, LEVELS):
            restart = scheme.levels[below].restart
            if restart is None or 0 < at + 1 <= restart:
                counts[below] = None

    @staticmethod
    def _label(scheme: Scheme, counts: list[int | None], at: int) -> str:
        own = scheme.levels[at]

        def printed(found: re.Match[str]) -> str:
            index = int(found[1]) - 1
            level = scheme.levels[index]
            # A level above that no paragraph has used yet counts as begun.
            counted = counts[index]
            if counted is None:
                counted = counts[index] = scheme.starts.get(index, level.start)
            return spell(counted, "decimal" if own.plain_digits else level.form)

        return REFERENCE.sub(printed, own.text)[:LONGEST_LABEL].strip()


def read_numbering(root: _Element | None, styles: Styles) -> Numbering:
    """Everything in numbering.xml."""
    if root is None:
        return Numbering({}, styles)
    abstracts = {
        attribute(one, "w:abstractNumId") or "": one for one in children(root, "w:abstractNum")
    }
    nums = {attribute(one, "w:numId") or "": one for one in children(root, "w:num")}
    nums.pop("0", None)  # numId 0 means: no list
    schemes = {key: _scheme(num, nums, abstracts, styles) for key, num in nums.items()}
    return Numbering(schemes, styles)


def _scheme(
    num: _Element, nums: dict[str, _Element], abstracts: dict[str, _Element], styles: Styles
) -> Scheme:
    count, abstract = _abstract(num, nums, abstracts, styles)
    levels = [Level() for _ in range(LEVELS)]
    for definition in children(abstract, "w:lvl") if abstract is not None else ():
        _put(levels, definition)
    starts: dict[int, int] = {}
    for override in children(num, "w:lvlOverride"):
        at = number(attribute(override, "w:ilvl"))
        replacement = child(override, "w:lvl")
        if replacement is not None:
            _put(levels, replacement, at)
        if (start := value(override, "w:startOverride")) is not None:
            starts[at] = number(start, 1)
    return Scheme(count, tuple(levels), starts)


def _abstract(
    num: _Element, nums: dict[str, _Element], abstracts: dict[str, _Element], styles: Styles
) -> tuple[str, _Element | None]:
    """A w:num's definition; a numStyleLink sends one on to the list style that holds it."""
    for _ in range(5):
        key = value(num, "w:abstractNumId") or ""
        abstract = abstracts.get(key)
        link = value(abstract, "w:numStyleLink")
        style = styles.by_id.get(link or "")
        target = value(child(style, "w:pPr", "w:numPr"), "w:numId")
        if not target or target not in nums:
            return key, abstract
        num = nums[target]
    return key, abstract


def _put(levels: list[Level], definition: _Element, at: int | None = None) -> None:
    at = number(attribute(definition, "w:ilvl")) if at is None else at
    if 0 <= at < LEVELS:
        levels[at] = _level(definition)


def _level(definition: _Element) -> Level:
    restart = value(definition, "w:lvlRestart")
    level = Level(
        text=value(definition, "w:lvlText") or "",
        start=number(value(definition, "w:start"), 1),  # the schema says 0, every writer means 1
        restart=None if restart is None else number(restart),
        plain_digits=switch(definition, "w:isLgl") or False,
        style=value(definition, "w:pStyle") or "",
        suffix=value(definition, "w:suff") or "tab",
    )
    form = child(definition, "w:numFmt")
    return level if form is None else replace(level, form=_form(form))


def _form(element: _Element) -> str:
    form = attribute(element, "w:val") or "decimal"
    custom = CUSTOM.match(attribute(element, "w:format") or "") if form == "custom" else None
    return form if custom is None else ("decimalZero" if custom[1] else "decimal")
