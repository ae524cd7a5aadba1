"""What a text is about, told from its words."""

import os
import subprocess
import sys
from pathlib import Path
from time import perf_counter

from bulletins.document.words import OFFICE, words_in
from bulletins.keywords.dictionary import NEVER, dictionary
from bulletins.keywords.finding import keywords, standing_in, words_of

TEXT = (
    "天津开展应急演练。各单位组织应急演练三次，检查广播。"
    "数字乡村服务点参加演练，数字乡村志愿者到场。工作、工作、工作。"
)


def found(text: str, most: int = 8) -> list[str]:
    return keywords(words_of(text), most)


def test_what_is_said_often_comes_first_and_words_that_belong_together_stay_so() -> None:
    assert found(TEXT)[:2] == ["应急演练", "数字乡村"]


def test_two_words_that_jieba_does_not_know_as_one_are_a_pair_when_they_stand_together() -> None:
    assert "垃圾" in words_of("垃圾桶")[0]
    text = "图书馆书架更新。图书馆书架开放。读者可看图书馆书架。"
    assert "图书馆书架" in found(text)


def test_words_that_every_bulletin_has_places_numbers_and_single_signs_are_no_tags() -> None:
    said = found("天津、贵州各单位工作会议通知，2026年3月12日，电话12345，工作工作。", 20)
    assert not {"工作", "会议", "单位", "通知", "天津", "贵州", "12345", "2026"} & set(said)


def test_in_a_long_text_a_word_that_stands_once_is_not_what_it_is_about() -> None:
    assert "香菇" not in found(TEXT * 20 + "香菇丰收。", 20)
    assert "香菇" in found("香菇丰收。", 20)


def test_no_tag_is_a_piece_of_another() -> None:
    said = found(TEXT * 5, 20)
    assert not [one for one in said for other in said if one != other and one in other]


def test_a_known_tag_is_found_though_it_is_several_words() -> None:
    words = words_of("老年人上网辅导台：教老年人上网。")
    assert standing_in(words, {"老年人上网", "上网", "读书"}) == {"老年人上网": 2, "上网": 2}


def test_our_own_words_are_words() -> None:
    for word in words_in(OFFICE):
        assert words_of(f"，{word}。") == ["，", word, "。"], word


def test_no_word_is_both_ours_and_never_a_tag() -> None:
    assert not set(words_in(OFFICE)) & set(words_in(NEVER))


def test_the_dictionary_is_loaded_once() -> None:
    assert dictionary() is dictionary()


def test_it_is_not_loaded_before_anybody_asks() -> None:
    """Two seconds of loading are not everybody's."""
    told = "import django, sys; django.setup(); import bulletins.editing.admin"
    told += "; assert 'jieba' not in sys.modules"
    known = os.environ | {"DJANGO_SETTINGS_MODULE": "tests.settings"}
    root = Path(__file__).resolve().parent.parent.parent
    subprocess.run([sys.executable, "-c", told], check=True, cwd=root, env=known, timeout=60)


def test_a_text_of_four_hundred_sections_is_read_while_one_waits() -> None:
    section = "各单位组织应急演练，检查广播与断网备件，村级服务点的志愿者到场辅导老年人上网。" * 6
    dictionary()
    began = perf_counter()
    found(section * 400)
    assert perf_counter() - began < 8  # about one second on an idle machine
