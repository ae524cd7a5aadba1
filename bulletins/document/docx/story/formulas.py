"""Equations (m:oMath) as a line of text: (a+b)/2, x², √(y)."""

from collections.abc import Iterator

from lxml.etree import _Element

from bulletins.document.docx.names import attribute, child, name
from bulletins.document.inline import Run

SUP, SUB = frozenset({"sup"}), frozenset({"sub"})
Runs = Iterator[Run]


def formula_runs(element: _Element | None, marks: frozenset[str] = frozenset()) -> Runs:
    """The formula's signs in reading order, powers and indices raised and lowered."""
    for inner in element if element is not None else ():
        kind = name(inner)
        if kind in ("m:t", "w:t"):
            yield Run(inner.text or "", marks)
        elif kind in WRITERS:
            yield from WRITERS[kind](inner, marks)
        elif not kind.endswith("Pr"):
            yield from formula_runs(inner, marks)


def _fraction(element: _Element, marks: frozenset[str]) -> Runs:
    yield from _bracketed(child(element, "m:num"), marks)
    yield Run("/", marks)
    yield from _bracketed(child(element, "m:den"), marks)


def _bracketed(element: _Element | None, marks: frozenset[str]) -> Runs:
    """Brackets where a line of text would otherwise read differently."""
    inside = list(formula_runs(element, marks))
    several = len("".join(run.text for run in inside)) > 1
    yield from [Run("(", marks), *inside, Run(")", marks)] if several else inside


def _scripts(element: _Element, marks: frozenset[str]) -> Runs:
    yield from formula_runs(child(element, "m:e"), marks)
    yield from formula_runs(child(element, "m:sub"), SUB)
    yield from formula_runs(child(element, "m:sup"), SUP)


def _root(element: _Element, marks: frozenset[str]) -> Runs:
    yield from formula_runs(child(element, "m:deg"), SUP)
    yield Run("√", marks)
    yield from _bracketed(child(element, "m:e"), marks)


def _delimited(element: _Element, marks: frozenset[str]) -> Runs:
    yield Run(_sign(element, "m:dPr", "m:begChr", "("), marks)
    yield from formula_runs(element, marks)
    yield Run(_sign(element, "m:dPr", "m:endChr", ")"), marks)


def _large_operator(element: _Element, marks: frozenset[str]) -> Runs:
    yield Run(_sign(element, "m:naryPr", "m:chr", "∫"), marks)
    yield from formula_runs(child(element, "m:sub"), SUB)
    yield from formula_runs(child(element, "m:sup"), SUP)
    yield from formula_runs(child(element, "m:e"), marks)


def _sign(element: _Element, properties: str, wanted: str, otherwise: str) -> str:
    found = child(element, properties, wanted)
    return otherwise if found is None else attribute(found, "m:val") or ""


WRITERS = {
    "m:f": _fraction,
    "m:sSup": _scripts,
    "m:sSub": _scripts,
    "m:sSubSup": _scripts,
    "m:rad": _root,
    "m:d": _delimited,
    "m:nary": _large_operator,
}
