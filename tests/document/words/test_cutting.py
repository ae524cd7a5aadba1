"""Folded text as words."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bulletins.document.folding import fold
from bulletins.document.words import Cutter
from bulletins.document.words.cutting import LONGEST

OFFICE = Cutter()


def test_the_offices_words_are_whole() -> None:
    assert OFFICE.cut("推进数字乡村建设.开展网络安全工作") == [
        *("推进", "数字乡村", "建设", ".", "开展", "网络安全", "工作"),
    ]


def test_a_long_word_is_found_by_the_words_in_it() -> None:
    assert OFFICE.search("中华人民共和国.国务院办公厅") == [
        *("中华", "华人", "人民", "共和", "共和国", "中华人民共和国"),
        *("国务", "院办", "办公", "国务院", "办公厅", "国务院办公厅"),
    ]


def test_editors_words_count_however_they_write_them() -> None:
    assert OFFICE.cut("银龄跨越行动") != ["银龄跨越", "行动"]
    for written in ("银龄跨越", "銀齡 跨越", "《银龄跨越》"):
        assert Cutter([written]).cut("银龄跨越行动") == ["银龄跨越", "行动"]


def test_cutters_of_two_generations_do_not_disturb_each_other() -> None:
    later = Cutter(["银龄跨越"])
    assert "银龄跨越" not in OFFICE.cut("银龄跨越行动")
    assert "银龄跨越" in later.cut("银龄跨越行动")
    assert "银龄跨越" not in OFFICE.cut("银龄跨越行动")
    assert Cutter(["银龄跨越"])._dictionary() is later._dictionary()


def test_what_is_no_word_is_let_be() -> None:
    assert Cutter(["", "网", "。", "\0", "网" * (LONGEST + 1), *OFFICE.words]).words == OFFICE.words


HOSTILE = st.text(st.sampled_from("网络安全中国的a5.〇\U00020000々ﷺか한%+#_-\n") | st.characters())


@given(HOSTILE)
def test_joined_the_words_are_the_text(text: str) -> None:
    folded = fold(text)
    assert "".join(OFFICE.cut(folded)) == folded
    assert set("".join(OFFICE.search(folded))) == set(folded) - {"."}


@pytest.mark.parametrize("text", ["网" * 10_000, "国务院办公厅" * 5_000, "a" * 10_000])
def test_long_texts_are_cut(text: str) -> None:
    assert "".join(OFFICE.cut(text)) == text


def test_the_words_within_are_those_that_jieba_searches_by() -> None:
    texts = sorted(Path("bulletins/demo/content").rglob("*.txt"))[:20]
    pieces = [one for file in texts for one in fold(file.read_text("utf-8")).split(".")]
    assert len(pieces) > 300
    for piece in pieces:
        cut = OFFICE.cut(piece)
        within = {part for word in cut if len(word) > 2 for part in OFFICE.within(word)}
        assert {*cut} | within == {*OFFICE.search(piece)}, piece
