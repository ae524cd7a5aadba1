"""Numbered sections in all the ways offices write them (standards, section 4)."""

import pytest

from bulletins.document.numbering import labels
from bulletins.document.tree import DocumentSection
from tests.document.parsing.conftest import Read

LONG = "各科室要结合实际制定清单，明确责任人和完成时限，每季度向办公室报送进展情况。"


def sections(read: Read, text: str) -> tuple[DocumentSection, ...]:
    reading = read(f"关于做好年度重点工作的通知\n2024-03-01 10:00\n{text}")
    assert reading.lost == ""
    return reading.document.parts[0].sections


def codes(read: Read, text: str) -> list[str]:
    return [notice.code for notice in read(f"关于工作的通知\n2024-03-01\n{text}").notices]


def test_four_levels(read: Read) -> None:
    found = sections(
        read, f"一、总体要求\n（一）目标\n1.数量\n(1)一季度\n{LONG}\n二、保障措施\n{LONG}"
    )
    assert [(s.level, s.heading) for s in found] == [
        (1, "总体要求"), (2, "目标"), (3, "数量"), (4, "一季度"), (1, "保障措施"),
    ]  # fmt: skip
    assert LONG in found[3].body


def test_two_levels_may_skip_the_second(read: Read) -> None:
    assert codes(read, f"一、要求\n1.数量\n{LONG}\n2.质量\n{LONG}") == []


def test_run_in_heading_keeps_its_mark(read: Read) -> None:
    found = sections(read, f"(一)指导思想。{LONG}\n(二)基本原则。{LONG}")
    assert [(s.heading, s.run_in) for s in found] == [("指导思想", "。"), ("基本原则", "。")]
    assert found[0].body == f"<p>{LONG}</p>"


def test_run_in_with_colon(read: Read) -> None:
    found = sections(
        read, "一、时间：3月15日上午9:00。\n二、地点：三楼会议室。\n三、人员：各科室负责人。"
    )
    assert [s.heading for s in found] == ["时间", "地点", "人员"]
    assert {s.run_in for s in found} == {"："}


def test_clauses_have_no_heading(read: Read) -> None:
    found = sections(
        read,
        "一、各单位应当按照规定的权限和程序办理公文，不得越级行文，不得多头报送，确需越级的应当抄送被越过的单位。\n"
        "二、公文应当准确、完整、及时，用语规范，附件齐全，涉及其他部门职权的，主办部门应当主动与其协商一致后行文。",
    )
    assert [s.heading for s in found] == [None, None]
    assert labels_of(found) == ["一、", "二、"]


def labels_of(found: tuple[DocumentSection, ...]) -> list[str]:
    from bulletins.document.tree import DocumentPart

    return list(labels(DocumentPart(sections=found)))


def test_distances_dates_and_school_years_are_no_numbers(read: Read) -> None:
    found = sections(
        read, f"一、道路\n3.5 公里道路完成改造，{LONG}\n2024.3.1 起施行。\n一、二年级学生放假。"
    )
    assert [s.heading for s in found] == ["道路"]
    assert "3.5 公里" in found[0].body
    assert "一、二年级" in found[0].body


def test_a_school_year_after_a_number_is_text(read: Read) -> None:
    found = sections(read, f"1.2020级新生第一周报到。{LONG}\n2.2019级学生第二周注册。{LONG}")
    assert [s.level for s in found] == [3, 3]


def test_one_two_three_in_running_text_stay_text(read: Read) -> None:
    found = sections(read, "一、问题\n一是公开不及时；二是回应不够主动；三是解读形式单一。")
    assert len(found) == 1


def test_bare_numbers_on_their_own_line(read: Read) -> None:
    found = sections(
        read, "1\n加强平台建设，提升服务能力\n2\n规范信息发布，健全审核机制\n3\n强化队伍培训"
    )
    assert [(s.level, s.heading) for s in found] == [
        (1, "加强平台建设，提升服务能力"),
        (1, "规范信息发布，健全审核机制"),
        (1, "强化队伍培训"),
    ]


def test_a_single_bare_number_is_not_a_heading(read: Read) -> None:
    assert sections(read, f"{LONG}\n1\n{LONG}") == ()


def test_padded_numbers_that_touch_their_heading(read: Read) -> None:
    found = sections(read, f"01综合\n{LONG}\n02农业\n{LONG}\n10月底前完成。")
    assert [s.heading for s in found] == ["综合", "农业"]


