"""Small pieces of WordprocessingML."""

from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from lxml.etree import _Element

from bulletins.document import plain


def element(name: str, /, *inner: _Element, **attributes: object) -> _Element:
    """element("w:jc", val="center") → <w:jc w:val="center"/>."""
    made: _Element = OxmlElement(name)
    for key, value in attributes.items():
        made.set(qn(f"w:{key}"), str(value))
    made.extend(inner)
    return made


def text(words: str) -> list[_Element]:
    """The leaves of a run: w:t, with w:br for each newline; what XML cannot hold is left out."""
    out: list[_Element] = []
    for at, line in enumerate(plain.CONTROL.sub("", words).split("\n")):
        if at:
            out.append(element("w:br"))
        if line:
            leaf = element("w:t")
            leaf.text = line
            leaf.set(qn("xml:space"), "preserve")
            out.append(leaf)
    return out


def fonts(east_asian: str) -> _Element:
    return element(
        "w:rFonts", ascii="Times New Roman", hAnsi="Times New Roman", eastAsia=east_asian
    )


def indent(points: float, **characters: float) -> _Element:
    """w:ind in characters for Word, in twips for those who do not know them.

    left, right, firstLine or hanging: how many characters of that size.
    """
    said: dict[str, object] = {}
    for side, many in characters.items():
        said |= {f"{side}Chars": round(many * 100), side: round(many * points * 20)}
    return element("w:ind", **said)


def size(points: float) -> list[_Element]:
    return [element("w:sz", val=round(points * 2)), element("w:szCs", val=round(points * 2))]
