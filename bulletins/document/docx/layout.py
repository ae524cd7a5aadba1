"""The layout of GB/T 9704-2012 (sections 5 to 7) as Word styles: page, fonts, sizes, lines."""

from dataclasses import dataclass

from docx.document import Document as WordFile
from docx.oxml.ns import qn
from docx.shared import Mm
from lxml.etree import _Element

from bulletins.document.docx import stylebook
from bulletins.document.docx.ink import element, fonts, size

SONG, HEI, KAI, FANG = "方正小标宋简体", "黑体", "楷体", "仿宋"
SECOND, SMALL_SECOND, THIRD, FOURTH = 22, 18, 16, 14  # 二号 小二 三号 四号, in points
LINE = 28  # points, fixed: 22 lines on a page
TEXT_WIDTH = Mm(156)
KEPT_STYLES = frozenset({"Normal", "Default Paragraph Font", "Normal Table", "No List"})


@dataclass(frozen=True, slots=True)
class Look:
    """How one style prints. indent: the first line, in characters; left: all lines."""

    font: str = FANG
    points: float = THIRD
    line: float = LINE
    align: str = "both"
    indent: int = 2
    left: int = 0
    before: float = 0
    after: float = 0
    outline: int | None = None  # its place in the navigation pane
    next: str = ""  # the style of the paragraph that Enter begins


BODY = "body"
FIELD = Look(points=FOURTH, align="center", indent=0)
CELL = Look(points=FOURTH, line=20, align="left", indent=0)
LOOKS: dict[tuple[str, str, int], Look] = {
    ("title", "", 0): Look(SONG, SECOND, 36, "center", 0, before=LINE, after=14, next=BODY),
    ("subtitle", "", 0): Look(KAI, THIRD, LINE, "center", 0, next=BODY),
    ("part", "", 0): Look(SONG, SMALL_SECOND, 32, "center", 0, before=14, outline=0, next=BODY),
    ("section", "", 0): Look(HEI, align="center", indent=0, before=7, outline=1, next=BODY),
    ("section", "", 1): Look(HEI, outline=1, next=BODY),
    ("section", "", 2): Look(KAI, outline=2, next=BODY),
    ("section", "", 3): Look(FANG, outline=3, next=BODY),
    ("section", "", 4): Look(FANG, outline=4, next=BODY),
    ("cell", "", 0): CELL,
    ("head", "", 0): Look(HEI, FOURTH, 20, "center", 0),
    ("quote", "", 0): Look(KAI, left=2),
    ("spacer", "", 0): Look(points=1, line=1, indent=0),
    ("filler", "", 0): CELL,
}


def look(own: stylebook.Own) -> Look:
    """How a style of ours prints."""
    if own.variant == "caption":
        return Look(points=FOURTH, align="center", indent=0)
    if own.variant == "placeholder":
        return Look(KAI, FOURTH, align="center", indent=0)
    if own.variant == "list":
        return Look(align="left", indent=0)
    if own.kind in stylebook.FIELDS:
        return LOOKS.get((own.kind, "", 0), FIELD)
    return LOOKS.get((own.kind, "", own.level), Look())


def lay_out(word: WordFile) -> None:
    """Page, margins, page numbers and all styles."""
    _page(word)
    styles = word.styles.element
    for style in list(styles.iterchildren(qn("w:style"))):
        if style.find(qn("w:name")).get(qn("w:val")) not in KEPT_STYLES:
            styles.remove(style)
    _defaults(styles)
    for name, own in stylebook.PARAGRAPH_STYLES.items():
        styles.append(_paragraph_style(name, look(own)))
    for name, role in stylebook.CHARACTER_STYLES.items():
        styles.append(_character_style(name, role))
    for name in stylebook.TABLE_STYLES:
        styles.append(_table_style(name))


