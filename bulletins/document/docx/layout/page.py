"""The page of GB/T 9704-2012: A4, margins, page numbers (5.2, 7.5)."""

from docx.document import Document as WordFile
from docx.oxml.ns import qn
from docx.shared import Mm

from bulletins.document.docx.ink import element, fonts, grown, size, text
from bulletins.document.docx.layout.looks import FOURTH

TEXT_WIDTH = Mm(156)


def set_page(word: WordFile) -> None:
    """A4; 37 mm above, 28 mm at the left, and a text of 156 × 225 mm (5.2)."""
    section = word.sections[0]
    section.page_width, section.page_height = Mm(210), Mm(297)
    section.top_margin, section.bottom_margin = Mm(37), Mm(35)
    section.left_margin, section.right_margin = Mm(28), Mm(26)
    section.footer_distance = Mm(25)
    for grid in section._sectPr.findall(qn("w:docGrid")):  # every program draws it otherwise
        section._sectPr.remove(grid)
    word.settings.odd_and_even_pages_header_footer = True
    for footer, side in ((section.footer, "right"), (section.even_page_footer, "left")):
        paragraph = footer.paragraphs[0]._p
        paragraph.extend(map(grown, _page_number(side)))


def _page_number(side: str) -> list[str]:
    """— 1 —: at the right on odd pages, at the left on even ones, one character in (7.5)."""
    inset = {"rightChars" if side == "right" else "leftChars": 100}
    properties = element("w:pPr", element("w:ind", **inset), element("w:jc", val=side))
    field = element("w:fldSimple", _footer_run("1"), instr=" PAGE ")
    return [properties, _footer_run("— "), field, _footer_run(" —")]


def _footer_run(words: str) -> str:
    return element("w:r", element("w:rPr", fonts("宋体"), *size(FOURTH)), text(words))
