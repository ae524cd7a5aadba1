"""Texts as they are compared."""

import time
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bulletins.document.folding import fold, fold_placed

ALIKE = [
    ("天 津", "天津"),
    ("天\u3000津", "天津"),
    ("《网络、安全》", "网络安全"),
    ("５Ｇ", "5g"),
    ("Ｂｉｇ　Data", "big.data"),
    ("大 数据", "大数据"),
    ("2021-03", "2021.03"),
    ("国办发〔2018〕117号", "国办发2018.117号"),
    ("增长3.5%。\n其中", "增长3.5.其中"),
    ("加强巡查。落实责任！", "加强巡查.落实责任"),
    ("网络　安全\n保障", "网络安全.保障"),
    ("臺灣瞭解說明", "台湾了解说明"),
    ("答覆", "答复"),
    ("著力", "着力"),
    ("裏裡里", "里里里"),
    ("二〇二一年", "二零二一年"),
    ("二○二一年", "二零二一年"),
    ("École e\u0301cole", "ecole.ecole"),
    ("net\u200bwork", "network"),
    ("\u202e天\u202c津\ufeff", "天津"),
    ("天\0津\ud800", "天津"),
    ("①②⒈", "121"),
    ("⻓江\uf900", "长江岂"),
    ("天😀津 a👨\u200d👩b", "天津a.b"),
    ("ﷺ", "صلىاللهعليهوسلم"),
    ("", ""),
    ("。，！ …\n", ""),
]
HOSTILE = st.text(
    st.sampled_from(" .。\n\0aZ５é\u0301天臺〇😀\u202e\ud800ﷺ½⒈…-") | st.characters(), max_size=40
)


@pytest.mark.parametrize(("text", "folded"), ALIKE)
def test_what_is_written_differently_is_compared_as_one(text: str, folded: str) -> None:
    assert fold(text) == folded


@settings(max_examples=300)
@given(HOSTILE)
def test_each_folded_character_has_its_place(text: str) -> None:
    folded, places = fold_placed(text)
    assert folded == fold(text)
    assert all(fold(piece) == piece for piece in folded.split("."))
    assert len(places) == len(folded)
    assert all(a <= b for a, b in pairwise(places))
    assert all(
        char in fold(text[at]) for char, at in zip(folded, places, strict=True) if char != "."
    )
    assert all(char.isalnum() or char == "." for char in folded)
    assert ".." not in folded
    assert folded == folded.strip(".")


@given(HOSTILE, HOSTILE)
def test_a_text_is_found_in_a_longer_one(before: str, text: str) -> None:
    """Whatever is pasted from a text finds it: what stood between is all that may change."""
    assert fold(text) in fold(f"{before}。{text}。{before}")


@pytest.mark.parametrize("text", ["臺" * 10_000, "\u0301" * 10_000, "ﷺ" * 10_000, "a " * 10_000])
def test_long_and_odd_is_quick(text: str) -> None:
    began = time.perf_counter()
    assert fold_placed(text)[0] == fold(text)
    assert time.perf_counter() - began < 1