def _page(word: WordFile) -> None:
    """A4; 37 mm above, 28 mm at the left, and a text of 156 × 225 mm (5.2)."""
    section = word.sections[0]
    section.page_width, section.page_height = Mm(210), Mm(297)
    section.top_margin, section.bottom_margin = Mm(37), Mm(35)
    section.left_margin, section.right_margin = Mm(28), Mm(26)
    section.footer_distance = Mm(25)
    word.settings.odd_and_even_pages_header_footer = True
    for footer, side in ((section.footer, "right"), (section.even_page_footer, "left")):
        paragraph = footer.paragraphs[0]._p
        paragraph.extend(_page_number(side))


def _page_number(side: str) -> list[_Element]:
    """— 1 —: at the right on odd pages, at the left on even ones, one character in (7.5)."""
    inset = {"rightChars" if side == "right" else "leftChars": 100}
    properties = element("w:pPr", element("w:ind", **inset), element("w:jc", val=side))
    field = element("w:fldSimple", _footer_run("1"), instr=" PAGE ")
    return [properties, _footer_run("— "), field, _footer_run(" —")]


def _footer_run(words: str) -> _Element:
    leaf = element("w:t")
    leaf.text = words
    leaf.set(qn("xml:space"), "preserve")
    return element("w:r", element("w:rPr", fonts("宋体"), *size(FOURTH)), leaf)


def _defaults(styles: _Element) -> None:
    defaults = styles.find(qn("w:docDefaults"))
    if defaults is not None:
        styles.remove(defaults)
    run = element("w:rPrDefault", element("w:rPr", fonts(FANG), *size(THIRD)))
    styles.insert(0, element("w:docDefaults", run, element("w:pPrDefault")))


def style_id(name: str) -> str:
    return name.replace(" ", "")


def _paragraph_style(name: str, look: Look) -> _Element:
    own = stylebook.PARAGRAPH_STYLES[name]
    following = stylebook.style_name(look.next) if look.next else name
    return element(
        "w:style",
        element("w:name", val=name),
        element("w:basedOn", val="Normal"),
        element("w:next", val=style_id(following)),
        *([] if own.kind in ("spacer", "filler") else [element("w:qFormat")]),
        _paragraph_look(look),
        element("w:rPr", fonts(look.font), *size(look.points)),
        type="paragraph",
        customStyle=1,
        styleId=style_id(name),
    )


def _paragraph_look(look: Look) -> _Element:
    """The order of these is the schema's."""
    heading = [element("w:keepNext")] if look.outline is not None else []
    spacing = element(
        "w:spacing",
        before=round(look.before * 20),
        after=round(look.after * 20),
        line=round(look.line * 20),
        lineRule="exact",
    )
    sides = {"left": look.left, "firstLine": look.indent}
    said: dict[str, int] = {}
    for side, characters in sides.items():
        if characters:  # in characters for Word, in twips for those who do not know them
            said |= {f"{side}Chars": characters * 100, side: round(characters * look.points * 20)}
    indent = [element("w:ind", **said)] if said else []
    outline = [element("w:outlineLvl", val=look.outline)] if look.outline is not None else []
    return element("w:pPr", *heading, spacing, *indent, element("w:jc", val=look.align), *outline)


def _character_style(name: str, role: str) -> _Element:
    inner = (
        element("w:rPr", fonts(FANG))
        if role in (stylebook.TEXT, stylebook.LOW)
        else element("w:rPr")
    )
    return element(
        "w:style",
        element("w:name", val=name),
        element("w:basedOn", val="DefaultParagraphFont"),
        inner,
        type="character",
        customStyle=1,
        styleId=style_id(name),
    )


def _table_style(name: str) -> _Element:
    sides = ("top", "left", "bottom", "right", "insideH", "insideV")
    lines = [element(f"w:{side}", val="single", sz=4, space=0, color="auto") for side in sides]
    return element(
        "w:style",
        element("w:name", val=name),
        element("w:basedOn", val="TableNormal"),
        element("w:tblPr", element("w:tblBorders", *lines)),
        type="table",
        customStyle=1,
        styleId=style_id(name),
    )
