"""Signature, date, copies, and what stands under a text."""

from datetime import date

import pytest

from tests.document.parsing.conftest import Read

SAY = "围绕年度目标，扎实推进数据共享、平台整合和队伍建设，确保各项任务落到实处。"


@pytest.mark.parametrize("gap", ["　", "  ", ""])
def test_signature_and_date_on_one_line(read: Read, gap: str) -> None:
    document = read(f"关于工作的通知\n{SAY}\n示范市办公室{gap}2021年3月15日").document
    assert document.written_date == date(2021, 3, 15)
    assert document.closing.startswith('<p class="right">示范市办公室')


@pytest.mark.parametrize(
    "line", ["报名截止　2021年3月15日", "施行日期：2021年3月15日", "小林出生于2021年3月15日"]
)
def test_a_date_of_something_else_at_the_end_is_no_signature(read: Read, line: str) -> None:
    document = read(f"关于工作的通知\n{SAY}\n{line}").document
    assert (document.written_date, document.closing) == (None, "")


def test_copies_and_printing_stand_under_the_signature(read: Read) -> None:
    document = read(
        f"关于工作的通知\n{SAY}\n示范市办公室\n2023年6月2日\n（此件公开发布）\n"
        "抄送：市委各部门，市人大常委会办公室。\n示范市办公室　　2023年6月5日印发"
    ).document
    assert document.written_date == date(2023, 6, 2)
    assert "抄送" in document.closing
    assert "6月5日印发" in document.closing
    assert document.closing.count('class="right"') == 2
    assert document.parts[0].intro == f"<p>{SAY}</p>"


def test_the_day_of_printing_alone_is_no_date_of_signing(read: Read) -> None:
    text = f"关于工作的通知\n{SAY}\n示范市办公室　　2023年6月5日印发"
    assert read(text).document.written_date is None


def test_credits_of_all_kinds_are_passed_on_the_way_up(read: Read) -> None:
    reading = read(
        f"春天的工作\n2021-03-15\n{SAY}\n来源：示范日报\n编辑：小林\n初审：小林\n复审：老周\nEND"
    )
    document = reading.document
    assert (document.source, document.responsible_editor) == ("示范日报", "小林")
    assert document.parts[0].intro == f"<p>{SAY}</p>"
    assert "复审：老周" in document.closing
    assert reading.lost == ""


def test_the_foot_of_a_page_goes_with_what_stands_in_it(read: Read) -> None:
    reading = read(
        f"春天的工作\n2021-03-15\n{SAY}\n示范办公室\n2021年3月14日\n【打印】【关闭】\n"
        "主办单位：示范市人民政府\n地址：示范路1号 邮编：300000\n津ICP备00000000号"
    )
    assert reading.document.written_date == date(2021, 3, 14)
    assert "示范路" not in "".join(part.intro for part in reading.document.parts)
    assert any("示范路1号" in n.message for n in reading.notices)
    assert reading.lost == ""


def test_contacts_at_the_end_of_a_text_are_no_foot_of_a_page(read: Read) -> None:
    document = read(f"关于工作的通知\n{SAY}\n地址：示范路1号\n电话：000-0000").document
    assert "示范路1号" in document.parts[0].intro


def test_telephones_may_stand_under_a_signature(read: Read) -> None:
    document = read(
        f"关于工作的通知\n{SAY}\n图文信息中心\n2011.8.4\n网络维修:0510-00000001\n示范省示范市示范路16号"
    ).document
    assert document.written_date == date(2011, 8, 4)
    assert document.closing.count('class="right"') == 2


def test_a_cover_note_is_dated_where_it_is_signed(read: Read) -> None:
    document = read(
        f"关于印发要点的通知\n各单位：\n{SAY}\n示范市人民政府办公厅\n2016年5月28日\n今年工作的总体要求是：{SAY}\n一、甲\n{SAY}"
    ).document
    assert document.written_date == date(2016, 5, 28)


def test_to_whom_it_is_reported_and_sent(read: Read) -> None:
    document = read(f"工作简报\n{SAY}\n报：省委网信办\n送：市委常委").document
    assert "报：省委网信办" in document.closing


def test_attachments_may_stand_under_the_signature(read: Read) -> None:
    document = read(
        f"关于工作的通知\n{SAY}\n示范办公室\n2022年10月11日\n附件1.培训日程表.docx\n附件2.报名表.xlsx"
    ).document
    assert [item.title for item in document.attachments] == ["培训日程表.docx", "报名表.xlsx"]
    assert document.written_date == date(2022, 10, 11)


def test_a_source_among_other_last_words_is_believed_and_left_there(read: Read) -> None:
    reading = read(f"春天的工作\n2021-03-15\n{SAY}\n来源：示范日报\n欢迎转发这份指南给大家")
    assert reading.document.source == "示范日报"
    assert "来源：示范日报" in reading.document.parts[0].intro


def test_what_stands_under_every_wechat_article_is_of_the_page(read: Read) -> None:
    reading = read(
        f"春天的工作\n示范账号\n2021-03-15 09:13\n发表于天津\n{SAY}\n来源：示范日报\n"
        "阅读 1024 赞 16\n预览时标签不可点\n微信扫一扫\n关注该公众号\n取消 允许"
    )
    assert reading.document.source == "示范日报"
    assert "预览" not in "".join(part.intro for part in reading.document.parts)
    assert reading.lost == ""
