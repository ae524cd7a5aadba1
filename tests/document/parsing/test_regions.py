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


@pytest.mark.parametrize(
    ("left", "right"), ["《》", "‹›", "｜｜", "||", "（）", "()", "【】", "〔〕", "[]", "「」"]
)
def test_names_in_brackets_or_bars(read: Read, left: str, right: str) -> None:
    text = f"{left}天津{right}\n{SAY}\n{left} 贵州 {right}\n{SAY}"
    assert [code for code, _ in regions(read, text)] == ["120000", "520000"]


def test_one_name_in_round_brackets_tells_where_something_was_written(read: Read) -> None:
    assert regions(read, f"{SAY}\n（北京）\n{SAY}") == [(None, "")]


@pytest.mark.parametrize(
    ("left", "right"), ["【】", "〔〕", "[]", ("", "｜"), ("", " | "), ("", "："), "［］"]
)
def test_names_at_the_head_of_their_paragraph(read: Read, left: str, right: str) -> None:
    text = f"{left}天津{right}{SAY}\n{left}贵州{right}{SAY}"
    parts = read(HEAD + text).document.parts
    assert [(part.region, part.intro) for part in parts] == [
        ("120000", f"<p>{SAY}</p>"), ("520000", f"<p>{SAY}</p>"),
    ]  # fmt: skip


def test_numbered_names_with_their_text_after_a_colon(read: Read) -> None:
    text = f"一、北京市：{SAY}\n二、上海市：{SAY}"
    assert regions(read, text) == [("110000", "一、北京市："), ("310000", "二、上海市：")]


@pytest.mark.parametrize(
    ("names", "stranger"),
    [
        (("香 港", "澳 门", "台 湾"), "海 外"),
        (("【安徽】", "【江西】", "【湖北】"), "【流域管理局】"),
        (("安徽", "江西", "湖北"), "海外"),
        (("安徽：", "江西：", "湖北："), "其他地区："),
        (("安 徽", "江 西", "湖 北"), "结 语"),
    ],
)
def test_a_heading_that_is_set_like_regions_ends_the_region_before(
    read: Read, names: tuple[str, ...], stranger: str
) -> None:
    text = "\n".join(f"{name}\n{SAY}" for name in names) + f"\n{stranger}\n各界人士齐聚一堂。"
    parts = read(HEAD + text).document.parts
    assert [part.region for part in parts][-2:] != [None, None]
    assert (parts[-1].region, parts[-1].heading) == (None, stranger)
    assert "各界人士" not in parts[-2].intro


def test_a_short_line_among_plain_region_headings_is_pointed_at(read: Read) -> None:
    text = f"安徽\n{SAY}\n江西\n{SAY}\n流域局\n{SAY}\n湖北\n{SAY}"
    assert "region.unknown" in codes(read, text)
    assert [code for code, _ in regions(read, text)] == ["340000", "360000", "420000"]


def test_headings_that_come_again_in_each_region_are_not_pointed_at(read: Read) -> None:
    text = "\n".join(f"{name}\n主要做法\n{SAY}" for name in ("安徽", "江西", "湖北"))
    assert "region.unknown" not in codes(read, text)


def test_a_city_in_the_title_says_whose_districts_are_meant(read: Read) -> None:
    text = f"石家庄市各区春季绿化进展\n2024-03-01\n长安区\n{SAY}\n新华区\n{SAY}"
    assert [part.region for part in read(text).document.parts] == ["130102", "130105"]


def test_cells_of_a_table_that_was_pasted_line_by_line_are_no_headings(read: Read) -> None:
    text = "姓名\n籍贯\n学历\n甲某\n天津\n硕士\n乙某\n河北\n本科\n丙某\n山东\n博士"
    assert regions(read, text) == [(None, "")]
    assert "region.list" in codes(read, text)


