"""A part is edited as a small document; what the editor sends back is read as sections again."""

from dataclasses import replace

from hypothesis import given

from bulletins.document.html.part_form import read_part_html, write_part_html
from bulletins.document.tree import Document, DocumentPart, DocumentSection
from tests.document.lean import lean
from tests.document.strategies import documents

TIANJIN = DocumentPart(
    "120000",
    "天 津",
    "<p>安排如下。</p>",
    (
        DocumentSection(1, "总体要求", "<p>抓紧。</p>", key="k2345a"),
        DocumentSection(2, "指导思想", "<p>全面贯彻。</p>", run_in="。", value=3, key="k2345b"),
        DocumentSection(2, None, "<p>条文。</p>", key="k2345c"),
        DocumentSection(0, "附则", key="k2345d"),
    ),
    "p2345a",
)


def saved(html: str) -> tuple[DocumentSection, ...]:
    return read_part_html(html, TIANJIN).sections


@lean
@given(documents())
def test_an_untouched_part_comes_back_unchanged(document: Document) -> None:
    for part in document.parts:
        assert read_part_html(write_part_html(part), part) == part


@lean
@given(documents(keyed=True))
def test_region_heading_and_key_of_a_part_are_not_for_its_text_to_say(document: Document) -> None:
    for part in document.parts:
        other = replace(TIANJIN, intro="", sections=())
        read = read_part_html(write_part_html(part), other)
        assert (read.region, read.heading, read.key) == ("120000", "天 津", "p2345a")
        assert read.sections == part.sections


def test_the_format_menu_is_the_level() -> None:
    tags = ("h2", "h3", "h4", "h5", "h6")
    html = "".join(f"<{tag}>标题</{tag}>" for tag in tags)
    assert [section.level for section in saved(html)] == [0, 1, 2, 3, 4]


def test_a_changed_level_keeps_the_key() -> None:
    lower = write_part_html(TIANJIN).replace("<h3", "<h4").replace("</h3", "</h4")
    assert saved(lower)[0] == replace(TIANJIN.sections[0], level=2)


def test_a_heading_split_in_two_leaves_key_and_number_to_the_first_half() -> None:
    html = '<h4 data-key="k2345b" data-number="3">指导</h4><h4 data-key="k2345b" data-number="3">思想</h4>'
    assert saved(html) == (
        DocumentSection(2, "指导", value=3, key="k2345b"),
        DocumentSection(2, "思想"),
    )


def test_headings_inside_pasted_boxes_are_found_and_loose_text_is_kept() -> None:
    html = "开头<div>前<section><h3>要求</h3>抓紧</section>后</div>结尾"
    read = read_part_html(html, TIANJIN)
    assert read.intro == "<p>开头</p><p>前</p>"
    assert read.sections == (DocumentSection(1, "要求", "<p>抓紧</p><p>后</p><p>结尾</p>"),)


def test_a_heading_emptied_by_hand_gives_its_text_to_the_section_before() -> None:
    assert saved("<h3>要求</h3><p>抓紧。</p><h3>&nbsp;</h3><p>抓实。</p>") == (
        DocumentSection(1, "要求", "<p>抓紧。</p><p>抓实。</p>"),
    )


def test_what_is_not_in_the_vocabulary_does_not_come_through_the_editor() -> None:
    html = (
        '<h3 onclick="x" data-key="<b>" data-run-in="。">要<script>alert(1)</script>求</h3>'
        '<p style="color:red" onmouseover="x">抓<a href="javascript:x">紧</a></p><iframe src="/"></iframe>'
    )
    assert saved(html) == (DocumentSection(1, "要求", "<p>抓紧</p>", run_in="。"),)
