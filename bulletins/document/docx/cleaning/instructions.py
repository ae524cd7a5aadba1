"""What a field's instruction says: its words, the address it links to."""

import re
from collections.abc import Iterator
from itertools import pairwise

from bulletins.document.docx.names import number

TOKEN = re.compile(r'"([^"]*)"|(\S+)')
WITH_ARGUMENT = frozenset({"\\l", "\\o", "\\t", "\\m"})


def kind_of(instruction: str) -> str:
    """ "TOC", "HYPERLINK", "EQ": the field's name, in capitals."""
    return instruction.lstrip().partition(" ")[0].partition("\\")[0].upper()


def symbol(instruction: str) -> tuple[str, str]:
    """Font and character (in hex) of SYMBOL 252 \\f "Wingdings"."""
    words = [quoted or word for quoted, word in TOKEN.findall(instruction)]
    code = words[1].lower() if len(words) > 1 else ""
    font = next((after for word, after in pairwise(words) if word.lower() == "\\f"), "")
    return font, code.removeprefix("0x") if code.startswith("0x") else f"{number(code):x}"


def link(instruction: str) -> str:
    """The address of a HYPERLINK instruction, "" for a bookmark in the file or another field."""
    words = _words(instruction)
    return next(words, "") if next(words, "").upper() == "HYPERLINK" else ""


def _words(instruction: str) -> Iterator[str]:
    skip = False
    for quoted, word in TOKEN.findall(instruction):
        if word.startswith("\\"):
            skip = word in WITH_ARGUMENT
        elif skip:
            skip = False
        else:
            yield quoted or word
