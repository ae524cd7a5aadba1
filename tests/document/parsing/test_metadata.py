"""Where each word of a line of metadata goes: into a field, into the text, or into a notice."""

from datetime import date, time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bulletins.document.outline import published
from bulletins.document.parse import Reading, parse
from bulletins.document.parsing import loss
from bulletins.document.plain import bare
from bulletins.document.text.reading import read_text
from bulletins.document.tree import Document
from regions.names import Gazetteer
from tests.document.parsing.conftest import Read

SAY = "围绕年度目标，扎实推进数据共享、平台整合和队伍建设，确保各项任务落到实处。"


def left_out(reading: Reading) -> str:
    return "".join(n.message for n in reading.notices if n.code.startswith("furniture"))


def test_a_wechat_line_gives_its_time_and_keeps_who_wrote_it(read: Read) -> None:
    reading = read(f"春天的工作\n原创 小林 示范账号 2021-03-15 09:13 发表于天津\n{SAY}")
    document = reading.document
    assert (document.title, document.published_date, document.published_time) == (
        "春天的工作", date(2021, 3, 15), time(9, 13),
    )  # fmt: skip
    assert document.source == ""
    assert "小林 示范账号" in document.parts[0].intro
    assert "发表于天津" in left_out(reading)
    assert reading.lost == ""


def test_a_wechat_header_on_lines_of_its_own(read: Read) -> None:
    reading = read(f"春天的工作\n原创\n小林\n示范账号\n2021-03-15 09:13\n天津\n{SAY}")
    assert reading.document.title == "春天的工作"
    assert [part.region for part in reading.document.parts] == [None]
    assert "region.posted" in {notice.code for notice in reading.notices}
    assert reading.lost == ""


@pytest.mark.parametrize("bar", ["｜", " | ", "丨", "："])
def test_a_bar_after_a_label_is_a_colon(read: Read, bar: str) -> None:
    document = read(f"春天的工作\n2021-03-15\n{SAY}\n来源{bar}示范日报\n编辑{bar}小林").document
    assert (document.source, document.responsible_editor) == ("示范日报", "小林")


@pytest.mark.parametrize("label", ["来源", "文章来源", "信息来源", "稿源", "转自", "图文来源"])
def test_labels_of_a_source(read: Read, label: str) -> None:
    document = read(f"春天的工作\n2021-03-15　{label}：示范日报　供稿：小林\n{SAY}").document
    assert (document.source, document.published_date) == ("示范日报", date(2021, 3, 15))
    assert "供稿：小林" in document.parts[0].intro


def test_letters_that_are_spread_out_are_a_label_without_a_colon(read: Read) -> None:
    document = read(
        "索   引   号 000-2019 分        类 其他\n"
        "发 布 机 构 示范市办公室 发 文 日 期 2019-11-29\n"
        "名        称 关于印发细则的通知\n"
        f"关于印发细则的通知\n信息来源: 示范日报\n{SAY}"
    ).document
    assert (document.index_number, document.issuing_body) == ("000-2019", "示范市办公室")
    assert (document.title, document.source) == ("关于印发细则的通知", "示范日报")
    assert document.written_date == date(2019, 11, 29)


def test_a_second_date_that_disagrees_stays_in_the_text(read: Read) -> None:
    reading = read(f"春天的工作\n发布时间：2021-03-15\n发布时间：2021-03-16\n{SAY}")
    assert reading.document.published_date == date(2021, 3, 15)
    assert "2021-03-16" in reading.document.parts[0].intro
    assert reading.lost == ""


def test_a_label_without_a_field_is_named_in_a_notice(read: Read) -> None:
    reading = read(f"春天的工作\n2021-03-15　浏览次数：12　更新时间：2022-01-01\n{SAY}")
    assert "浏览次数：12" in left_out(reading)
    assert "更新时间：2022-01-01" in left_out(reading)


def test_the_date_in_brackets_under_a_title_is_when_it_was_written(read: Read) -> None:
    document = read(f"在全市会议上的讲话\n（2023年9月15日）\n同志们：\n{SAY}").document
    assert (document.published_date, document.written_date) == (None, date(2023, 9, 15))
    assert "（2023年9月15日）" in document.parts[0].intro


def test_a_masthead_stands_over_number_and_title(read: Read) -> None:
    reading = read(f"示范市人民政府文件\n示政发〔2024〕7号\n关于工作的通知\n各单位：\n{SAY}")
    document = reading.document
    assert (document.title, document.document_number) == ("关于工作的通知", "示政发〔2024〕7号")
    assert "示范市人民政府文件" in document.parts[0].intro
    assert "head.unplaced" in {notice.code for notice in reading.notices}


def test_a_publisher_between_title_and_date_is_no_title(read: Read) -> None:
    document = read(f"全市春季植树活动圆满结束\n示范日报\n2021-03-15 10:00\n{SAY}").document
    assert document.title == "全市春季植树活动圆满结束"


@pytest.mark.parametrize(
    "line", ["网信示范   |  2021-01-12 11:08:49", "示范日报 2021-01-12 11:08:49"]
)
def test_a_publisher_beside_the_time(read: Read, line: str) -> None:
    document = read(f"全市会议传达学习精神\n{line}\n{SAY}").document
    assert document.source == line[:4]
    assert document.published_date == date(2021, 1, 12)


def test_labels_that_touch_each_other(read: Read) -> None:
    reading = read(f"关于公告的通知\n发布者:小吴发布时间:2011-08-04浏览次数:1541\n各单位：\n{SAY}")
    assert reading.document.published_date == date(2011, 8, 4)
    assert reading.lost == ""


