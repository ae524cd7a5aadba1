"""Pasted plain text, or a text file, into blocks: a line is a paragraph, empty lines only part
them.
"""

from bulletins.document import body
from bulletins.document.blocks import Block, Source
from bulletins.document.notices import Unreadable
from bulletins.document.plain import BYTE_ORDER_MARKS, EDGE

LONGEST = 5_000_000  # characters; the longest bulletin we know has 200,000


def decode(data: bytes) -> str:
    """Text of a file: by byte order mark, then UTF-8, then GB18030; raises Unreadable."""
    for mark, encoding in BYTE_ORDER_MARKS:
        if data.startswith(mark):
            return data[len(mark) :].decode(encoding, errors="replace")
    if b"\0" in data:
        raise Unreadable("这不是文本文件，未读取：请导入 .docx、.html 或纯文本文件")
    for encoding in ("utf-8", "gb18030"):
        try:
            return data.decode(encoding)
        except UnicodeDecodeError:
            continue
    raise Unreadable("认不出文件的文字编码：请用记事本或 WPS 另存为 UTF-8 文本后再导入")


def read_text(text: str) -> Source:
    """Blocks of a pasted text; Block.line is the line's number, from 1. Raises Unreadable."""
    if len(text) > LONGEST:
        raise Unreadable(f"文字超过 {LONGEST // 10_000} 万字，未读取：请分成几篇导入")
    lines = text.replace("\r\n", "\n").replace("\r", "\n").replace("\f", "\n").split("\n")
    blocks = (_block(line, number) for number, line in enumerate(lines, start=1))
    source = Source(tuple(block for block in blocks if block.html))
    if not source.blocks:
        raise Unreadable("没有读到文字：请确认复制了正文，或选对了文件")
    return source


def _block(line: str, number: int) -> Block:
    html, text = body.spelt(line.strip(EDGE))
    return Block(html, text, number)
