"""Small pieces of WordprocessingML, as they stand in the file: texts in them are spelt already."""

from functools import lru_cache
from html import escape

from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
from lxml.etree import _Element

from bulletins.document import plain

BREAKS = str.maketrans({"\t": "&#9;", "\n": "&#10;", "\r": "&#13;"})  # a parser would level them


def element(name: str, /, *inner: str, **attributes: object) -> str:
    """element("w:jc", val="center") → <w:jc w:val="center"/>."""
    said = ""
    for key, value in attributes.items():
        said += f' w:{key}="{said_of(value)}"'
    return f"<{name}{said}>{''.join(inner)}</{name}>" if inner else f"<{name}{said}/>"


def said_of(value: object) -> str:
    """As the value of an attribute; what XML cannot hold is left out."""
    if isinstance(value, int):
        return str(value)
    return _spelt(str(value))


@lru_cache(maxsize=2048)
def _spelt(value: str) -> str:
    return escape(plain.CONTROL.sub("", value)).translate(BREAKS)


def words_of(text: str) -> str:
    """As the text between two tags."""
    return escape(plain.CONTROL.sub("", text), quote=False).replace("\r", "&#13;")


def text(words: str) -> str:
    """The leaves of a run: w:t, with w:br for each newline."""
    return "<w:br/>".join(
        f'<w:t xml:space="preserve">{line}</w:t>' if line else ""
        for line in words_of(words).split("\n")
    )


def grown(xml: str) -> _Element:
    """A piece as a part of one of python-docx's trees."""
    name = xml[1:].partition(" ")[0].partition(">")[0].removesuffix("/")
    made: _Element = parse_xml(xml.replace(f"<{name}", f"<{name} {nsdecls('w')}", 1))
    return made


@lru_cache(maxsize=64)
def fonts(east_asian: str) -> str:
    return element(
        "w:rFonts", ascii="Times New Roman", hAnsi="Times New Roman", eastAsia=east_asian
    )


def indent(points: float, **characters: float) -> str:
    """w:ind in characters for Word, in twips for those who do not know them.

    left, right, firstLine or hanging: how many characters of that size.
    """
    said: dict[str, object] = {}
    for side, many in characters.items():
        said |= {f"{side}Chars": round(many * 100), side: round(many * points * 20)}
    return element("w:ind", **said)


def size(points: float) -> list[str]:
    return [element("w:sz", val=round(points * 2)), element("w:szCs", val=round(points * 2))]
