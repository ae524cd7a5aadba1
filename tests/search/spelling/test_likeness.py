"""What is taken for what."""

import pytest

from bulletins.search.spelling.likeness import Likeness, likes, slips

SOUND, SLIP, EXTRA = Likeness


@pytest.mark.parametrize(
    ("typed", "cut", "found"),
    [
        ("网洛安全", "网络 安全 宣传周", [("网络安全", SOUND)]),
        ("网终安全", "开展 网络 安全 宣传", [("网络安全", SLIP)]),
        ("网安全", "网络 安全", [("网络安全", SLIP), ("安全", EXTRA)]),
        ("网网络安全", "网络 安全", [("网络安全", EXTRA)]),
        ("网络安权全", "网络 安全", [("网络安全", EXTRA)]),
        ("贵洲", "贵州 省", [("贵州", SOUND)]),
        ("贵阳", "贵州 省", []),
        ("网络安全", "网络 安全", []),
        ("培圳班", "培训班 . 通知", [("培训班", SLIP)]),
        ("班通志", "培训班 . 通知", []),
        ("络安泉", "网络 安全", []),
        ("wangluoanquan", "加强 网络 安全 管理", [("网络安全", SOUND)]),
        ("wlaq", "网络 安全", [("网络安全", SOUND)]),
        ("luoan", "网络 安全", []),
        ("5gjishu", "推广 5g 技术", [("5g技术", SOUND)]),
        ("ab", "ab . c", []),
        ("网", "络 网络", []),
        ("", "网络", []),
    ],
)
def test_what_is_like_what_was_typed(
    typed: str, cut: str, found: list[tuple[str, Likeness]]
) -> None:
    assert list(likes(typed, cut.split())) == found


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("网络摇言", [("网络谣言", SOUND)]),
        ("网终谣言", [("网络谣言", SLIP)]),
        ("网谣言", [("网络谣言", SLIP), ("谣言", EXTRA)]),
        ("整治网络络谣言", [("整治网络谣言", EXTRA)]),
        ("网摇盐", []),
        ("谣言机制", []),
        ("网络谣言", []),
    ],
)
def test_one_slip_in_a_text(typed: str, found: list[tuple[str, Likeness]]) -> None:
    text = "整治 网络 谣言 . 机制 健全 . 网络 谣言"
    assert sorted(slips(typed, text.split()), key=lambda one: one[1]) == found
