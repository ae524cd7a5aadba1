"""What changed between two versions, as the 审核单 lists it: added, removed, moved, changed."""

import random
import time
from collections import Counter
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bulletins.document.canonical import same_content
from bulletins.document.diff.compare import compare
from bulletins.document.diff.result import DocumentDiff, Kind, PartDiff, SectionDiff
from bulletins.document.keys import with_keys
from bulletins.document.tree import Document, DocumentAttachment, DocumentPart, DocumentSection
from tests.document.lean import lean
from tests.document.strategies import documents

CALL = DocumentSection(1, "部署", "<p>各单位要落实安全责任，及时排查隐患。</p>")
DUTY = DocumentSection(1, "值班", "<p>值班人员保持电话畅通，遇有情况立即报告。</p>")
FIRE = DocumentSection(1, "防火", "<p>林区禁止野外用火，重点路口设卡检查。</p>")
TIANJIN = DocumentPart("120000", "天 津", "<p>安排如下。</p>", (CALL, DUTY, FIRE))
BEIJING = DocumentPart("110000", "北 京", "<p>安排如下。</p>", (CALL, DUTY))
PLAN = Document(title="春季安排", parts=(TIANJIN, BEIJING))
MIRROR = {Kind.ADDED: Kind.REMOVED, Kind.REMOVED: Kind.ADDED}


def part(*sections: DocumentSection) -> Document:
    return Document(parts=(DocumentPart(sections=sections),))


def kinds(found: DocumentDiff) -> list[str]:
    """Each section's kind and words, in the order of the comparison."""
    sections = [section for part in found.parts for section in part.sections]
    return [
        f"{section.kind} {(section.new or section.old or CALL).heading}" for section in sections
    ]


def test_a_section_added_and_one_removed_are_named_where_they_stand() -> None:
    assert kinds(compare(part(CALL, DUTY), part(CALL, FIRE, DUTY))) == [
        "same 部署",
        "added 防火",
        "same 值班",
    ]
    assert kinds(compare(part(CALL, FIRE, DUTY), part(CALL, DUTY))) == [
        "same 部署",
        "removed 防火",
        "same 值班",
    ]


def test_a_section_that_moved_is_not_one_removed_and_one_added() -> None:
    found = compare(part(CALL, DUTY, FIRE), part(FIRE, CALL, DUTY))
    assert kinds(found) == ["moved 防火", "same 部署", "same 值班"]
    assert (found.parts[0].sections[0].old_label, found.parts[0].sections[0].new_label) == (
        "三、",
        "一、",
    )


def test_a_section_that_moved_and_changed_says_both() -> None:
    later = replace(FIRE, body=FIRE.body.replace("设卡检查", "设卡登记检查"))
    section = compare(part(CALL, DUTY, FIRE), part(later, CALL, DUTY)).parts[0].sections[0]
    assert (section.kind, section.moved) == (Kind.CHANGED, True)
    assert [piece.text for piece in section.body.pieces if piece.kind == "added"] == ["登记"]


def test_a_key_tells_a_section_even_when_all_its_words_changed() -> None:
    old, new = replace(CALL, key="k2345a"), replace(FIRE, key="k2345a")
    assert kinds(compare(part(old), part(new))) == ["changed 防火"]
    assert sorted(kinds(compare(part(CALL), part(FIRE)))) == ["added 防火", "removed 部署"]


def test_without_keys_words_tell_which_section_is_which() -> None:
    renamed = replace(DUTY, heading="值守")
    rewritten = replace(FIRE, body=FIRE.body.replace("重点路口", "各村口"))
    found = compare(part(CALL, DUTY, FIRE), part(CALL, renamed, rewritten))
    assert kinds(found) == ["same 部署", "changed 值守", "changed 防火"]


def test_of_all_couplings_the_best_is_taken_not_the_first() -> None:
    """The new first section resembles both old ones; the new second only the old first."""
    one = DocumentSection(1, "检查", "<p>甲乙丙丁戊己庚辛</p>")
    two = DocumentSection(1, "检查", "<p>甲乙丙丁壬癸子丑</p>")
    mixed = DocumentSection(1, "检查", "<p>甲乙丙丁壬癸戊己</p>")
    alone = DocumentSection(1, "检查", "<p>寅卯辰巳戊己庚辛</p>")
    sections = compare(part(one, two), part(mixed, alone)).parts[0].sections
    assert [(section.old, section.new) for section in sections] == [(two, mixed), (one, alone)]


def test_a_number_that_follows_the_count_is_no_change_but_an_author_s_number_is() -> None:
    found = compare(part(DUTY), part(CALL, DUTY)).parts[0].sections[1]
    assert (found.kind, found.old_label, found.new_label) == (Kind.SAME, "一、", "二、")
    numbered = compare(part(DUTY), part(replace(DUTY, value=3))).parts[0].sections[0]
    assert numbered.notes == ("编号由「一、」改为「三、」",)


@pytest.mark.parametrize(
    ("change", "note"),
    [
        ({"level": 2}, "层次由一级改为二级"),
        ({"run_in": "。"}, "标题与正文的连接由分行改为接排（。）"),
        ({"heading": None}, "由标题改为条文"),
    ],
)
def test_what_no_word_shows_of_a_section_is_said(change: dict[str, object], note: str) -> None:
    later = replace(replace(DUTY, key="k2345a"), **change)  # type: ignore[arg-type]
    found = compare(part(replace(DUTY, key="k2345a")), part(later)).parts[0].sections[0]
    assert (found.kind, found.notes) == (Kind.CHANGED, (note,))