def test_a_whole_document_in_one_line(read: Read) -> None:
    text = f"现将情况通报如下: 一、总体情况 {LONG * 3} 二、主要问题 {LONG} 三、下步要求 (一)加强审核。{LONG}"
    document = read(text).document
    found = document.parts[0].sections
    assert [(s.level, s.heading) for s in found] == [
        (1, "总体情况"), (1, "主要问题"), (1, "下步要求"), (2, "加强审核"),
    ]  # fmt: skip


def test_gaps_repeats_and_steps_back_keep_the_authors_number(read: Read) -> None:
    text = f"一、甲\n{LONG}\n三、乙\n{LONG}\n三、丙\n{LONG}\n二、丁\n{LONG}"
    assert [s.value for s in sections(read, text)] == [None, 3, 3, 2]
    assert codes(read, text) == ["number.gap", "number.repeat", "number.back"]


def test_numbering_runs_on_across_chapters(read: Read) -> None:
    text = f"第一章 总则\n一、为规范管理，制定本规则，{LONG}\n第二章　分 则\n二、各单位应当遵守，{LONG}"
    found = sections(read, text)
    assert [(s.level, s.heading) for s in found] == [
        (0, "第一章 总则"), (1, None), (0, "第二章　分 则"), (1, None),
    ]  # fmt: skip
    assert [s.value for s in found] == [None] * 4


def test_past_fifty(read: Read) -> None:
    from bulletins.document.numbering import label

    text = "\n".join(f"{label(1, n)}第{n}项任务\n{LONG}" for n in range(1, 61))
    assert [s.value for s in sections(read, text)] == [None] * 60


@pytest.mark.parametrize("space", ["\u3000\u3000", "\u00a0 ", "  \t"])
def test_indents_of_any_kind_of_space(read: Read, space: str) -> None:
    assert [s.heading for s in sections(read, f"{space}一、 总体要求\n{space}{LONG}")] == [
        "总体要求"
    ]


def test_the_chinese_comma_after_digits_is_advice_not_an_error(read: Read) -> None:
    assert codes(read, f"1、甲\n{LONG}\n2、乙\n{LONG}") == ["marker.style"]


def test_each_region_counts_its_bare_numbers_afresh(read: Read) -> None:
    text = f"天 津\n{LONG}\n01\n守正创新\n{LONG}\n02\n多点发力\n{LONG}\n贵 州\n{LONG}\n01\n紧盯目标\n{LONG}"
    parts = read(f"多地部署工作\n2024-03-01\n{text}").document.parts
    assert [[s.heading for s in part.sections] for part in parts] == [
        ["守正创新", "多点发力"],
        ["紧盯目标"],
    ]


def test_notes_that_begin_on_their_labels_line_are_no_sections(read: Read) -> None:
    found = sections(
        read,
        f"一、综合\n{LONG}\n注：1.本表数据为初步统计数。\n2.部分数据因四舍五入不等于分项之和。",
    )
    assert [s.heading for s in found] == ["综合"]


def test_questions_are_headings_over_their_answers(read: Read) -> None:
    found = sections(read, f"一、什么是公共数据？\n{LONG}\n二、怎样申请使用？\n{LONG}")
    assert [s.heading for s in found] == ["什么是公共数据？", "怎样申请使用？"]


def test_school_years_in_the_first_line_are_no_sections(read: Read) -> None:
    text = "一、二、三年级学生下午三点半放学。\n一、二年级学生由老师带到门口。"
    assert sections(read, text) == ()


def test_a_heading_may_begin_with_the_next_numeral(read: Read) -> None:
    found = sections(read, f"一、二维码的使用\n{LONG}\n二、三项要求\n{LONG}\n三、一等奖\n{LONG}")
    assert [s.heading for s in found] == ["二维码的使用", "三项要求", "一等奖"]


@pytest.mark.parametrize("mark", ["一、", "（一）", "1."])
def test_a_mark_alone_on_its_line_belongs_to_the_next_one(read: Read, mark: str) -> None:
    found = sections(read, f"{mark}\n活动主题\n{LONG}")
    assert [(s.heading, s.body) for s in found] == [("活动主题", f"<p>{LONG}</p>")]


