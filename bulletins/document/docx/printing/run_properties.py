"""How a run of the document looks in Word."""

from functools import lru_cache

from bulletins.document.docx import stylebook
from bulletins.document.docx.ink import element
from bulletins.document.docx.layout.styles import style_id
from bulletins.document.inline import Run

LINK_COLOUR = "0563C1"


def run_properties(run: Run, role: str) -> str:
    """Run properties in the order of the schema."""
    return _properties(run.marks, bool(run.href), role)


@lru_cache(maxsize=512)
def _properties(marks: frozenset[str], is_link: bool, role: str) -> str:
    both = {"sub", "sup"} <= marks
    style = stylebook.LOW if both else role
    height = "superscript" if "sup" in marks else "subscript" if "sub" in marks else ""
    said = [
        element("w:rStyle", val=style_id(stylebook.style_name(style))) if style else "",
        element("w:b") if "strong" in marks else "",
        element("w:i") if "em" in marks else "",
        element("w:strike") if "s" in marks else "",
        element("w:color", val=LINK_COLOUR) if is_link else "",
        element("w:u", val="single") if "u" in marks else "",
        element("w:vertAlign", val=height) if height else "",
    ]
    return element("w:rPr", *filter(None, said))
