"""Facts about paragraphs, kept in a custom XML part that Word carries along when somebody edits
the file.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field

from lxml import etree

from bulletins.document.blocks import Mark
from bulletins.document.docx import ink
from bulletins.document.docx.names import name
from bulletins.document.docx.opening.package import Package, main_part
from bulletins.document.notices import Unreadable

HEAD = "<?xml version='1.0' encoding='UTF-8' standalone='yes'?>\n"
SPACE = "urn:lantai:facts:1"
PRINTED = (
    "printed"  # the words the facts were said of: once somebody changed them, they no longer hold
)
LABEL = "label"  # the number printed before them


@dataclass(slots=True)
class Facts:
    """by_bookmark: what a bookmark's paragraph is. loose: facts of the document that are not
    printed.
    """

    by_bookmark: dict[str, Mark] = field(default_factory=dict)
    loose: list[Mark] = field(default_factory=list)


def to_xml(facts: Facts) -> bytes:
    """The custom XML part."""
    said = [_fact(mark, bookmark) for bookmark, mark in facts.by_bookmark.items()]
    said += [_fact(mark, "") for mark in facts.loose]
    return f'{HEAD}<lantai:facts xmlns:lantai="{SPACE}">{"".join(said)}</lantai:facts>'.encode()


def _fact(mark: Mark, bookmark: str) -> str:
    where = f' bookmark="{ink.said_of(bookmark)}"' if bookmark else ""
    values = "".join(
        f'<lantai:value name="{ink.said_of(key)}">{ink.words_of(value)}</lantai:value>'
        for key, value in mark.facts.items()
    )
    return f'<lantai:fact kind="{ink.said_of(mark.kind)}"{where}>{values}</lantai:fact>'


def read_facts(package: Package) -> Facts:
    """What the file's custom XML says, nothing where it has none of ours."""
    facts = Facts()
    for target in _items(package):
        try:
            root = package.xml(target)
        except Unreadable:
            continue  # somebody else's data, no part of the text
        for element in root if root is not None and name(root) == "lantai:facts" else ():
            _read(element, facts)
    return facts


def _items(package: Package) -> list[str]:
    found = package.relations(main_part(package)).values()
    targets = [one.target for one in found if one.kind == "customXml" and not one.external]
    return list(dict.fromkeys(targets))


def _read(element: etree._Element, facts: Facts) -> None:
    values: Mapping[str, str] = {
        child.get("name", ""): child.text or ""
        for child in element
        if name(child) == "lantai:value"
    }
    mark = Mark(element.get("kind", ""), values)
    if bookmark := element.get("bookmark"):
        facts.by_bookmark.setdefault(bookmark, mark)
    else:
        facts.loose.append(mark)
