"""What the file says of itself: title and moment, and no author or program."""

from datetime import UTC, datetime

from bulletins.document.docx import ink
from bulletins.document.docx.zipped import Piece

NAME, LONGEST = "docProps/core.xml", 255
SAID = (
    "<?xml version='1.0' encoding='UTF-8' standalone='yes'?>\n"
    "<cp:coreProperties"
    ' xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties"'
    ' xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/"'
    ' xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">'
    "<dc:title>{title}</dc:title><dc:creator/><dc:description/>"
    '<dcterms:created xsi:type="dcterms:W3CDTF">{at}</dcterms:created>'
    '<dcterms:modified xsi:type="dcterms:W3CDTF">{at}</dcterms:modified></cp:coreProperties>'
)


def core(title: str, at: datetime) -> Piece:
    moment = f"{at.astimezone(UTC):%Y-%m-%dT%H:%M:%SZ}"
    said = SAID.format(title=ink.words_of(title[:LONGEST]), at=moment)
    return Piece.of(NAME, said.encode())
