"""What a clipboard holds, for the middle of a text: sections and bodies, as an import reads them.

Nothing is taken for a title, a date or a region here: whoever pastes into a part means its text.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from bulletins.document.blocks import PictureFile
from bulletins.document.html.pictures import PLACEHOLDER
from bulletins.document.html.reading import read_html
from bulletins.document.parsing.cutting.cut import cut_lines
from bulletins.document.parsing.loss import lost
from bulletins.document.parsing.sections.sections import make_sections
from bulletins.document.tree import Document, DocumentPart


@dataclass(frozen=True, slots=True)
class Pasted:
    """The part's intro and sections, the pictures whose bytes came along, how many did not."""

    part: DocumentPart
    files: Mapping[str, PictureFile]
    left_out: int = 0


def read_pasted(html: str) -> Pasted | None:
    """None where a character would be lost: then the editor's own filter is the better one.

    Raises Unreadable with a sentence in Chinese.
    """
    source = read_html(html)
    if any(block.mark for block in source.blocks):
        return None
    made = make_sections(cut_lines(source.blocks, lambda text: None))
    part = DocumentPart(intro=made.intro, sections=tuple(made.sections))
    said = (block.label + block.text for block in source.blocks)
    if lost(said, Document(parts=(part,)), made.marks):
        return None
    left_out = sum(block.html.startswith(PLACEHOLDER) for block in source.blocks)
    return Pasted(part, source.files, left_out)
