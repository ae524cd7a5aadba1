"""What stands in the headers and footers of the pages: never part of the text, but worth a word."""

import re
from collections.abc import Iterator

from lxml.etree import _Element

from bulletins.document import plain
from bulletins.document.docx.cleaning import fields, revisions
from bulletins.document.docx.cleaning.alternates import choose_alternatives
from bulletins.document.docx.cleaning.trees import remove
from bulletins.document.docx.names import attribute, child, switch, within
from bulletins.document.docx.opening.package import Package
from bulletins.document.notices import Unreadable

MOST = 12  # three headers and three footers, each for two sections
LONGEST = 120
PAGE_NUMBER = re.compile(r"[\s\d\W第页共]*|page\W*\d+(?:\W*of\W*\d+)?", re.IGNORECASE)


def margin_lines(root: _Element, part: str, package: Package) -> list[str]:
    """The lines of all headers and footers that the text names, page numbers aside."""
    references = within(root, "w:headerReference", "w:footerReference")
    relations = package.relations(part)
    named = (relations.get(attribute(one, "r:id") or "") for one in references)
    targets = dict.fromkeys(one.target for one in named if one is not None and not one.external)
    lines = [line for target in list(targets)[:MOST] for line in _lines(target, package)]
    return [line for line in dict.fromkeys(lines) if not PAGE_NUMBER.fullmatch(line)]


def _lines(target: str, package: Package) -> Iterator[str]:
    try:
        root = package.xml(target)
    except Unreadable:
        return  # no part of the text
    if root is None:
        return
    _make_plain(root)
    for paragraph in within(root, "w:p"):
        said = "".join(_said(one) for one in within(paragraph, "w:t", "v:textpath", "w:tab"))
        yield plain.squeeze(said)[:LONGEST]


def _make_plain(root: _Element) -> None:
    choose_alternatives(root)
    revisions.accept(root)
    fields.resolve(root)
    for control in within(root, "w:sdt"):
        if switch(child(control, "w:sdtPr"), "w:showingPlcHdr"):
            remove(control)


def _said(leaf: _Element) -> str:
    return leaf.text or attribute(leaf, "string") or " "
