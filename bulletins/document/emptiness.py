"""Whether there is anything to read."""

from bulletins.document.body import text_of
from bulletins.document.plain import bare
from bulletins.document.tree import DocumentPart


def says(html: str) -> bool:
    """Whether a body has a word or a picture in it."""
    return bool(bare(text_of(html))) or "<img " in html


def part_says(part: DocumentPart) -> bool:
    """Whether a part has anything below its heading."""
    return says(part.intro) or any(one.heading or says(one.body) for one in part.sections)
