"""Our own page reads back exactly, in every field, and reads well without any style sheet."""

from hypothesis import given

from bulletins.document.body import parse_fragment
from bulletins.document.html.reading import read_html
from bulletins.document.html.writing import write_html
from bulletins.document.marked import document_of
from bulletins.document.tree import Document, DocumentPart, DocumentSection
from tests.document.lean import lean
from tests.document.strategies import documents

PLAN = Document(
    title="春季安排",
    source="网信天津",
    source_address="https://example.org/1?a=1&b=2",
    parts=(
        DocumentPart(
            "120000",
            "天 津",
            sections=(
                DocumentSection(1, "总体要求", "<p>抓紧。</p>"),
                DocumentSection(2, "指导思想", "<p>全面贯彻。</p>", run_in="。"),
                DocumentSection(2, None, "<p>条文。</p>", value=4),
                DocumentSection(0, "附则"),
            ),
        ),
        DocumentPart("110000"),
        DocumentPart(intro="<p>一段没有标题的文字。</p>"),
    ),
)


@lean
@given(documents())
def test_a_page_reads_back_as_the_document_it_was_written_from(document: Document) -> None:
    page = write_html(document, {"120000": "天津市", "110000": "北京市"})
    assert document_of(read_html(page).blocks) == document


@lean
@given(documents())
def test_a_saved_page_with_furniture_around_it_reads_back_too(document: Document) -> None:
    around = "<!DOCTYPE html><meta charset='utf-8'><body><nav>首页</nav>{}<footer>版权</footer>"
    saved = around.format(write_html(document)).encode()
    assert document_of(read_html(saved).blocks) == document


def test_headings_are_headings_and_numbers_are_printed_before_them() -> None:
    page = parse_fragment(write_html(PLAN, {"110000": "北京市"}))
    headings = [(h.tag, h.text_content()) for h in page.iter("h1", "h2", "h3", "h4", "h5", "h6")]
    assert headings == [
        ("h1", "春季安排"),
        ("h2", "天 津"),
        ("h3", "一、总体要求"),
        ("h4", "（一）指导思想。"),
        ("h3", "附则"),
        ("h2", "北京市"),
    ]
    assert "（四）条文。" in page.text_content()


def test_a_source_links_to_where_it_says_unless_that_is_a_script() -> None:
    assert 'href="https://example.org/1?a=1&amp;b=2"' in write_html(PLAN)
    wicked = Document(source="网信天津", source_address="javascript:alert(1)")
    assert "href" not in write_html(wicked)


def test_text_cannot_become_markup() -> None:
    bold = '<script>alert("1")</script>" onload="x'
    part = DocumentPart(heading=bold, key=bold, sections=(DocumentSection(1, bold, key=bold),))
    page = parse_fragment(write_html(Document(title=bold, tags=(bold,), parts=(part,))))
    assert not page.xpath("//script | //@onload")
