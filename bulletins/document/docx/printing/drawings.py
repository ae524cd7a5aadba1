"""Pictures in a Word file: drawn where their bytes are at hand, else words that keep their name."""

import hashlib
from collections.abc import Mapping

from docx.image.image import Image
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml.shape import CT_Inline
from docx.shared import Emu, Length
from lxml import etree

from bulletins.document.docx import ink, stylebook
from bulletins.document.docx.ink import element
from bulletins.document.docx.printing import originals
from bulletins.document.docx.printing.package import Package
from bulletins.document.docx.printing.run_properties import run_properties
from bulletins.document.inline import Run
from bulletins.document.rasters import is_raster
from bulletins.document.vocabulary import FILE_PREFIX

DRAWN = "<w:drawing>"


def picture(run: Run, role: str, package: Package, files: Mapping[str, bytes], room: Length) -> str:
    """The picture of a run, at most as wide as its room, or what stands for it."""
    drawing = _drawing(run, package, files, room)
    if not drawing:
        return _stand_in(run, role)
    return element("w:r", run_properties(run, role), drawing)


def _drawing(run: Run, package: Package, files: Mapping[str, bytes], room: Length) -> str:
    """The picture itself, "" where its bytes are missing or Word cannot show them."""
    digest = run.src.removeprefix(FILE_PREFIX)
    data = files.get(digest, b"")
    if not is_raster(data) or hashlib.sha256(data).hexdigest() != digest:
        return ""
    try:
        drawn = originals.shown(data)
        image = Image.from_blob(drawn)
        width, height = image.scaled_dimensions(None, None)
    except Exception:  # python-docx reads sizes from the bytes, and breaks in many ways on odd ones
        return ""
    if width > room:
        width, height = room, Emu(round(height * room / width))
    name = f"media/{hashlib.sha256(drawn).hexdigest()}.{image.ext}"
    package.add(f"word/{name}", lambda: drawn, image.content_type)
    identity = package.relate(RELATIONSHIP_TYPE.IMAGE, name)
    number = package.next_drawing()
    inline = CT_Inline.new_pic_inline(number, identity, f"image.{image.ext}", width, height)
    for side in ("distT", "distB", "distL", "distR"):  # unsaid, LibreOffice leaves an eighth inch
        inline.set(side, "0")
    inline.docPr.set("descr", run.alt)
    if drawn is not data:
        originals.keep(inline, data, digest, package)
    return element("w:drawing", etree.tostring(inline, encoding="unicode"))


def _stand_in(run: Run, role: str) -> str:
    """Words in place of a picture, in a content control that keeps its name."""
    before, after = stylebook.PICTURE
    tag = element("w:tag", val=run.src.removeprefix(FILE_PREFIX))
    properties = element("w:sdtPr", element("w:alias", val="图片"), tag)
    words = element("w:r", run_properties(run, role), ink.text(f"{before}{run.alt}{after}"))
    return element("w:sdt", properties, element("w:sdtContent", words))
