"""All that a file says becomes one region's part."""

from bulletins.document.tree import Document, DocumentPart, DocumentSection
from bulletins.importing.becoming import part_from

SIGNED = '<p class="right">某办公室</p>'


def test_what_stands_before_and_behind_the_parts_goes_with_it() -> None:
    sections = (DocumentSection(1, "甲", "<p>子。</p>"), DocumentSection(1, "乙", "<p>丑。</p>"))
    said = DocumentPart("120000", "天 津", "<p>导语。</p>", sections)
    part = part_from(Document(lead="<p>前言。</p>", parts=(said,), closing=SIGNED), "120000", "")
    assert part.intro == "<p>前言。</p><p>导语。</p>"
    assert [one.body for one in part.sections] == ["<p>子。</p>", f"<p>丑。</p>{SIGNED}"]


def test_without_sections_the_signature_follows_the_intro() -> None:
    said = Document(parts=(DocumentPart(intro="<p>全文。</p>"),), closing=SIGNED)
    assert part_from(said, None, "") == DocumentPart(None, "", f"<p>全文。</p>{SIGNED}")
