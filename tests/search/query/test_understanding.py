"""What people type, and what is understood."""

import pytest

from bulletins.search.query import Narrowings, Query, from_address, understand
from tests.search.query.knowing import Few


def asked(typed: str) -> Query:
    return understand(typed, Few())


def words(typed: str) -> list[str]:
    return [one.text for one in asked(typed).words]


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("网络安全", ["网络安全"]),
        ("网络 安全\u3000培训", ["网络", "安全", "培训"]),
        ("网络，安全、培训", ["网络", "安全", "培训"]),
        ("《网络安全法》", ["网络安全法"]),
        ("網絡", ["网络"]),
        ("网络 网络 網絡", ["网络"]),
        ("ＣＯＶＩＤ－19", ["covid.19"]),
        ("COVID-19", ["covid.19"]),
        ("中国—东盟", ["中国东盟"]),
        ("通知——关于", ["通知", "关于"]),
        ("国办发〔2018〕117号", ["国办发2018.117号"]),
        ("国办发(2018)117号", ["国办发2018.117号"]),
        ("9:30 3.5", ["9.30", "3.5"]),
        ("二〇二一年 2021年", ["二零二一年", "2021年"]),
        ("二○二一年", ["二零二一年"]),
        ("AND OR NOT NEAR(网络) ^安* :x", ["and", "or", "not", "near", "网络", "安", "x"]),
        ("'; DROP TABLE x; --", ["drop", "table", "x"]),
        ("网\x00络\u200b安\ud800全", ["网络安全"]),
        ("😀", []),
        ("，。！", []),
        ("", []),
        ("某地区:贵州", ["某地区", "贵州"]),
        ("地区:", ["地区"]),
        ("10:30 年会：通知", ["10.30", "年会", "通知"]),
    ],
)
def test_words_are_parted_by_spaces_and_marks(typed: str, found: list[str]) -> None:
    assert words(typed) == found


@pytest.mark.parametrize(
    "typed",
    [
        '"网络、安全"',
        "“网络、安全”",
        "”网络 安全”",
        "「网络、安全」",
        "『网络、安全』",
        "＂网络安全＂",
    ],
)
def test_what_stands_in_quotation_marks_is_found_just_so(typed: str) -> None:
    (word,) = asked(typed).words
    assert (word.text, word.exact) == ("网络安全", True)


def test_a_quotation_that_does_not_end_is_none() -> None:
    assert [one[:2] for one in asked('"网络 安全').words] == [("网络", False), ("安全", False)]


@pytest.mark.parametrize(
    ("typed", "excluded"),
    [
        ("网络 -考试", ["考试"]),
        ("网络 －考试 −会议", ["考试", "会议"]),
        ("网络 -“安全 考试”", ["安全考试"]),
        ("网络-考试", []),
        ("网络 - 考试", []),
        ("网络 -- 考试", []),
    ],
)
def test_a_minus_before_a_word_excludes_it(typed: str, excluded: list[str]) -> None:
    assert [one.text for one in asked(typed).excluded] == excluded


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("地区:贵州", Narrowings(region="520000")),
        ("地区：贵州", Narrowings(region="520000")),
        ("地方: 520000", Narrowings(region="520000")),
        ("栏目：通知公告 年：2021", Narrowings(column="notices", year="2021")),
        ("年份:２０２１年", Narrowings(year="2021")),
        ("标签:“5G 应用”", Narrowings(tag="5g")),
        ("標籤:5g", Narrowings(tag="5g")),
    ],
)
def test_conditions_are_typed_by_their_names(typed: str, found: Narrowings) -> None:
    query = asked(typed)
    assert (query.narrowings, query.words, query.notes) == (found, (), ())
    assert [one.text for one in asked(f"{typed} 网络").words] == ["网络"]


@pytest.mark.parametrize(
    ("typed", "note"),
    [
        ("地区:火星", "没有名为“火星”的地区，已按词语查找。"),
        ("栏目:火星", "没有名为“火星”的栏目，已按词语查找。"),
        ("标签:火星", "没有名为“火星”的标签，已按词语查找。"),
        ("年:火星", "“火星”不是年份（要写四位数字，例如 年:2021），已按词语查找。"),
    ],
)
def test_unknown_conditions_are_words_and_it_is_said(typed: str, note: str) -> None:
    query = asked(typed)
    assert [one.text for one in query.words] == ["火星"]
    assert (query.notes, bool(query.narrowings)) == ((note,), False)


@pytest.mark.parametrize(
    ("typed", "note"),
    [
        ("地区:贵州 地方:四川", "一次只能限定一个地方"),
        ("网络 -地区:贵州", "条件不能用减号排除"),
        ("-考试", "只写了要排除的词"),
        ("？！", "没有可以查找的字"),
        ("字" * 65, "太长，只查找前面的64个字"),
        ("一 二 三 四 五 六 七 八 九", "最多同时查找8个词，从“九”起"),
        ("字 -一 -二 -三 -四 -五", "最多同时排除4个词，从“五”起"),
        ("字" * 10_001, "输入超过10000字"),
    ],
)
def test_what_is_left_out_is_said(typed: str, note: str) -> None:
    query = asked(typed)
    assert note in "".join(query.notes)
    assert len(query.words) <= 8
    assert len(query.excluded) <= 4
    assert all(len(one.text) <= 64 for one in (*query.words, *query.excluded))


def test_a_thousand_faults_need_few_sentences() -> None:
    typed = "".join(f"地区:{n} -栏目:{n} {'字' * 65}{n} " for n in range(100))
    assert len(asked(typed).notes) < 8


def test_nothing_typed_needs_no_note() -> None:
    assert asked("  ") == Query()


def test_an_address_narrows_down_and_goes_first() -> None:
    address = {"q": "培训 地区:火星 年:2020", "region": "520000", "year": "2021", "tag": "5g"}
    query = from_address(address, Few())
    assert query.narrowings == Narrowings(region="520000", year="2021", tag="5g")
    assert query.named == Narrowings(region="贵州", year="2021", tag="5G 应用")
    assert ([one.text for one in query.words], query.notes) == (["培训"], ())


def test_what_is_forged_in_an_address_is_left_out() -> None:
    forged = {
        "q": "培训",
        "region": "'--",
        "column": "\x00x\ud800",
        "year": "99999",
        "tag": "x" * 9999,
    }
    query = from_address(forged, Few())
    assert (len(query.words), bool(query.narrowings), len(query.notes)) == (1, False, 4)
    assert "'--" not in "".join(query.notes)
