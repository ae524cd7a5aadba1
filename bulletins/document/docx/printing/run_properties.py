"""How a run of the document looks in Word."""

from lxml.etree import _Element

from bulletins.document.docx import stylebook
from bulletins.document.docx.ink import element
from bulletins.document.docx.layout.styles import style_id
from bulletins.document.inline import Run

LINK_COLOUR = "0563C1"


def run_properties(run: Run, role: str) -> _Element:
    """Run properties in the order of the schema."""
    both = {"sub", "sup"} <= run.marks
    style = stylebook.LOW if both else role
    height = "superscript" if "sup" in run.marks else "subscript" if "sub" in run.marks else ""
    said = [
        element("w:rStyle", val=style_id(stylebook.style_name(style))) if style else None,
        element("w:b") if "strong" in run.marks else None,
        element("w:i") if "em" in run.marks else None,
        element("w:strike") if "s" in run.marks else None,
        element("w:color", val=LINK_COLOUR) if run.href else None,
        element("w:u", val="single") if "u" in run.marks else None,
        element("w:vertAlign", val=height) if height else None,
    ]
    return element("w:rPr", *(one for one in said if one is not None))
