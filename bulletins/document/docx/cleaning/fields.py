"""Word's fields (links, page numbers, tables of contents): the result is text, the instruction is
not.
"""

from dataclasses import dataclass

from lxml.etree import _Element

from bulletins.document.docx.cleaning.contents import drop_entries, drop_galleries
from bulletins.document.docx.cleaning.forms import shown
from bulletins.document.docx.cleaning.instructions import kind_of, link, symbol
from bulletins.document.docx.cleaning.overprints import printed
from bulletins.document.docx.cleaning.trees import remove
from bulletins.document.docx.names import attribute, name, within
from bulletins.document.docx.symbols import sign

HREF = "lantai-href"  # set on the leaves of a link field, read by ``leaves``
LEAVES = frozenset(
    "w:t w:tab w:ptab w:br w:cr w:sym w:noBreakHyphen w:drawing w:pict w:object".split()
)
DEEPEST = 20  # fields within fields; Word itself writes two or three
LONGEST = 4000  # of an instruction


@dataclass(slots=True, eq=False)
class Field:
    """steps: its fldChar elements, from begin to end."""

    steps: list[_Element]
    instruction: str = ""
    in_result: bool = False
    empty: bool = True  # it has no result to print
    href: str = ""

    @property
    def contents(self) -> bool:
        return kind_of(self.instruction) == "TOC"

    @property
    def silent(self) -> bool:
        return not self.in_result or self.contents

    def say(self, element: _Element) -> None:
        if not self.in_result:
            self.instruction = (self.instruction + (element.text or ""))[:LONGEST]


def resolve(root: _Element) -> int:
    """Drop instructions and tables of contents, mark the text of links; how many contents lists
    went.
    """
    contents = drop_galleries(root)
    found = _matched(root) if within(root, "w:fldChar") else []
    for one in found:
        if one.empty and (words := said_by(one.instruction) or shown(one.steps[0])):
            _print(words, one.steps[-1])
    _settle(root, {step: one for one in found for step in one.steps})
    return contents + sum(1 for one in found if one.contents) + drop_entries(root)


def _settle(root: _Element, fields: dict[_Element, Field]) -> None:
    active: list[Field] = []
    dropped: list[_Element] = []
    for element in within(root, "w:fldChar", *LEAVES) if fields else ():
        if element in fields:
            _step(element, fields[element], active)
        elif active and name(element) != "w:fldChar":
            if any(one.silent for one in active):
                dropped.append(element)
            elif href := next((one.href for one in reversed(active) if one.href), ""):
                element.set(HREF, href)
    for element in dropped:
        remove(element)


def _matched(root: _Element) -> list[Field]:
    """Every field that has all it needs; half a field hides nothing."""
    open_fields: list[Field] = []
    out: list[Field] = []
    for element in within(root, "w:fldChar", "w:instrText", "w:t", "w:sym"):
        kind, step = name(element), attribute(element, "w:fldCharType")
        if kind == "w:instrText" and open_fields:
            open_fields[-1].say(element)
        elif kind != "w:fldChar":
            for one in open_fields:
                one.empty &= not one.in_result
        elif step == "begin" and len(open_fields) < DEEPEST:
            open_fields.append(Field([element]))
        elif open_fields and step != "begin":
            open_fields[-1].in_result = True
            open_fields[-1].steps.append(element)
            if step == "end":
                out.append(_ready(open_fields.pop()))
    return out


def _ready(one: Field) -> Field:
    one.in_result, one.href = False, link(one.instruction)
    return one


def _step(element: _Element, one: Field, active: list[Field]) -> None:
    step = attribute(element, "w:fldCharType")
    if step == "begin":
        active.append(one)
    elif step == "separate":
        one.in_result = True
    elif one in active:
        active.remove(one)


def said_by(instruction: str) -> str:
    """What a field prints that keeps no result: EQ and SYMBOL say it in their instruction."""
    kind = kind_of(instruction)
    if kind == "EQ":
        return printed(instruction)
    return sign(*symbol(instruction)) if kind == "SYMBOL" else ""


def _print(words: str, end: _Element) -> None:
    """Put the words behind the last step, outside the field."""
    text = end.makeelement(str(end.tag).replace("fldChar", "t"))
    text.text = words
    end.addnext(text)
