"""Which lines open a region's part, and which never do."""

import pytest

from tests.document.parsing.conftest import Read

SAY = "围绕年度目标，扎实推进数据共享、平台整合和队伍建设，确保各项任务落到实处。"
HEAD = "多地部署年度重点工作\n2024-03-01 09:00\n"


def regions(read: Read, text: str) -> list[tuple[str | None, str]]:
    reading = read(HEAD + text)
    assert reading.lost == ""
    return [(part.region, part.heading) for part in reading.document.parts]


def codes(read: Read, text: str) -> set[str]:
    return {notice.code for notice in read(HEAD + text).notices}


def test_spaced_names_and_restarting_numbers(read: Read) -> None:
    reading = read(f"{HEAD}{SAY}\n天 津\n{SAY}\n一、甲\n{SAY}\n贵　州\n{SAY}\n一、乙\n{SAY}")
    assert [part.region for part in reading.document.parts] == ["120000", "520000"]
    assert all(len(part.sections) == 1 and part.intro for part in reading.document.parts)
    assert SAY in reading.document.lead


def test_compound_names(read: Read) -> None:
    assert regions(read, f"河北石家庄\n{SAY}\n内蒙古呼和浩特\n{SAY}") == [
        ("130100", "河北石家庄"), ("150100", "内蒙古呼和浩特"),
    ]  # fmt: skip


def test_a_region_before_a_colon(read: Read) -> None:
    reading = read(f"{HEAD}北京市：优化服务流程\n{SAY}\n上海市：{SAY}")
    first, second = reading.document.parts
    assert (first.region, first.heading, first.sections[0].heading) == (
        "110000",
        "北京市：",
        "优化服务流程",
    )
    assert (second.region, second.intro) == ("310000", f"<p>{SAY}</p>")


def test_numbered_headings_that_are_the_regions(read: Read) -> None:
    text = f"一、北京\n{SAY}\n（一）甲\n{SAY}\n二、天津\n{SAY}"
    assert regions(read, text) == [("110000", "一、北京"), ("120000", "二、天津")]


def test_the_outer_count_goes_on_after_the_regions(read: Read) -> None:
    text = f"一、总体情况\n{SAY}\n二、各地做法\n天津\n{SAY}\n四川\n{SAY}\n三、下步打算\n{SAY}"
    assert regions(read, text) == [(None, ""), ("120000", "天津"), ("510000", "四川"), (None, "")]


@pytest.mark.parametrize(
    "line",
    [
        "和平",
        "东方",
        "新华",
        "和平发展",
        "天津市人民政府：",
        "各省、自治区、直辖市：",
        "北京时间",
        "海南岛之旅",
    ],
)
def test_ordinary_words_and_addressees_are_text(read: Read, line: str) -> None:
    assert [code for code, _ in regions(read, f"{line}\n{SAY}") if code] == []


def test_a_list_of_names_is_a_menu(read: Read) -> None:
    text = f"北京\n天津\n河北\n山西\n{SAY}"
    assert regions(read, text) == [(None, "")]
    assert "region.list" in codes(read, text)


def test_an_ambiguous_name_is_pointed_at_with_all_its_candidates(read: Read) -> None:
    reading = read(f"{HEAD}朝阳区\n{SAY}")
    assert [part.region for part in reading.document.parts] == [None]
    assert any(n.code == "region.ambiguous" and "110105" in n.message for n in reading.notices)


def test_telephones_by_region_are_a_list(read: Read) -> None:
    assert regions(read, f"{SAY}\n北京：010-1234\n上海：021-1234\n天津：022-1234") == [(None, "")]


def test_a_signature_is_no_region(read: Read) -> None:
    assert regions(read, f"一、甲\n{SAY}\n天津市委网信办\n2024年2月28日") == [(None, "")]


def test_a_region_may_come_twice(read: Read) -> None:
    assert regions(read, f"天津\n{SAY}\n四川\n{SAY}\n天津\n{SAY}") == [
        ("120000", "天津"), ("510000", "四川"), ("120000", "天津"),
    ]  # fmt: skip


def test_an_ambiguous_region_among_others_takes_no_text_from_them(read: Read) -> None:
    text = f"北京市海淀区\n{SAY}\n鼓楼区\n各街道完成摸排。\n浙江\n{SAY}"
    parts = read(HEAD + text).document.parts
    assert [(part.region, part.heading) for part in parts] == [
        ("110108", "北京市海淀区"), (None, "鼓楼区"), ("330000", "浙江"),
    ]  # fmt: skip
    assert "摸排" not in parts[0].intro
