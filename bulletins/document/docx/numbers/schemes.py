"""The numbering that a file defines: numbering.xml as schemes of nine levels (ECMA-376, 17.9)."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from lxml.etree import _Element

from bulletins.document.docx.names import attribute, child, children, number, switch, value
from bulletins.document.docx.styles import Styles

LEVELS = 9
FOLLOWED = 5  # links from one definition to the next; Word writes one
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

    def start(self, level: int) -> int:
        """Where that level begins to count."""
        return self.starts.get(level, self.levels[level].start)


def read_schemes(root: _Element | None, styles: Styles) -> dict[str, Scheme]:
    """Everything in numbering.xml, by w:numId."""
    if root is None:
        return {}
    nums = {attribute(one, "w:numId") or "": one for one in children(root, "w:num")}
    nums.pop("0", None)  # numId 0 means: no list
    definitions = _Definitions(
        nums,
        {attribute(one, "w:abstractNumId") or "": one for one in children(root, "w:abstractNum")},
        styles,
    )
    return {key: definitions.scheme(num) for key, num in nums.items()}


@dataclass(frozen=True, slots=True)
class _Definitions:
    nums: dict[str, _Element]
    abstracts: dict[str, _Element]
    styles: Styles

    def scheme(self, num: _Element) -> Scheme:
        count, abstract = self._abstract(num)
        levels = [Level() for _ in range(LEVELS)]
        for definition in children(abstract, "w:lvl") if abstract is not None else ():
            _put(levels, definition)
        starts = dict(_overrides(num, levels))
        return Scheme(count, tuple(levels), starts)

    def _abstract(self, num: _Element) -> tuple[str, _Element | None]:
        """A w:num's definition; a numStyleLink sends one on to the list style that holds it."""
        for _ in range(FOLLOWED):
            key = value(num, "w:abstractNumId") or ""
            abstract = self.abstracts.get(key)
            style = self.styles.by_id.get(value(abstract, "w:numStyleLink") or "")
            target = value(child(style, "w:pPr", "w:numPr"), "w:numId")
            if not target or target not in self.nums:
                return key, abstract
            num = self.nums[target]
        return key, abstract


def _overrides(num: _Element, levels: list[Level]) -> Iterator[tuple[int, int]]:
    """Levels that this w:num replaces, put in their place; those that start over, and where."""
    for override in children(num, "w:lvlOverride"):
        at = number(attribute(override, "w:ilvl"))
        replacement = child(override, "w:lvl")
        if replacement is not None:
            _put(levels, replacement, at)
        if (start := value(override, "w:startOverride")) is not None:
            yield at, number(start, 1)


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