@pytest.mark.parametrize(
    "marks", ["1 2 3", "01 02 03", "PART01 PART02 PART03", "一 二 三", "壹 贰 叁"]
)
def test_ornamental_numbers_above_their_headings(read: Read, marks: str) -> None:
    text = "\n".join(f"{mark}\n做好事\n{LONG}" for mark in marks.split())
    assert [s.heading for s in sections(read, text)] == ["做好事"] * 3


def test_numbers_of_a_table_that_was_pasted_cell_by_cell_are_none(read: Read) -> None:
    assert sections(read, "序号\n单位\n1\n示范街道办事处\n2\n示范镇人民政府") == ()


def test_bare_numbers_that_run_on_across_regions_have_no_gap(read: Read) -> None:
    text = f"浙江\n{LONG}\n1\n山村\n{LONG}\n2\n海岛\n{LONG}\n广东\n{LONG}\n3\n荔枝园\n{LONG}"
    reading = read(f"数字乡村建设经验\n2024-03-01\n{text}")
    assert [s.value for part in reading.document.parts for s in part.sections] == [None, None, 3]
    assert not [n for n in reading.notices if n.code.startswith("number")]


def test_a_value_that_ends_with_a_colon_runs_in_among_own_line_headings(read: Read) -> None:
    found = sections(
        read, f"一、主题\n{LONG}\n二、方式：请将报名表发至邮箱，联系人见附表：\n{LONG}"
    )
    assert [(s.heading, s.run_in) for s in found] == [("主题", ""), ("方式", "：")]


def test_a_table_of_contents_repeats_no_headings(read: Read) -> None:
    text = (
        f"目 录\n第一章 总则……1\n一、依据\n第二章 附则……9\n"
        f"第一章 总则\n一、依据\n{LONG}\n第二章 附则\n{LONG}"
    )
    found = sections(read, text)
    assert [s.heading for s in found] == ["第一章 总则", "依据", "第二章 附则"]


def test_a_sentence_that_goes_on_after_its_colon_is_a_clause(read: Read) -> None:
    found = sections(
        read,
        "一、将第三条修改为：“本市绿化工作坚持政府主导、社会参与、科学规划、严格保护的原则，推动城乡绿化。”\n"
        "二、删去第十条。\n"
        "三、将第十二条改为第十一条，修改为：“任何单位不得擅自占用绿地，因建设需要占用的应当经主管部门批准。”",
    )
    assert [s.heading for s in found] == [None, None, None]


def test_decimals_that_count_up_as_one_whole(read: Read) -> None:
    found = sections(
        read,
        f"1 总则\n1.1 目的\n{LONG}\n1.2 依据\n{LONG}\n2 响应\n2.1 措施\n2.1.1 处置\n2.5公里内疏散。\n3.5 公里外警戒。",
    )
    assert [(s.level, s.heading) for s in found] == [
        (1, "总则"), (2, "目的"), (2, "依据"), (1, "响应"), (2, "措施"), (3, "处置"),
    ]  # fmt: skip
    assert "3.5 公里外警戒" in found[-1].body


def test_a_section_may_begin_on_the_line_of_its_parent(read: Read) -> None:
    found = sections(
        read, f"一、总体要求（一）指导思想。{LONG}\n（二）基本原则。{LONG}\n二、保障\n{LONG}"
    )
    assert [(s.level, s.heading) for s in found] == [
        (1, "总体要求"), (2, "指导思想"), (2, "基本原则"), (1, "保障"),
    ]  # fmt: skip


def test_half_a_bracket_after_a_chinese_numeral_is_a_mark(read: Read) -> None:
    found = sections(read, f"一、作息\n一）熄灯\n{LONG}\n二）静音\n{LONG}")
    assert [(s.level, s.heading) for s in found] == [(1, "作息"), (2, "熄灯"), (2, "静音")]


@pytest.mark.parametrize(
    "line", ["陆、海、空三军仪仗队受阅。", "伍、刘两家捐出藏书。", "拾起旧书，读出新意。"]
)
def test_a_word_that_begins_with_a_capital_numeral_is_no_mark(read: Read, line: str) -> None:
    (part,) = read(f"工作综述\n壹、工作进展\n{line}\n贰、下步打算\n继续努力。").document.parts
    assert [section.heading for section in part.sections] == ["工作进展", "下步打算"]
    assert line in part.sections[0].body
