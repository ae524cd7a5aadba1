"""Running text: .docx by the reader that imports it, .txt line by line."""

import re
from html import escape

from bulletins.document import body
from bulletins.document.blocks import Block
from bulletins.document.docx import read_docx
from bulletins.document.filetext.leaves import FileText, Room
from bulletins.document.text.reading import decode

OPENING = re.compile(r"<p(?: class=\"[a-z]+\")?>")
PICTURE = re.compile(r'<img\b[^>]*?(?: alt="([^"]*)")?>')


def read_word(data: bytes) -> FileText:
    """Headings, paragraphs, lists and tables in the vocabulary; pictures stay in the original."""
    blocks, room, kept = read_docx(data).blocks, Room(), []
    for block in blocks:
        if not room.left:
            room.cut = True
            break
        room.take(block.text)
        kept.append(_printed(block))
    html = body.normalise("".join(kept))
    return FileText(({"name": "", "html": html},) if html else (), cut=room.cut)


def read_lines(data: bytes) -> FileText:
    """Empty lines only part paragraphs."""
    room = Room()
    lines = [taken for line in decode(data).splitlines() if (taken := room.take(line.rstrip()))]
    return FileText(({"name": "", "lines": lines},) if lines else (), cut=room.cut)


def _printed(block: Block) -> str:
    """With the number that Word counts; headings are bold, a picture is named."""
    html = PICTURE.sub(_named, block.html)
    opening = OPENING.match(html)
    if opening is None or not (block.label or block.heading):
        return html
    inner = escape(block.label, quote=False) + html[opening.end() : -len("</p>")]
    return opening[0] + (f"<strong>{inner}</strong>" if block.heading else inner) + "</p>"


def _named(picture: re.Match[str]) -> str:
    return f"〔图片：{picture[1]}〕" if picture[1] else "〔图片〕"
