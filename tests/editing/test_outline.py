"""提纲: what it says before anybody writes."""

from dataclasses import replace

from bulletins.document.tree import DocumentPart, DocumentSection
from bulletins.drafting import add_part, save_part
from bulletins.drafting.content import part_of
from bulletins.models import Edition
from tests.editing.forms import page_of, signed_in
from tests.office import People


def outline(edition: Edition) -> str:
    page = signed_in("lin").get(page_of(edition)).content.decode()
    return page[page.index('id="outline"') : page.index("</nav>", page.index('id="outline"'))]


def test_it_numbers_every_section_and_leads_to_it(draft: Edition, people: People) -> None:
    shown = outline(draft)
    part = draft.parts.get(region="120000")
    first, second = part.sections.all()
    assert f'<a href="#{part.key}" class="outline-part">天 津</a>' in shown
    assert f'data-key="{first.key}">一、加强宣传</a>' in shown
    assert f'data-key="{second.key}">二、加强管理</a>' in shown
    assert "fault" not in shown


def test_it_marks_what_is_wrong(draft: Edition, people: People) -> None:
    part = draft.parts.get(region="120000")
    said = part_of(part)
    twice = replace(
        said,
        sections=(
            *said.sections,
            DocumentSection(1, "加强宣传", "<p>又一次。</p>"),
            DocumentSection(1, "展望", value=6),
        ),
    )
    save_part(part, twice, seen=1, by=people.lin)
    add_part(draft, DocumentPart(heading="某 地", intro="<p>文字。</p>"), by=people.lin)
    add_part(draft, DocumentPart("510000", "四 川"), by=people.lin)
    shown = outline(draft)
    assert shown.count("标题重复：这一部分里有相同的标题") == 2
    assert "序号不连续：此处写作「六、」，按顺序应为「四、」" in shown
    assert shown.count("没有写明是哪个地区") == 1
    assert shown.count("没有内容") == 1


def test_the_same_heading_below_two_parents_is_no_fault(draft: Edition, people: People) -> None:
    part = draft.parts.get(region="120000")
    sections = [
        DocumentSection(level, heading, "<p>文。</p>")
        for level, heading in ((1, "宣传"), (2, "措施"), (1, "管理"), (2, "措施"))
    ]
    save_part(part, replace(part_of(part), sections=tuple(sections)), seen=1, by=people.lin)
    assert "标题重复" not in outline(draft)