def test_reporters_after_a_source_are_no_part_of_it(read: Read) -> None:
    document = read(f"全市会议召开\n来源:示范网 记者 小蔡 小许\n2022年06月21日\n{SAY}").document
    assert (document.source, document.published_date) == ("示范网", date(2022, 6, 21))
    assert "记者 小蔡 小许" in document.parts[0].intro


def test_an_address_after_a_source_label_is_a_link(read: Read) -> None:
    document = read(
        f"全市会议召开\n{SAY}\n责任编辑:小赵\n文章来源:http://www.example.com/1.shtml"
    ).document
    assert (document.source, document.source_address) == ("", "http://www.example.com/1.shtml")
    assert document.responsible_editor == "小赵"


def test_labels_in_traditional_letters(read: Read) -> None:
    document = read(f"首頁> 新聞>\n示範市工作\n2023-07-17 14:42\n來源:示範網\n{SAY}").document
    assert (document.title, document.source) == ("示範市工作", "示範網")


def test_the_number_of_an_issue_stands_over_the_title(read: Read) -> None:
    document = read(
        f"工作简报\n第12期（总第58期）\n示范办公室编　　2022年9月13日\n我市开展宣传活动\n{SAY}"
    ).document
    assert (document.title, document.published_date) == ("我市开展宣传活动", None)


def test_a_signature_near_the_top_of_a_short_text_is_no_publishing_date(read: Read) -> None:
    document = read("停电公告\n因检修停电\n示范供电公司\n2024年3月1日").document
    assert (document.published_date, document.written_date) == (None, date(2024, 3, 1))


def test_a_weekday_may_stand_between_date_and_time(read: Read) -> None:
    document = read(f"全市会议召开\n2021年03月15日 星期一 09:13\n{SAY}").document
    assert (document.published_date, document.published_time) == (date(2021, 3, 15), time(9, 13))


@pytest.mark.parametrize(
    ("upper", "lower"),
    [
        ("关于2024年部分节假日", "安排的通知"),
        ("示范市人民政府办公室", "关于节假日安排的通知"),
        ("示范市2023年国民经济和", "社会发展统计公报"),
    ],
)
def test_a_title_that_is_broken_over_two_lines(read: Read, upper: str, lower: str) -> None:
    assert read(f"{upper}\n{lower}\n2024-03-01\n{SAY}").document.title == upper + lower
    assert read(f"{upper}\n{lower}\n各单位：\n{SAY}").document.title == upper + lower


def test_the_name_of_a_column_is_no_half_of_a_title(read: Read) -> None:
    assert read(f"关于我们\n放假安排的通知\n2024-03-01\n{SAY}").document.title == "放假安排的通知"


def fields(document: Document) -> str:
    return "".join([
        document.source, document.issuing_body, document.responsible_editor,
        document.document_number, document.index_number,
    ])  # fmt: skip


WORDS = st.sampled_from(
    ["示范日报", "小林", "示政发〔2024〕7号", "甲乙丙", "00012/2024-001", "未知来源", "大中小"]
)
LABELS = st.sampled_from(
    [
        "来源：",
        "编辑：",
        "作者：",
        "发布机构：",
        "文号：",
        "索引号：",
        "浏览次数：",
        "稿源｜",
        "标题：",
        "",
    ]
)
LINES = st.lists(st.tuples(LABELS, WORDS), min_size=1, max_size=4)


@settings(max_examples=200, deadline=None)
@given(st.lists(LINES, min_size=1, max_size=4))
def test_every_value_is_in_a_field_in_the_text_or_in_a_notice(
    lines: list[list[tuple[str, str]]],
) -> None:
    """Asked of the document itself, not of what the parser says it accounted for."""
    printed = "\n".join("　".join(label + word for label, word in line) for line in lines)
    text = f"关于工作的通知\n2024-03-01\n{printed}\n{SAY}"
    reading = parse(read_text(text), Gazetteer.packaged())
    told = "".join(notice.message for notice in reading.notices)
    whole = bare("".join(loss.texts(reading.document)) + fields(reading.document) + told)
    for line in lines:
        for _, word in line:
            assert bare(word) in whole
    assert reading.lost == ""


def test_a_publisher_with_its_reporter_between_title_and_date(read: Read) -> None:
    document = read(f"秋收时节\n示范日报客户端 | 记者 小林\n2022-10-08 20:30\n{SAY}").document
    assert (document.title, document.source) == ("秋收时节", "示范日报客户端")
    assert "记者 小林" in document.parts[0].intro


@pytest.mark.parametrize("line", ["（接上页）", "（此件公开发布）", "(2023年修订稿)"])
def test_a_remark_in_brackets_is_no_title(read: Read, line: str) -> None:
    assert read(f"{line}\n十、加强领导\n{SAY}\n十一、加强保障\n{SAY}").document.title == ""


@pytest.mark.parametrize(
    "facts", ["时间：2024-03-01 09:00\n来源：示范网", "来源：示范网\n时间：2024/03/01 09:00"]
)
def test_a_vague_time_beside_a_source_is_when_a_page_was_published(read: Read, facts: str) -> None:
    document = read(f"关于举办读书活动的通知\n{facts}\n请按时参加。").document
    assert document.title == "关于举办读书活动的通知"
    assert published(document) == "2024-03-01 09:00"
    assert document.source == "示范网"


@pytest.mark.parametrize(
    "facts",
    ["时间：2024年3月1日\n来源：示范网", "来源：示范网\n时间：2024-03-01 09:00\n地点：三楼会议室"],
)
def test_the_time_of_an_event_is_not_when_a_page_was_published(read: Read, facts: str) -> None:
    reading = read(f"关于举办读书活动的通知\n{facts}\n请按时参加。")
    assert reading.document.published_date is None
    assert "时间：2024" in str(reading.document)
