"""Titles that are the same, or like each other."""

import pytest

from bulletins.document.titles import are_alike, bare_title


@pytest.mark.parametrize(
    "typed",
    [
        "关于AI应用的通知",
        "关于 ＡＩ 应用的通知",
        "关于“ai”应用的通知。",
        "《关于AI应用的通知》",
        "关于　AI——应用的通知",
    ],
)
def test_spaces_marks_widths_and_case_make_no_other_title(typed: str) -> None:
    assert bare_title(typed) == "关于ai应用的通知"


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("多地推进网络安全宣传工作", "多地推进网络安全宣传"),
        ("关于做好汛期值班值守的通知", "做好汛期值班值守的通知"),
        ("银龄上网辅导台开台首月接待读者", "银铃上网辅导台开台首月接待读者"),
    ],
)
def test_a_word_more_or_a_slip_is_alike(first: str, second: str) -> None:
    assert are_alike(first, second)
    assert are_alike(second, first)


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("网络工作简报第12期", "网络工作简报第13期"),
        ("网络工作简报第十二期", "网络工作简报第十三期"),
        ("关于做好汛期值班的通知", "关于做好春节值班的安排"),
        ("天津开展应急演练", "贵州清理网络谣言"),
    ],
)
def test_the_next_of_a_series_and_another_matter_are_not(first: str, second: str) -> None:
    assert not are_alike(first, second)