def test_regions_of_a_whole_bulletin_in_one_line(read: Read) -> None:
    text = (
        f"今年以来，{SAY} 天 津 围绕一条主线，{SAY} 一、强化引领 {SAY} 二、强化治理 {SAY} "
        f"贵 州 持续深化行动，{SAY} 一、抓好宣传 {SAY} 二、抓好安全 {SAY}"
    )
    parts = read(text).document.parts
    assert [(p.region, [s.heading for s in p.sections]) for p in parts] == [
        ("120000", ["强化引领", "强化治理"]), ("520000", ["抓好宣传", "抓好安全"]),
    ]  # fmt: skip


def test_regions_among_other_numbered_sections_of_their_level(read: Read) -> None:
    text = (
        f"一、总体情况\n（一）进展\n{SAY}\n（二）不足\n{SAY}\n（三）原因\n{SAY}\n"
        f"二、各地做法\n（一）北京\n{SAY}\n（二）天津\n{SAY}\n三、下步打算\n{SAY}"
    )
    assert [code for code, _ in regions(read, text)] == [None, "110000", "120000", None]


def test_a_lone_name_in_the_midst_of_a_text_is_pointed_at(read: Read) -> None:
    assert regions(read, f"{SAY}\n天津\n{SAY}") == [(None, "")]
    assert "region.alone" in codes(read, f"{SAY}\n天津\n{SAY}")


@pytest.mark.parametrize("line", ["天 津", "【天津】", "天津："])
def test_a_lone_name_that_is_written_as_a_heading_is_one(read: Read, line: str) -> None:
    assert [code for code, _ in regions(read, f"{SAY}\n{line}\n{SAY}") if code] == ["120000"]


def test_an_addressee_and_a_signature_are_no_headings(read: Read) -> None:
    text = f"天津市网信办：\n{SAY}\n专此函复。\n河北省网信办"
    assert regions(read, text) == [(None, "")]


def test_cities_under_their_province_stay_its_paragraphs(read: Read) -> None:
    text = f"浙江\n{SAY}\n杭州：{SAY}\n宁波：{SAY}\n江苏\n{SAY}\n苏州：{SAY}"
    assert [code for code, _ in regions(read, text)] == ["330000", "320000"]


def test_a_numbered_section_beside_numbered_regions_is_no_share_of_the_last(read: Read) -> None:
    reading = read(f"{HEAD}一、北京\n{SAY}\n二、天津\n{SAY}\n三、下步打算\n{SAY}")
    parts = reading.document.parts
    assert [part.region for part in parts] == ["110000", "120000", None]
    assert [(s.heading, s.value) for s in parts[2].sections] == [("下步打算", 3)]
    assert not [n for n in reading.notices if n.code.startswith("number")]


def test_several_regions_may_share_a_heading(read: Read) -> None:
    text = f"【福建】\n{SAY}\n【广东、广西】\n两地共建园区。\n【上海】\n{SAY}"
    parts = read(HEAD + text).document.parts
    assert [(part.region, part.heading) for part in parts] == [
        ("350000", "【福建】"), (None, "【广东、广西】"), ("310000", "【上海】"),
    ]  # fmt: skip


def test_what_stands_in_brackets_where_regions_do_is_no_share_of_them(read: Read) -> None:
    text = f"【江苏】{SAY}\n【浙江】{SAY}\n【流域机构】通报情况。"
    parts = read(HEAD + text).document.parts
    assert [(part.region, part.heading) for part in parts][2] == (None, "【流域机构】")


def test_a_count_beside_the_name_is_part_of_the_heading(read: Read) -> None:
    assert regions(read, f"北京市（2家）\n{SAY}\n天津市（3家）\n{SAY}") == [
        ("110000", "北京市（2家）"), ("120000", "天津市（3家）"),
    ]  # fmt: skip


def test_numbers_and_names_in_the_cells_of_a_table_are_no_headings(read: Read) -> None:
    text = "地区\n件数\n1\n广东\n350\n2\n浙江\n260\n3\n江苏\n110"
    assert [code for code, _ in regions(read, text) if code] == []
