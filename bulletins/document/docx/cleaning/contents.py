"""Tables of contents: made from the headings, so never part of the text."""

from lxml.etree import _Element

from bulletins.document.docx.cleaning.trees import remove
from bulletins.document.docx.names import attribute, child, name, value, within

GALLERY = "Table of Contents"
TARGET = "_Toc"  # bookmarks that Word sets for its contents lists


def drop_galleries(root: _Element) -> int:
    """The contents list Word inserts from its gallery, heading 目录 and all; how many."""
    found = [
        block
        for block in within(root, "w:sdt")
        if value(child(block, "w:sdtPr"), "w:docPartObj", "w:docPartGallery") == GALLERY
    ]
    for block in found:
        remove(block)
    return len(found)


def drop_entries(root: _Element) -> int:
    """Entries that no field holds together any more: LibreOffice leaves them so. 1 if any."""
    links = (
        link
        for link in within(root, "w:hyperlink")
        if (attribute(link, "w:anchor") or "").startswith(TARGET) and _names_page(link)
    )
    found = dict.fromkeys(_paragraph(link) for link in links)
    printed = any(within(one, "w:t") for one in found)
    for one in found:
        remove(one)
    return int(printed)


def _paragraph(link: _Element) -> _Element:
    return next((up for up in link.iterancestors() if name(up) == "w:p"), link)


def _names_page(link: _Element) -> bool:
    for one in within(link, "w:instrText", "w:fldSimple"):
        if "PAGEREF" in (attribute(one, "w:instr") or one.text or "").upper():
            return True
    return False
