"""Word's fields (links, page numbers, tables of contents): the result is text, the instruction is
not.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from lxml.etree import _Element

from bulletins.document.docx.cleaning.trees import remove
from bulletins.document.docx.names import attribute, child, name, value, within

HREF = "lantai-href"  # set on the leaves of a link field, read by ``inlines``
LEAVES = frozenset(
    "w:t w:tab w:ptab w:br w:cr w:sym w:noBreakHyphen w:drawing w:pict w:object".split()
)
DEEPEST = 20  # fields within fields; Word itself writes two or three
LONGEST = 4000  # of an instruction
TOKEN = re.compile(r'"([^"]*)"|(\S+)')
WITH_ARGUMENT = frozenset({"\\l", "\\o", "\\t", "\\m"})


@dataclass(slots=True, eq=False)
class Field:
    instruction: str = ""
    in_result: bool = False
    href: str = ""

    @property
    def silent(self) -> bool:
        return not self.in_result or self.instruction.lstrip().upper().startswith("TOC")


def resolve(root: _Element) -> int:
    """Drop instructions and tables of contents, mark the text of links; how many contents lists
    went.
    """
    contents = _drop_contents_blocks(root)
    fields = _matched(root)
    active: list[Field] = []
    dropped: list[_Element] = []
    for element in within(root, "w:fldChar", *LEAVES) if fields else ():
        if element in fields:
            _step(element, fields[element], active)
        elif active and name(element) != "w:fldChar":
            if any(field.silent for field in active):
                dropped.append(element)
            elif href := next((field.href for field in reversed(active) if field.href), ""):
                element.set(HREF, href)
    for element in dropped:
        remove(element)
    tables = [
        field for field in fields.values() if field.instruction.lstrip().upper().startswith("TOC")
    ]
    return contents + len({id(field) for field in tables})


def _matched(root: _Element) -> dict[_Element, Field]:
    """The begin, separate and end of every field that has all it needs; half a field hides
    nothing.
    """
    open_fields: list[tuple[Field, list[_Element]]] = []
    out: dict[_Element, Field] = {}
    for element in within(root, "w:fldChar", "w:instrText"):
        if name(element) == "w:instrText":
            if open_fields and not open_fields[-1][0].in_result:
                said = open_fields[-1][0].instruction + (element.text or "")
                open_fields[-1][0].instruction = said[:LONGEST]
            continue
        step = attribute(element, "w:fldCharType")
        if step == "begin" and len(open_fields) < DEEPEST:
            open_fields.append((Field(), [element]))
        elif open_fields and step != "begin":
            field, steps = open_fields[-1]
            field.in_result = True
            steps.append(element)
            if step == "end":
                open_fields.pop()
                out.update(dict.fromkeys(steps, field))
    for field in out.values():
        field.in_result, field.href = False, link(field.instruction)
    return out


def _step(element: _Element, field: Field, active: list[Field]) -> None:
    step = attribute(element, "w:fldCharType")
    if step == "begin":
        active.append(field)
    elif step == "separate":
        field.in_result = True
    elif field in active:
        active.remove(field)


def _drop_contents_blocks(root: _Element) -> int:
    """The contents list Word inserts from its gallery, heading 目录 and all."""
    galleries = [
        block
        for block in within(root, "w:sdt")
        if value(child(block, "w:sdtPr"), "w:docPartObj", "w:docPartGallery") == "Table of Contents"
    ]
    for block in galleries:
        remove(block)
    return len(galleries)


def link(instruction: str) -> str:
    """The address of a HYPERLINK instruction, "" for a bookmark in the file or another field."""
    words = _words(instruction)
    return next(words, "") if next(words, "").upper() == "HYPERLINK" else ""


def _words(instruction: str) -> Iterator[str]:
    skip = False
    for quoted, word in TOKEN.findall(instruction):
        if word.startswith("\\"):
            skip = word in WITH_ARGUMENT
        elif skip:
            skip = False
        else:
            yield quoted or word