def test_a_region_is_never_taken_for_another() -> None:
    """Two regions copy the same text from each other: it is still the one's and the other's."""
    only_beijing = replace(PLAN, parts=(replace(TIANJIN, region="110000", heading="北 京"),))
    found = compare(replace(PLAN, parts=(TIANJIN,)), only_beijing)
    assert sorted(part.kind for part in found.parts) == [Kind.ADDED, Kind.REMOVED]


def test_parts_in_another_order_have_moved() -> None:
    found = compare(PLAN, replace(PLAN, parts=(BEIJING, TIANJIN)))
    assert sorted(part.kind for part in found.parts) == [Kind.MOVED, Kind.SAME]


def test_the_text_of_a_plain_notice_is_one_text_however_rewritten() -> None:
    old, new = DocumentPart(intro="<p>明日停电。</p>"), DocumentPart(intro="<p>周五供水。</p>")
    assert [
        part.kind for part in compare(Document(parts=(old,)), Document(parts=(new,))).parts
    ] == [Kind.CHANGED]


def test_a_section_that_went_to_another_region_says_where_it_came_from() -> None:
    without = replace(TIANJIN, sections=(CALL, DUTY))
    received = replace(BEIJING, sections=(CALL, DUTY, FIRE))
    found = compare(PLAN, replace(PLAN, parts=(without, received)))
    assert [part.kind for part in found.parts] == [Kind.CHANGED, Kind.CHANGED]
    assert Counter(kinds(found)) == {"same 部署": 2, "same 值班": 2, "moved 防火": 1}
    assert found.parts[1].sections[2].came_from == "天 津"


def test_fields_are_named_in_the_office_s_words() -> None:
    later = replace(
        PLAN,
        title="夏季安排",
        tags=("春季、检查",),
        attachments=(DocumentAttachment("名单", "file:" + "1" * 64),),
    )
    earlier = replace(
        PLAN,
        tags=("春季", "检查"),
        attachments=(DocumentAttachment("名单", "file:" + "0" * 64),),
    )
    found = {item.label: item.text for item in compare(earlier, later).fields}
    assert set(found) == {"标题", "附件", "标签"}
    assert found["附件"].notes == ("附件有变化",)


@lean
@given(documents(), documents(), st.booleans())
def test_a_comparison_is_empty_exactly_when_readers_see_the_same(
    one: Document, other: Document, same: bool
) -> None:
    other = with_keys(one) if same else other
    assert compare(one, one).is_empty
    assert compare(one, other).is_empty == same_content(one, other)


@lean
@given(documents(), documents(), st.randoms(use_true_random=False))
def test_the_comparison_the_other_way_round_is_its_mirror_image(
    one: Document, other: Document, dice: random.Random
) -> None:
    shuffled = list(one.parts + other.parts)
    dice.shuffle(shuffled)
    other = replace(other, parts=tuple(shuffled[:4]))
    there, back = compare(one, other), compare(other, one)
    assert Counter(map(_said, there.parts)) == Counter(map(_mirrored, back.parts))
    assert {item.name for item in there.fields} == {item.name for item in back.fields}
    sections = [section for part in there.parts for section in part.sections]
    mirrored = [section for part in back.parts for section in part.sections]
    assert Counter(map(_said, sections)) == Counter(map(_mirrored, mirrored))


def _said(found: PartDiff | SectionDiff) -> tuple[object, ...]:
    return found.kind, found.moved, found.old, found.new


def _mirrored(found: PartDiff | SectionDiff) -> tuple[object, ...]:
    return MIRROR.get(found.kind, found.kind), found.moved, found.new, found.old


def test_a_thousand_changed_and_shuffled_sections_are_told_apart_in_seconds() -> None:
    dice = random.Random(7)  # noqa: S311
    signs = [chr(dice.randrange(0x4E00, 0x9FA5)) for _ in range(400)]
    old = [
        DocumentSection(1, f"要求{n}", f"<p>{''.join(dice.choices(signs, k=120))}</p>")
        for n in range(1000)
    ]
    new = [replace(section, body=section.body.replace("<p>", "<p>兹定于")) for section in old]
    dice.shuffle(new)
    begun = time.process_time()
    found = compare(part(*old), part(*new)).parts[0].sections
    assert time.process_time() - begun < 15
    assert {section.kind for section in found} == {Kind.CHANGED}
    assert all(s.old and s.new and s.old.heading == s.new.heading for s in found)


def test_thirty_four_regions_rewritten_from_end_to_end_take_a_moment() -> None:
    dice = random.Random(7)  # noqa: S311
    words = "加强 巡查 落实 责任 通知 工作 计划 单位 开展 检查 安全 教育 活动 报告 要求 ，".split()

    def year() -> Document:
        def section() -> DocumentSection:
            return DocumentSection(
                1, dice.choice(words), f"<p>{''.join(dice.choices(words, k=80))}</p>"
            )

        return Document(
            parts=tuple(
                DocumentPart(f"{code}0000", "", "", tuple(section() for _ in range(12)))
                for code in range(11, 45)
            )
        )

    begun = time.process_time()
    assert not compare(year(), year()).is_empty
    assert time.process_time() - begun < 10
