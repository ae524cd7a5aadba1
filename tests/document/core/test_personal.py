"""Numbers that belong to one person are known, however they are written; others are not."""

import pytest

from bulletins.document.personal import masked, personal_numbers

CARD = "11010519491231002X"  # of the standard's own example


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (f"身份证{CARD}。", [CARD]),
        ("身份证110105 19491231 002x", ["11010519491231002x"]),
        ("身份证１１０１０５１９４９１２３１００２Ｘ", [CARD]),
        ("电话138-1234-5678", ["13812345678"]),
        ("电话 １３８ １２３４ ５６７８", ["13812345678"]),
        ("+86 13812345678", ["13812345678"]),
        ("+8613812345678", ["13812345678"]),
        ("案号110105194912310021", []),  # the last digit does not agree
        ("统一社会信用代码 12100000400010178D", []),
        ("津公网安备12345678901234号，电话022-23456789", []),
        ("2021年3月15日，共13812345678901人", []),
    ],
)
def test_personal_numbers(text: str, found: list[str]) -> None:
    assert personal_numbers(text) == found


@pytest.mark.parametrize(
    ("text", "seen"),
    [
        ("13812345678", "138****5678"),
        (f"DETAIL: ({CARD}, 13812345678)", "DETAIL: (11*************02X, 138****5678)"),
        ("110105194912310021", "110105194912310021"),
    ],
)
def test_masked(text: str, seen: str) -> None:
    assert masked(text) == seen
