"""Until when a notice asks for something: found where it is said, and nowhere else."""

from datetime import date

import pytest

from bulletins.document.deadlines import last_deadline

FIFTEENTH = date(2021, 3, 15)


@pytest.mark.parametrize(
    "text",
    [
        "报名时间：2021年3月1日至3月15日。",
        "报名时间为2021年3月1日（周一）至3月15日（周一），逾期不候。",
        "征求意见截止时间：2021年3月15日",
        "请于2021年3月15日前将意见反馈至市网信办。",
        "申报材料请于2021-03-15 17:00前报送。",
        "申报材料请于2021年3月15日17时前报送。",
        "公示期为2021年3月9日至2021年3月15日。",
        "公示时间：２０２１年３月９日—２０２１年３月１５日",
        "报名截止日期为二〇二一年三月十五日。",
        "应聘者请在2021年3月15日（星期一）之前提交简历。",
        "投稿至2021年3月15日止。",
        "第一批2021年2月1日前申报；第二批2021年3月15日前申报。",
    ],
)
def test_the_last_day_is_found(text: str) -> None:
    found = last_deadline(text)
    assert found is not None
    assert found.day == FIFTEENTH


@pytest.mark.parametrize(
    "text",
    [
        "",
        "2021年3月15日，我市召开会议。",
        "会议于2021年3月15日前后召开。",
        "截至2021年3月15日，共收到报名表312份。",
        "自2021年3月15日起受理申请。",
        "请于3月15日前报名。",
        "请于2021年2月30日前报名。",
        "报名时间：2021年12月20日至1月10日。",
        "各单位在2021年3月15日前完成整改。",
        "2021年3月15日公示名单已经印发。",
    ],
)
def test_what_is_no_deadline_is_not_taken_for_one(text: str) -> None:
    assert last_deadline(text) is None


def test_the_sentence_that_says_so_is_told() -> None:
    found = last_deadline("各有关单位：\n请于2021年3月15日前报名。联系人另行通知。")
    assert found is not None
    assert found.words == "请于2021年3月15日前报名"
