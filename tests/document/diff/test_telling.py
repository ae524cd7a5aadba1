"""A difference in a colleague's words."""

from dataclasses import replace

from bulletins.document.diff.compare import compare
from bulletins.document.diff.telling import Told, ToldSection, tell
from bulletins.document.tree import Document, DocumentPart, DocumentSection

A = DocumentSection(1, "加强宣传", "<p>办好网站。</p>", key="a11111")
B = DocumentSection(1, "加强管理", "<p>定期巡查。</p>", key="b11111")
C = DocumentSection(1, "提升能力", "<p>组织培训。</p>", key="c11111")
CLAUSE = DocumentSection(
    1, None, "<p>各单位应当于每月五日前报送上月工作情况和下月计划安排。</p>", key="d1"
)


def document(*sections: DocumentSection) -> Document:
    return Document(title="通报", parts=(DocumentPart("120000", "天 津", "", sections, "p11111"),))


def told(old: Document, new: Document) -> Told:
    return tell(compare(old, new), {"120000": "天津"})


def sections(said: Told) -> list[ToldSection]:
    return [run for part in said.parts for run in part.runs if isinstance(run, ToldSection)]


def test_nothing_changed_is_said_in_so_many_words() -> None:
    said = told(document(A, B), document(A, B))
    assert said.summary == "内容完全相同。"
    assert [part.kind for part in said.parts] == ["same"]


def test_one_new_section_renumbers_those_after_it() -> None:
    new, after = sections(told(document(B, C), document(A, B, C)))[:2]
    assert (new.said, new.label) == (["新增"], "一、")
    assert after.said == ["序号由「一、」变为「二、」"]


def test_what_stayed_between_is_counted() -> None:
    changed = replace(C, body="<p>组织轮训。</p>")
    (part,) = told(document(A, B, C), document(A, B, changed)).parts
    assert part.runs[0] == 2
    assert told(document(A, B, C), document(A, B, changed)).summary == "改动 1 节。"


def test_what_moved_says_so() -> None:
    said = [one.said for one in sections(told(document(A, B, C), document(C, A, B)))]
    assert said[0] == ["移动", "序号由「三、」变为「一、」"]


def test_what_was_renumbered_by_the_author_is_told_once() -> None:
    (one,) = sections(told(document(A), document(replace(A, value=5))))
    assert [note for note in one.said if "号" in note] == ["编号由「一、」改为「五、」"]


def test_a_moved_clause_is_known_by_its_first_words() -> None:
    said = sections(told(document(A, CLAUSE), document(CLAUSE, A)))
    clause = next(one for one in said if not isinstance(one.heading, tuple))
    assert str(clause.heading).startswith("各单位应当于每月五日前")


def test_a_part_from_elsewhere_says_from_where() -> None:
    other = DocumentPart("520000", "贵 州", "", (B,), "q11111")
    old = Document(title="通报", parts=(*document(A, C).parts, other))
    new = Document(title="通报", parts=(*document(A, C, B).parts, replace(other, sections=())))
    assert "由“贵 州”移来" in sections(told(old, new))[0].said


def test_fields_and_parts_are_summed_up() -> None:
    new = Document(title="情况通报", parts=(*document(A).parts, DocumentPart("520000", "贵 州")))
    said = told(document(A), new)
    assert said.summary == "新增地区稿 1 个，稿件信息改动 1 项。"
    assert said.fields[0][0] == "标题"


def test_a_part_without_a_heading_is_called_by_its_region() -> None:
    bare = Document(parts=(DocumentPart("120000", "", "<p>新的。</p>"),))
    assert told(Document(), bare).parts[0].title == "天津"
