"""Pictures that Word does not draw everywhere (WebP): a PNG is shown, the original goes with it.

The original is a part of its own, named in the extension list of the picture. Word keeps the PNG
and may drop the rest; a file that nobody edited gives the very bytes back.
"""

import io

from docx.oxml.ns import qn
from lxml import etree
from lxml.etree import _Element
from PIL import Image

from bulletins.document.docx.facts import SPACE
from bulletins.document.docx.printing.package import Package

KIND = f"{SPACE}/original"  # of the relation
MOST_PIXELS = 50_000_000


def shown(data: bytes) -> bytes:
    """The bytes that Word can draw: the same, or a PNG of a WebP picture."""
    if data[8:12] != b"WEBP":
        return data
    with Image.open(io.BytesIO(data), formats=["WEBP"]) as image:
        if image.width * image.height > MOST_PIXELS:
            raise ValueError("too many pixels")
        out = io.BytesIO()
        image.save(out, "PNG")
    return out.getvalue()


def keep(inline: _Element, data: bytes, digest: str, package: Package) -> None:
    """Put the original into the package, and its name into the picture."""
    name = f"media/{digest}.webp"
    package.add(f"word/{name}", lambda: data, "image/webp")
    blip = next(inline.iter(qn("a:blip")))
    extension = etree.SubElement(etree.SubElement(blip, qn("a:extLst")), qn("a:ext"), uri=SPACE)
    original = etree.SubElement(extension, f"{{{SPACE}}}original", nsmap={"lantai": SPACE})
    original.set(qn("r:embed"), package.relate(KIND, name))
