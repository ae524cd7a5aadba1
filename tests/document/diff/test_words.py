"""A reviewer sees which words went and which came, and can trust that nothing else did."""

import re
import time
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bulletins.document.diff.hunks import hunks
from bulletins.document.diff.words import Change, Piece, compare_texts, words

OFFICE = [*"各区 各部门 要 严格 落实 责任 。 ， 的 加强巡查 a 3.5 ！".split(), "\n", " "]
TEXTS = st.lists(st.sampled_from(OFFICE), max_size=30).map("".join) | st.text(max_size=30)
MIRROR = {Change.SAME: Change.SAME, Change.ADDED: Change.REMOVED, Change.REMOVED: Change.ADDED}
PARAGRAPH = (
    "各单位要严格落实安全生产责任制，加强值班值守和应急准备，及时报告突发情况。"
    "信息员每日汇总本地区进展，于次日上午报送办公室，联系方式见附件。"
)


def shown(old: str, new: str) -> str:
    signs = {Change.SAME: "{}", Change.REMOVED: "[-{}-]", Change.ADDED: "[+{}+]"}
    return "".join(signs[piece.kind].format(piece.text) for piece in compare_texts(old, new))


def sides(pieces: tuple[Piece, ...]) -> tuple[str, str]:
    old = "".join(piece.text for piece in pieces if piece.kind is not Change.ADDED)
    return old, "".join(piece.text for piece in pieces if piece.kind is not Change.REMOVED)


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        (
            "做好春季防火工作。联系人：张老师。",
            "做好春季森林防火工作。联系人：张老师。",
            "做好春季[+森林+]防火工作。联系人：张老师。",
        ),
        ("报名截至3月15日。", "报名截至3月18日。", "报名截至3月[-15-][+18+]日。"),
        (
            "第一句不变。第二句删去。第三句不变。",
            "第一句不变。第三句不变。",
            "第一句不变。[-第二句删去。-]第三句不变。",
        ),
        ("增长3.5%。", "增长5.3%。", "增长[-3.5%-][+5.3%+]。"),
        ("", "新增。", "[+新增。+]"),
    ],
)
def test_changes_are_shown_in_words(old: str, new: str, expected: str) -> None:
    assert shown(old, new) == expected


def test_a_rewritten_sentence_is_not_shown_as_confetti() -> None:
    pieces = compare_texts("请于三日内把材料报送办公室。", "凡逾期的，一律不予受理。")
    assert [piece.kind for piece in pieces] == [Change.REMOVED, Change.ADDED, Change.SAME]


@settings(max_examples=300)
@given(TEXTS, TEXTS)
def test_both_texts_can_be_read_off_the_comparison(old: str, new: str) -> None:
    assert sides(compare_texts(old, new)) == (old, new)


@settings(max_examples=300)
@given(TEXTS, TEXTS)
def test_the_comparison_the_other_way_round_is_its_mirror_image(old: str, new: str) -> None:
    there, back = compare_texts(old, new), compare_texts(new, old)
    turned = [Piece(MIRROR[piece.kind], piece.text) for piece in back]
    assert sorted(there, key=str) == sorted(turned, key=str)
    assert [p for p in there if p.kind is Change.SAME] == [
        p for p in turned if p.kind is Change.SAME
    ]


@given(TEXTS)
def test_a_text_does_not_differ_from_itself(text: str) -> None:
    assert compare_texts(text, text) == ((Piece(Change.SAME, text),) if text else ())


@settings(max_examples=300)
@given(TEXTS)
def test_no_character_is_lost_between_words(text: str) -> None:
    assert "".join(words(text)) == text


def test_the_words_are_those_of_jieba(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Its dictionary, its algorithm: on Chinese text the fast tokeniser may stand for the other."""
    import jieba

    jieba.setLogLevel(60)
    monkeypatch.setattr(jieba.dt, "tmp_dir", str(tmp_path))
    for sentence in re.findall(r"[\u4e00-\u9fff，。]+", PARAGRAPH):
        assert words(sentence) == jieba.lcut(sentence)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("的" * 50_000, "的，" * 25_000),
        ("。" * 50_000, "一。" * 25_000),
        ("一二" * 25_000, "二一" * 25_000),
        (PARAGRAPH * 700, (PARAGRAPH[::-1]) * 700),
    ],
)
def test_texts_made_to_be_slow_are_not(old: str, new: str) -> None:
    begun = time.process_time()
    assert sides(compare_texts(old, new)) == (old, new)
    assert time.process_time() - begun < 5


def test_a_long_text_is_shown_as_hunks_around_its_changes() -> None:
    old = PARAGRAPH * 20 + "共3项。" + PARAGRAPH * 20 + "共5项。" + PARAGRAPH * 20
    found = hunks(compare_texts(old, old.replace("3项", "4项").replace("5项", "6项")), around=6)
    texts = [[(piece.kind.value, piece.text) for piece in hunk] for hunk in found]
    tail, head = PARAGRAPH[-5:], PARAGRAPH[:4]
    assert texts == [
        [
            ("same", f"{tail}共"),
            ("removed", before),
            ("added", after),
            ("same", f"项。{head}"),
        ]
        for before, after in (("3", "4"), ("5", "6"))
    ]


@settings(max_examples=200)
@given(TEXTS, TEXTS, st.integers(0, 5))
def test_hunks_hold_every_change(old: str, new: str, around: int) -> None:
    pieces = compare_texts(old, new)
    changes = [piece for piece in pieces if piece.kind is not Change.SAME]
    shown_pieces = [piece for hunk in hunks(pieces, around) for piece in hunk]
    assert [piece for piece in shown_pieces if piece.kind is not Change.SAME] == changes
