"""A text as a .txt file for any reader's machine."""

import codecs
from collections.abc import Mapping

from bulletins.document.colophon import Colophon
from bulletins.document.plain import CONTROL
from bulletins.document.text.writing import write_text
from bulletins.document.tree import Document

RULE = "————————"


def write_file(document: Document, names: Mapping[str, str], colophon: Colophon) -> bytes:
    """UTF-8 with a byte order mark, lines ended by CR LF.

    Without the mark older Windows reads UTF-8 as GBK, without CR its Notepad shows one endless
    line; programs of other systems take both as they are.
    """
    end = "\n".join([RULE, *colophon.lines()])
    text = CONTROL.sub("", f"{write_text(document, names)}\n{end}\n")
    return codecs.BOM_UTF8 + text.replace("\n", "\r\n").encode()
