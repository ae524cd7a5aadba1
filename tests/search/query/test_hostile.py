"""Whatever is typed: nothing raises, nothing is slow, and what is written back means the same."""

from time import perf_counter

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from bulletins.search.query import from_address, spell, understand
from tests.search.query.knowing import Few

PIECES = st.one_of(
    st.text(max_size=6),
    st.sampled_from(
        [
            *(
                " ",
                "\u3000",
                "-",
                "－",
                "—",
                '"',
                "“",
                "”",
                "「",
                "」",
                "『",
                "』",
                ":",
                "：",
                "、",
                ".",
            ),
            *(
                "地区:",
                "地区：贵州",
                "栏目:",
                "通知公告",
                "年:2021",
                "年",
                "标签:",
                "5G 应用",
                "-地区:",
            ),
            *(
                "网络",
                "安全",
                "COVID-19",
                "〔2018〕",
                "(",
                ")",
                "*",
                "^",
                "AND",
                "NEAR/2",
                "\x00",
                "\ud800",
            ),
            *(
                "\u202e",
                "\u200b",
                "\ufdfa",
                "😀",
                "e\u0301",
                "ß",
                "ﬃ",
                "○",
                "字" * 70,
                "a." * 40,
                "\n",
            ),
        ]
    ),
)
TYPED = st.lists(PIECES, max_size=30).map("".join)


@given(TYPED)
@example("国办发" * 20 + "发〔2018〕117号")
@example("\ufdfa" * 9)
@example("地区 :贵州 :x")
@example('标签:"5 G" 栏目:"- x"')
def test_what_is_written_back_means_the_same(typed: str) -> None:
    query = understand(typed, Few())
    again = understand(spell(query), Few())
    assert again.asked == query.asked
    assert spell(again) == spell(query)


@given(TYPED, TYPED)
def test_an_address_is_answered_whatever_it_says(typed: str, value: str) -> None:
    address = {"q": typed, "region": value, "column": value, "year": value, "tag": value}
    query = from_address(address, Few())
    assert all(one.text and len(one.text) <= 64 for one in (*query.words, *query.excluded))
    assert "\x00" not in query.typed
    query.typed.encode()


@pytest.mark.parametrize(
    "piece",
    [
        *(
            '"',
            "「",
            "『「",
            "-",
            "—",
            "字",
            "a",
            "a.",
            "字-",
            "字 ",
            "地区:",
            "年",
            "-地区:「",
            "。",
        ),
        *(
            "\ud800",
            "\x00",
            "\u202e",
            "😀",
            "发〔2018〕",
            "〔2018",
            "\ufdfa",
            "e\u0301",
            " ",
            "(((a",
        ),
    ],
)
def test_ten_thousand_characters_are_read_at_once(piece: str) -> None:
    begun = perf_counter()
    understand(piece * (10_000 // len(piece)), Few())
    assert perf_counter() - begun < 0.25
