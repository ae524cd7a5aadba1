"""Pictures in a Word file: drawn where their bytes are at hand, else words that keep their name."""

import hashlib
import io
from collections.abc import Mapping

from docx.document import Document as WordFile
from docx.shared import Emu, Length
from lxml.etree import _Element

from bulletins.document.docx import ink, stylebook
from bulletins.document.docx.ink import element
from bulletins.document.docx.printing import originals
from bulletins.document.docx.printing.run_properties import run_properties
from bulletins.document.inline import Run
from bulletins.document.rasters import is_raster
from bulletins.document.vocabulary import FILE_PREFIX


def picture(
    run: Run, role: str, word: WordFile, files: Mapping[str, bytes], room: Length
) -> _Element:
    """The picture of a run, at most as wide as its room, or what stands for it."""
    drawing = _drawing(run, word, files, room)
    if drawing is None:
        return _stand_in(run, role)
    return element("w:r", run_properties(run, role), drawing)


def _drawing(run: Run, word: WordFile, files: Mapping[str, bytes], room: Length) -> _Element | None:
    """The picture itself, None where its bytes are missing or Word cannot show them."""
    digest = run.src.removeprefix(FILE_PREFIX)
    data = files.get(digest, b"")
    if not is_raster(data) or hashlib.sha256(data).hexdigest() != digest:
        return None
    try:
        drawn = originals.shown(data)
        inline = word.part.new_pic_inline(io.BytesIO(drawn), None, None)
    except Exception:  # python-docx reads sizes from the bytes, and breaks in many ways on odd ones
        return None
    if inline.extent.cx > room:
        inline.extent.cy = Emu(round(inline.extent.cy * room / inline.extent.cx))
        inline.extent.cx = room
    for side in ("distT", "distB", "distL", "distR"):  # unsaid, LibreOffice leaves an eighth inch
        inline.set(side, "0")
    inline.docPr.set("descr", run.alt)
    if drawn is not data:
        originals.keep(inline, data, digest, word)
    return element("w:drawing", inline)


def _stand_in(run: Run, role: str) -> _Element:
    """Words in place of a picture, in a content control that keeps its name."""
    before, after = stylebook.PICTURE
    tag = element("w:tag", val=run.src.removeprefix(FILE_PREFIX))
    properties = element("w:sdtPr", element("w:alias", val="图片"), tag)
    words = element("w:r", run_properties(run, role), *ink.text(f"{before}{run.alt}{after}"))
    return element("w:sdt", properties, element("w:sdtContent", words))
