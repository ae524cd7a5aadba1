"""The styles of our Word files: one for each kind of paragraph, run and table."""

from docx.document import Document as WordFile
from docx.oxml.ns import qn
from lxml.etree import _Element

from bulletins.document.docx import stylebook
from bulletins.document.docx.ink import element, fonts, grown, indent, size
from bulletins.document.docx.layout.looks import FANG, NARROWER, THIRD, Look, look

KEPT_STYLES = frozenset({"Normal", "Default Paragraph Font", "Normal Table", "No List"})


def set_styles(word: WordFile) -> None:
    """Take out the template's styles and put in ours."""
    styles = word.styles.element
    for style in list(styles.iterchildren(qn("w:style"))):
        if style.find(qn("w:name")).get(qn("w:val")) not in KEPT_STYLES:
            styles.remove(style)
    _defaults(styles)
    for name, own in stylebook.PARAGRAPH_STYLES.items():
        styles.append(grown(_paragraph_style(name, look(own))))
    for name, role in stylebook.CHARACTER_STYLES.items():
        styles.append(grown(_character_style(name, role)))
    for name in stylebook.TABLE_STYLES:
        styles.append(grown(_table_style(name)))


def _defaults(styles: _Element) -> None:
    defaults = styles.find(qn("w:docDefaults"))
    if defaults is not None:
        styles.remove(defaults)
    narrow = element("w:spacing", val=round(NARROWER * 20))
    run = element("w:rPrDefault", element("w:rPr", fonts(FANG), narrow, *size(THIRD)))
    styles.insert(0, grown(element("w:docDefaults", run, element("w:pPrDefault"))))


def style_id(name: str) -> str:
    return name.replace(" ", "")


def _paragraph_style(name: str, look: Look) -> str:
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


def _paragraph_look(look: Look) -> str:
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
    said = {side: characters for side, characters in sides.items() if characters}
    inset = [indent(look.points, **said)] if said else []
    outline = [element("w:outlineLvl", val=look.outline)] if look.outline is not None else []
    return element("w:pPr", *heading, spacing, *inset, element("w:jc", val=look.align), *outline)


def _character_style(name: str, role: str) -> str:
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


def _table_style(name: str) -> str:
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
