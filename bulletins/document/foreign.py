"""Files that hold no text we can take: known by their first bytes, refused with the way out."""

from bulletins.document.notices import Unreadable

SAVE_AS = "请在 WPS 或 Word 中另存为 .docx"
PICTURE = "这是一张图片，没有可读取的文字：请导入 .docx、.html 或文本文件"
ARCHIVE = "这是压缩包：请先解压，再导入其中的 .docx、.html 或文本文件"
WORD_XML = b'progid="Word.Document"'  # both kinds: of 2003, and the flat one since
BY_MAGIC = (
    (b"%PDF", f"这是 PDF 文件，其中的文字和段落不能可靠取出：{SAVE_AS}，或复制正文后粘贴"),
    (b"{\\rtf", f"这是 RTF 文件，无法读取：{SAVE_AS}"),
    (b"\x89PNG", PICTURE),
    (b"\xff\xd8\xff", PICTURE),
    (b"GIF8", PICTURE),
    (b"Rar!", ARCHIVE),
    (b"7z\xbc\xaf", ARCHIVE),
    (b"\x1f\x8b", ARCHIVE),
)


def refuse_foreign(data: bytes) -> None:
    """Nothing for what may be a Word file, a page or a text; else Unreadable says what it is."""
    start = data[:1000].lstrip()
    for magic, sentence in BY_MAGIC:
        if start.startswith(magic):
            raise Unreadable(sentence)
    if WORD_XML in start:
        raise Unreadable(f"这是 Word 的 XML 文件，无法读取：{SAVE_AS}")
