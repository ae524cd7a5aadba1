"""What was looked for, marked where it stands in the original."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bulletins.document.folding import fold
from bulletins.document.marking import Marked, excerpt, marked


def shown(pieces: Marked) -> str:
    return "".join(f"[{text}]" if hit else text for text, hit in pieces)


@pytest.mark.parametrize(
    ("original", "needles", "expected"),
    [
        ("落实《网络、安全》要求", ["网络安全"], "落实《[网络、安全]》要求"),
        ("天 津：天津", ["天津"], "[天 津]：[天津]"),
        ("臺灣　５Ｇ二〇二一", ["台湾", "5g", "二零"], "[臺灣]　[５Ｇ二〇]二一"),
        ("Big Data与bigdata", ["big.data"], "[Big Data]与bigdata"),
        ("网络。安全", ["网络安全"], "网络。安全"),
        ("网络安全工作", ["网络", "安全"], "[网络安全]工作"),
        ("网络安全工作", ["网络安全", "络安", "工"], "[网络安全工]作"),
        ("e\u0301cole", ["e"], "[e\u0301]col[e]"),
        ("见ﷺ文", [fold("الله")], "见[ﷺ]文"),
        ("<b>网络</b>", ["网络"], "<b>[网络]</b>"),
        ("天\0津\u202e网", ["天津"], "[天\0津\u202e]网"),
        ("网络", ["", "安全"], "网络"),
        ("", ["网络"], ""),
    ],
)
def test_marks_are_on_the_original(original: str, needles: list[str], expected: str) -> None:
    assert shown(marked(original, needles)) == expected


def test_what_sounds_so_is_marked_too() -> None:
    pieces = marked("重慶市网络、安全，网络安全", [], ["wlaq", "chongqing"])
    assert shown(pieces) == "[重慶]市[网络、安全]，[网络安全]"


WILD = st.text(
    st.sampled_from("天津网络 。.\n\0aZ\u0301😀\u202e\ud800ﷺ½、") | st.characters(), max_size=60
)


@given(WILD, st.lists(st.text("天津网络az.", max_size=3), max_size=3))
def test_joined_the_pieces_are_the_text(original: str, needles: list[str]) -> None:
    pieces = marked(original, needles)
    assert "".join(text for text, _ in pieces) == original
    assert all(text for text, _ in pieces)
    for needle in needles:
        assert (needle in fold(original)) <= (not needle or any(hit for _, hit in pieces))


@given(WILD.map(lambda text: text * 8), st.lists(st.text("天津网络az", max_size=3), max_size=3))
def test_an_excerpt_is_a_stretch_of_the_text_with_a_mark(text: str, needles: list[str]) -> None:
    pieces = excerpt(text, needles, around=6, longest=30)
    said = "".join(piece for piece, _ in pieces)
    assert said.removeprefix("…").removesuffix("…") in text
    assert len(said) <= 62 + 30
    found = any(needle and needle in fold(text) for needle in needles)
    assert any(hit for _, hit in pieces) == found


LONG = (
    "一、总体要求。加强组织领导，压实各方责任，形成工作合力。"
    "二、重点任务。各单位要开展网络巡查，及时发现问题；对重点网站和平台，"
    "要逐一核对备案信息，建立台账，明确专人负责，做到件件有落实、事事有回音，"
    "并按要求报送数据安全与网络工作情况。三、工作保障。落实经费。"
)


@pytest.mark.parametrize(
    ("needles", "expected"),
    [
        (["网络", "数据"], "…事事有回音，并按要求报送[数据]安全与[网络]工作情况。三、工作保障。"),
        (["备案"], "对重点网站和平台，要逐一核对[备案]信息，建立台账，明确专人负责…"),
        (["要求"], "一、总体[要求]。加强组织领导，压实各方责任，形成工作合力。"),
        (["没有"], "一、总体要求。加强组织领导，压实各方责任，形成工作合力。"),
        (["落实经费"], "三、工作保障。[落实经费]。"),
    ],
)
def test_the_best_stretch_is_shown(needles: list[str], expected: str) -> None:
    assert shown(excerpt(LONG, needles, around=16, longest=32)) == expected


def test_a_short_text_is_shown_whole() -> None:
    assert shown(excerpt("　　网络安全\n", ["安全"])) == "网络[安全]"
    assert excerpt("", ["安全"]) == ()


@pytest.mark.parametrize(
    "text", ["网" * 300_000, "网络安全，" * 60_000, "天" + " " * 300_000 + "津", "\u0301" * 300_000]
)
def test_a_very_long_text_is_quick(text: str) -> None:
    began = time.perf_counter()
    assert len("".join(piece for piece, _ in excerpt(text, ["网", "安全", "天津"]))) <= 300
    assert time.perf_counter() - began < 3
