"""Word files made by hand, part by part, as odd as offices send them."""

import io
import zipfile
from collections.abc import Mapping

from bulletins.document.blocks import Block, Source
from bulletins.document.docx import read_docx

OFFICE = "http://schemas.openxmlformats.org"
SPACES = (
    f'xmlns:w="{OFFICE}/wordprocessingml/2006/main" '
    f'xmlns:r="{OFFICE}/officeDocument/2006/relationships" '
    f'xmlns:a="{OFFICE}/drawingml/2006/main" '
    f'xmlns:wp="{OFFICE}/drawingml/2006/wordprocessingDrawing" '
    f'xmlns:pic="{OFFICE}/drawingml/2006/picture" '
    f'xmlns:m="{OFFICE}/officeDocument/2006/math" '
    f'xmlns:mc="{OFFICE}/markup-compatibility/2006" '
    'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" '
    'xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office"'
)
ROOTS = {
    "styles": "styles",
    "numbering": "numbering",
    "comments": "comments",
    "footnotes": "footnotes",
    "endnotes": "endnotes",
}
TYPES = f'<Types xmlns="{OFFICE}/package/2006/content-types"/>'
PNG = bytes.fromhex(
    "89504e470d0a1a0a0000000d49484452000000010000000108060000001f15c489"
    "0000000d49444154789c6360606060000000050001a5f645400000000049454e44ae426082"
)


def word(
    body: str, *, relations: str = "", files: Mapping[str, bytes] | None = None, **parts: str
) -> bytes:
    """A .docx. body and parts (styles, numbering, …) are the XML inside their root elements."""
    links = "".join(
        f'<Relationship Id="part-{name}" Type="{OFFICE}/officeDocument/2006/relationships/{name}" Target="{name}.xml"/>'
        for name in parts
    )
    entries: dict[str, bytes | str] = {
        "[Content_Types].xml": TYPES,
        "_rels/.rels": related(
            f'<Relationship Id="r1" Type="{OFFICE}/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/>'
            f'<Relationship Id="r2" Type="{OFFICE}/package/2006/relationships/metadata/core-properties" Target="docProps/core.xml"/>'
        ),
        "word/_rels/document.xml.rels": related(links + relations),
        "word/document.xml": f"<w:document {SPACES}><w:body>{body}</w:body></w:document>",
        **{
            f"word/{name}.xml": f"<w:{ROOTS[name]} {SPACES}>{xml}</w:{ROOTS[name]}>"
            for name, xml in parts.items()
        },
        **(files or {}),
    }
    return zipped(entries)


def related(inner: str) -> str:
    return f'<Relationships xmlns="{OFFICE}/package/2006/relationships">{inner}</Relationships>'


def relation(identity: str, kind: str, target: str, *, external: bool = False) -> str:
    mode = ' TargetMode="External"' if external else ""
    return f'<Relationship Id="{identity}" Type="{OFFICE}/officeDocument/2006/relationships/{kind}" Target="{target}"{mode}/>'


def zipped(entries: Mapping[str, bytes | str]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in entries.items():
            archive.writestr(name, data)
    return out.getvalue()


def p(text: str = "", properties: str = "", inner: str = "") -> str:
    """A paragraph of one plain run, or of the runs given."""
    run = r(text) if text else ""
    return f"<w:p>{f'<w:pPr>{properties}</w:pPr>' if properties else ''}{run}{inner}</w:p>"


def r(text: str, properties: str = "") -> str:
    return f'<w:r><w:rPr>{properties}</w:rPr><w:t xml:space="preserve">{text}</w:t></w:r>'


def numbered(text: str, scheme: int = 1, level: int = 0) -> str:
    return p(text, f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{scheme}"/></w:numPr>')


def level(at: int, form: str, text: str, more: str = "") -> str:
    return (
        f'<w:lvl w:ilvl="{at}"><w:start w:val="1"/><w:numFmt w:val="{form}"/>{more}'
        f'<w:lvlText w:val="{text}"/></w:lvl>'
    )


def scheme(*levels: str, identity: int = 1, overrides: str = "") -> str:
    return (
        f'<w:abstractNum w:abstractNumId="{identity}">{"".join(levels)}</w:abstractNum>'
        f'<w:num w:numId="{identity}"><w:abstractNumId w:val="{identity}"/>{overrides}</w:num>'
    )


def read(body: str, **more: object) -> Source:
    return read_docx(word(body, **more))  # type: ignore[arg-type]


def blocks(body: str, **more: object) -> tuple[Block, ...]:
    return read(body, **more).blocks


def texts(body: str, **more: object) -> list[str]:
    return [block.text for block in blocks(body, **more)]


def labels(body: str, numbering: str, **more: object) -> list[str]:
    return [block.label for block in blocks(body, numbering=numbering, **more)]


def said(source: Source) -> dict[str, str]:
    """Notices by code."""
    return {notice.code: notice.message for notice in source.notices}
