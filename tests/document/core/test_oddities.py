"""What cannot be seen has a name; what can is left alone."""

import pytest

from bulletins.document.oddities import oddities


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("零\u200b宽", "零宽空格 U+200B"),
        ("停\u202e机", "右至左强制 U+202E"),
        ("空\u00a0格", "不换行空格 U+00A0"),
        ("办\ufe00法", "字形选择符 U+FE00"),
        ("办\U000e0101法", "异体字选择符 U+E0101"),
        ("停\U000e0041机", "隐形标签字符 U+E0041"),
        ("填\u3164充", "谚文填充符 U+3164"),
        ("私\ue123用", "私用区字符 U+E123"),
        ("控\x07制", "控制字符 U+0007"),
        ("乱\ufffd码", "乱码替代符 U+FFFD"),
        ("第⼀条", "部首，不是常用的“一”"),
        ("\uf90a额", "兼容汉字，不是常用的“金”"),
        ("p\u0430ypal", "西里尔字母"),
        ("re\u0301sume", "附加符号 U+0301"),
        ("中" + "\u0301" * 9, "附加符号 U+0301、U+0301、U+0301等"),
        ("停\u200d机", "零宽连字符 U+200D"),
        ("停\ufe0f机", "字形选择符 U+FE0F"),
    ],
)
def test_it_is_called_by_its_name(text: str, name: str) -> None:
    assert [odd.name for odd in oddities(text)] == [name]


@pytest.mark.parametrize(
    "text",
    [
        "国办发〔2018〕117号，北京时间09:13——“网信天津”……",
        "一、Ａ类；①②③，35㎡、20℃，Ω与μg，α射线",
        "русский язык，ελληνικά，résumé",
        "👨\u200d👩\u200d👧 ❤\ufe0f 1\ufe0f\u20e3 🇨🇳 👍🏽",
        "天　津\n第二行\t单元格",
        "",
    ],
)
def test_what_can_be_seen_is_left_alone(text: str) -> None:
    assert list(oddities(text)) == []


def test_its_place_is_told() -> None:
    (odd,) = oddities("前面e\u0301后面")
    assert (odd.start, odd.end) == (2, 4)
