"""Lines of a pasted text: nothing but a place, or a place before a colon."""

import pytest

from regions.names import Gazetteer

TIANJIN = "120000"


@pytest.mark.parametrize(
    "line",
    [
        "天津",
        "天 津",
        "天\u3000津",
        "\u00a0\u00a0天\u00a0津\u3000",
        "天津：",
        "天津市:",
        "天 津 ：",
        "一、天津",
        "十二、天 津",
        "（一）天津",
        "(3)天津",
        "1.天津",
        "1．天津",
        "2、天津：",
        "01 天津",
        "①天津",
        "㈠天津",
        "【天津】",
        "【天 津】：",
        "一、【天津】",
        "[天津]",
        "〔天津〕",
        "《天津》",
        "‹天津›",
        "（ 天津 ）",
        "(天津)",
        "｜天津｜",
        "丨天津丨",
        "📍天津",
        "天津市（5家）",
        "【天津】（含滨海新区）：",
        "■ 天津",
        "—— 天津 ——",
        "\ufeff天津\u200b",
        "天津市委网信办",
        " " * 200 + "天津",
    ],
)
def test_a_line_that_is_nothing_but_a_place(gazetteer: Gazetteer, line: str) -> None:
    found = gazetteer.resolve_line(line)
    assert found is not None
    assert found.code == TIANJIN
    assert found.office == ("网信办" in line)


@pytest.mark.parametrize(
    "line",
    [
        "",
        "   ",
        "一、",
        "：",
        "天津。",
        "天津、北京",
        "天津 北京",
        "天津，2021年",
        "“天津”",
        "（来源 网信天津）",
        "天津：加强值守",
        "第一章 天津",
        "天津网信",
        "120000天津",
        "各省、自治区、直辖市网信办：",
        "天津" * 100_000,
        "天津" + " " * 1_000_000,
    ],
)
def test_a_line_with_anything_else_is_none(gazetteer: Gazetteer, line: str) -> None:
    assert gazetteer.resolve_line(line) is None


@pytest.mark.parametrize(
    ("line", "code"),
    [("三明", "350400"), ("四川", "510000"), ("九江", "360400"), ("一、三明", "350400")],
)
def test_a_numeral_that_begins_a_name_stays(gazetteer: Gazetteer, line: str, code: str) -> None:
    found = gazetteer.resolve_line(line)
    assert found is not None
    assert found.code == code


def test_an_ambiguous_line_comes_back_with_its_candidates(gazetteer: Gazetteer) -> None:
    found = gazetteer.resolve_line("朝 阳：")
    assert found is not None
    assert found.ambiguous
    assert found.candidates[0] == "211300"
    settled = gazetteer.resolve_line("朝 阳：", within="110000")
    assert settled is not None
    assert settled.code == "110105"


@pytest.mark.parametrize(
    ("text", "code", "said"),
    [
        ("北京市:加强值守。", "110000", "加强值守。"),
        ("天 津：\u3000一是宣传。", "120000", "\u3000一是宣传。"),
        ("一、四川：部署", "510000", "部署"),
        ("河北石家庄∶部署", "130100", "部署"),
        ("【上海】：", "310000", ""),
        ("【上海】加强值守。", "310000", "加强值守。"),
        ("［上 海］加强值守。", "310000", "加强值守。"),
        ("上海｜加强值守。", "310000", "加强值守。"),
        ("上海丨加强值守。", "310000", "加强值守。"),
        ("重庆市委网信办：" + "加强" * 500_000, "500000", "加强" * 500_000),
    ],
)
def test_a_place_before_a_colon(gazetteer: Gazetteer, text: str, code: str, said: str) -> None:
    found = gazetteer.resolve_prefix(text)
    assert found is not None
    assert found.resolution.code == code
    assert text[found.end :] == said


@pytest.mark.parametrize(
    "text",
    [
        "北京时间：9时",
        "：天津",
        "天津",
        "电话：022",
        "x" * 1_000_000 + "：",
        "海南岛之旅：下篇",
        "天津说:",
        "【天津港】加强值守。",
        "（天津）加强值守。",
        "【天津",
    ],
)
def test_no_place_before_a_colon(gazetteer: Gazetteer, text: str) -> None:
    assert gazetteer.resolve_prefix(text) is None


@pytest.mark.parametrize(
    ("title", "codes"),
    [
        ("石家庄市各区春季绿化进展", {"130100"}),
        ("天津市、河北省签署协议", {"120000", "130000"}),
        ("吉林省吉林市冰雪节开幕", {"220000", "220200"}),
        ("和平与发展", set()),
        ("天津各区", set()),
    ],
)
def test_what_a_title_calls_by_its_full_name(
    gazetteer: Gazetteer, title: str, codes: set[str]
) -> None:
    assert gazetteer.mentioned(title) == codes
