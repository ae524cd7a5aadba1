"""Title, dates, source, numbers at the top; signature, attachments, furniture at the end."""

from datetime import date, time

import pytest

from tests.document.parsing.conftest import Read

SAY = "围绕年度目标，扎实推进数据共享、平台整合和队伍建设，确保各项任务落到实处。"


def test_breadcrumb_title_and_time(read: Read) -> None:
    text = f"某某办公室\n工作动态\n当前位置: 首页 — 正文\n多地部署年度工作\n2024-03-01 09:05\n{SAY}\n关闭窗口"
    document = read(text).document
    assert (document.title, document.published_date, document.published_time) == (
        "多地部署年度工作", date(2024, 3, 1), time(9, 5),
    )  # fmt: skip
    assert document.parts[0].intro == f"<p>{SAY}</p>"


def test_what_was_left_out_of_a_page_is_said(read: Read) -> None:
    reading = read(
        f"首页 > 动态 > 正文\n年度工作综述\n2024-03-01\n{SAY}\n【打印】【关闭】\n版权所有 某某办公室"
    )
    said = [n.message for n in reading.notices if n.code.startswith("furniture")]
    assert len(said) == 2
    assert "版权所有 某某办公室" in said[1]


def test_a_line_of_labels(read: Read) -> None:
    document = read(
        f"年度工作综述\n发布时间：2024年3月1日 来源：示范市网信办 浏览次数：12 作者：小林\n{SAY}"
    ).document
    assert (document.published_date, document.source) == (date(2024, 3, 1), "示范市网信办")
    assert "小林" in document.parts[0].intro


def test_labels_with_their_values_below(read: Read) -> None:
    text = f"年度工作规则\n索引号：\n00012/2024-001\n来源：\n发文字号：\n示政发〔2024〕7号\n发布日期：\n2024-03-02\n{SAY}"
    document = read(text).document
    assert document.index_number == "00012/2024-001"
    assert document.document_number == "示政发〔2024〕7号"
    assert (document.source, document.published_date) == ("", date(2024, 3, 2))


def test_source_in_brackets_at_the_end(read: Read) -> None:
    document = read(f"年度工作综述\n2024-03-01\n{SAY}\n(来源 示范日报)").document
    assert document.source == "示范日报"


def test_two_sources_that_disagree_are_both_kept(read: Read) -> None:
    reading = read(f"年度工作综述\n2024-03-01 来源：示范日报\n{SAY}\n（来源：示范晚报）")
    assert reading.document.source == "示范日报"
    assert "示范晚报" in reading.document.parts[0].intro
    assert reading.lost == ""


def test_signature_date_and_note(read: Read) -> None:
    document = read(
        f"关于工作的通知\n{SAY}\n示范市人民政府办公室\n二〇二四年三月一日\n（此件公开发布）"
    ).document
    assert document.written_date == date(2024, 3, 1)
    assert document.published_date is None
    assert document.closing == (
        '<p class="right">示范市人民政府办公室</p><p class="right">二〇二四年三月一日</p><p>（此件公开发布）</p>'
    )


def test_attachments(read: Read) -> None:
    document = read(
        f"关于工作的通知\n{SAY}\n附件：1.任务清单\n2.联系表\n示范市办公室\n2024年3月1日"
    ).document
    assert [item.title for item in document.attachments] == ["任务清单", "联系表"]
    assert "示范市办公室" in document.closing


def test_document_passed_on_under_a_cover_note(read: Read) -> None:
    text = (
        f"关于印发《年度规则》的通知\n各单位：\n{SAY}\n示范市办公室\n2024年3月1日\n"
        f"年度规则\n第一章 总则\n一、为规范管理，制定本规则，{SAY}"
    )
    document = read(text).document
    assert [part.heading for part in document.parts] == ["", "年度规则"]
    assert document.written_date == date(2024, 3, 1)


def test_no_title_is_better_than_a_wrong_one(read: Read) -> None:
    assert read(f"各县（市、区）人民政府：\n{SAY}\n一、甲\n{SAY}").document.title == ""


def test_a_month_and_day_without_a_year_is_no_date(read: Read) -> None:
    document = read(f"全市会议召开\n1月14日上午，全市会议召开。{SAY}").document
    assert (document.published_date, document.written_date) == (None, None)


def test_today_on_the_page_is_no_publishing_date(read: Read) -> None:
    assert read(f"年度工作综述\n今天是2024年3月1日 星期五\n{SAY}").document.published_date is None


def test_a_date_right_after_the_source(read: Read) -> None:
    document = read(f"年度工作综述\n来源：示范日报 2024-03-01 10:11\n{SAY}").document
    assert (document.source, document.published_date) == ("示范日报", date(2024, 3, 1))


def test_a_regions_name_is_no_title(read: Read) -> None:
    assert read(f"天 津\n{SAY}\n四 川\n{SAY}").document.title == ""


def test_switches_of_the_page_at_the_end(read: Read) -> None:
    document = read(
        f"年度工作综述\n2024-03-01\n{SAY}\n责任编辑：小林\n【字体：大 中 小】 【打印】"
    ).document
    assert document.responsible_editor == "小林"
    assert document.parts[0].intro == f"<p>{SAY}</p>"


@pytest.mark.parametrize(
    "line",
    ["面试时间：2024年6月1日上午9:00", "有效期至：2025-01-01", "2010年1月1日起施行", "小林，1965年1月2日出生", "会议日期：2024年6月1日", "截稿日期 2024年9月30日"],
)  # fmt: skip
def test_a_date_of_something_else_is_no_publishing_date(read: Read, line: str) -> None:
    reading = read(f"年度工作公告\n{line}\n{SAY}")
    assert reading.document.published_date is None
    assert line.split("：")[0] in reading.document.parts[0].intro


def test_a_first_section_is_no_title(read: Read) -> None:
    assert read(f"一、基本情况\n{SAY}\n二、主要做法\n{SAY}").document.title == ""


def test_a_note_may_stand_between_the_date_and_what_is_passed_on(read: Read) -> None:
    text = (
        f"关于印发管理办法的通知\n各单位：\n{SAY}\n示范市办公室\n2023年5月6日\n（此件公开发布）\n"
        f"示范市管理办法\n第一章 总则\n第一条 {SAY}"
    )
    document = read(text).document
    assert [part.heading for part in document.parts] == ["", "示范市管理办法"]
    assert document.written_date == date(2023, 5, 6)


@pytest.mark.parametrize("above", ["停电时间：", "二、更名"])
def test_a_date_that_answers_the_line_above_is_no_signature(read: Read, above: str) -> None:
    document = read(f"年度工作公告\n{SAY}\n一、成立\n{SAY}\n{above}\n1985年6月1日").document
    assert (document.written_date, document.closing) == (None, "")
