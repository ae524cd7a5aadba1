"""What stands in a run: text, breaks, symbols, pictures, calls of notes."""

from collections.abc import Iterator

from lxml.etree import _Element

from bulletins.document.addresses import address
from bulletins.document.docx.assembly.pieces import Hanging
from bulletins.document.docx.cleaning.fields import HREF
from bulletins.document.docx.names import attribute, child, name
from bulletins.document.docx.state import Reading
from bulletins.document.docx.story.formulas import formula_runs
from bulletins.document.docx.story.pictures import drawn
from bulletins.document.docx.symbols import MISSING, sign
from bulletins.document.inline import Run

SILENT = frozenset(
    "w:pPr w:rPr w:sdtPr w:sdtEndPr w:smartTagPr w:customXmlPr w:rt w:commentReference".split()
)
BREAKS = frozenset({"w:br", "w:cr"})
SPACES = frozenset({"w:tab", "w:ptab"})
DRAWN = frozenset({"w:drawing", "w:pict", "w:object"})
FORMULAS = frozenset({"m:oMath", "m:oMathPara"})
CALLS = {"w:footnoteReference": "footnote", "w:endnoteReference": "endnote"}


def leaves(run: _Element, reading: Reading) -> Iterator[Run | Hanging]:
    """Everything in a run, in order; what hangs on its paragraph is handed on unread."""
    for leaf in run:
        kind = name(leaf)
        href = address(said) if (said := leaf.get(HREF)) else ""
        if kind == "w:t":
            yield Run(_one_line(leaf.text), href=href)
        elif kind in BREAKS:
            yield Run("\n")
        elif kind in SPACES:
            yield Run(" ")
        elif kind == "w:noBreakHyphen":
            yield Run("-", href=href)
        elif kind == "w:sym":
            yield Run(_sign(leaf, reading))
        elif kind in DRAWN:
            yield from drawn(leaf, reading)
        elif kind in CALLS:
            yield from _note((CALLS[kind], attribute(leaf, "w:id") or ""), reading)
        elif kind == "w:ruby":
            yield from _ruby(leaf, reading)
        elif kind in FORMULAS:
            reading.note("docx.equation")
            yield from formula_runs(leaf)
        elif kind and kind not in SILENT and len(leaf):
            yield from leaves(leaf, reading)


def _one_line(text: str | None) -> str:
    """Only w:br breaks a line; a line feed inside w:t is a space."""
    return (text or "").replace("\n", " ").replace("\r", " ")


def _sign(leaf: _Element, reading: Reading) -> str:
    found = sign(attribute(leaf, "w:font") or "", attribute(leaf, "w:char") or "")
    if found == MISSING:
        reading.note("docx.symbol")
    return found


def _note(key: tuple[str, str], reading: Reading) -> Iterator[Run | Hanging]:
    text, first = reading.notes.call(key)
    yield Run(text)
    if first:
        yield key


def _ruby(ruby: _Element, reading: Reading) -> Iterator[Run | Hanging]:
    """Pinyin above a word, printed behind it: 兰台（lántái）."""
    base, above = child(ruby, "w:rubyBase"), child(ruby, "w:rt")
    yield from leaves(base, reading) if base is not None else ()
    found = leaves(above, reading) if above is not None else ()
    said = "".join(run.text for run in found if isinstance(run, Run))
    yield Run(f"（{said}）" if said.strip() else "")
