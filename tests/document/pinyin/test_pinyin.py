"""What is typed in letters, and what is written in characters."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bulletins.document.folding import fold
from bulletins.document.pinyin import find_run, initials, readings, same_sound, syllables
from bulletins.document.pinyin.characters import OF_PLACES
from bulletins.document.pinyin.syllables import all_syllables
from regions.official import official_rows

TEXT = fold("重慶市开展网络安全宣传，5G 技术支撑。方案：旅游綠色；西安、乾县。")


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        *[("chongqing", "重庆"), ("zhongqing", "重庆"), ("cq", "重庆"), ("zhq", "重庆")],
        *[("wangluoanquan", "网络安全"), ("wlaq", "网络安全"), ("wangluoaq", "网络安全")],
        *[("wlanquan", "网络安全"), ("wangluoanqu", "网络安全"), ("wang.luo", "网络")],
        *[("5gjishu", "5g技术"), ("5gjs", "5g技术"), ("fangan", "方案"), ("xian", "西安")],
        *[("lvyou", "旅游"), ("luyou", "旅游"), ("lvse", "绿色"), ("qianxian", "干县")],
        *[("w", ""), ("", ""), ("xyz", ""), ("网络", ""), ("\0" * 9, ""), ("a" * 10_000, "")],
    ],
)
def test_typed_letters_find_what_sounds_so(typed: str, found: str) -> None:
    run = find_run(TEXT, typed)
    assert (TEXT[slice(*run)] if run else "") == found


def test_full_syllables_come_before_initials() -> None:
    text = "反映根本情况.推广方案"
    assert find_run(text, "fangan") == (9, 11)


def test_a_run_does_not_go_past_the_end_of_a_sentence() -> None:
    assert find_run("保护网络.安全生产", "wlaq") is None


def test_every_region_is_found_by_its_pinyin() -> None:
    lost = [row.short_name for row in official_rows() if not _is_found(row.short_name, row.pinyin)]
    assert lost == []


def _is_found(name: str, pinyin: str) -> bool:
    return find_run(fold(name), pinyin) == (0, len(fold(name)))


@pytest.mark.parametrize(
    ("character", "sounds"),
    [
        *[("重", ("zhong", "chong", "tong")), ("女", ("nv", "nu", "ru"))],
        *[("略", ("lve", "lue")), ("干", ("gan", "an", "qian")), ("呣", ("mou",))],
        *[("a", ()), ("5", ()), (".", ()), ("か", ()), ("\ud800", ()), ("", ())],
    ],
)
def test_the_readings_of_a_character(character: str, sounds: tuple[str, ...]) -> None:
    assert readings(character) == sounds


def test_initials_are_told_once() -> None:
    assert initials("重") == ("z", "c", "t")
    assert initials("厦") == ("s", "x")


def test_the_list_of_syllables_is_that_of_the_usual_characters() -> None:
    usual = (bytes(pair).decode("gb2312", "ignore") for pair in _codes())
    sounds = {sound for character in usual if character for sound in readings(character)}
    assert sounds - set(OF_PLACES.values()) == all_syllables() - set(OF_PLACES.values())


def _codes() -> list[tuple[int, int]]:
    return [(row, column) for row in range(0xB0, 0xF8) for column in range(0xA1, 0xFF)]


@pytest.mark.parametrize(
    ("typed", "ways"),
    [
        ("fangan", ["fang an", "fan gan"]),
        ("xian", ["xian", "xi an"]),
        ("xi'an", ["xi an"]),
        ("xi.an", ["xi an"]),
        ("Zhongguo", ["zhong guo", "zhong gu o"]),
        ("nve", ["nve", "nv e"]),
        ("wlaq", []),
        ("网络", []),
        ("", []),
        ("'", []),
        ("a" * 41, []),
    ],
)
def test_letters_are_parted_into_syllables(typed: str, ways: list[str]) -> None:
    assert [" ".join(way) for way in syllables(typed)] == ways


@given(st.text("anginghuozhsc' ", max_size=45))
def test_ways_are_few_and_complete(typed: str) -> None:
    ways = syllables(typed)
    assert len(set(ways)) == len(ways) <= 8
    assert all("".join(way) == "".join(typed.replace("'", "").split()) for way in ways)
    assert all(set(way) <= all_syllables() for way in ways)


def test_what_sounds_alike() -> None:
    assert same_sound("网络", "网洛")
    assert same_sound("重庆5g", "虫清5g")
    assert same_sound("", "")
    assert not same_sound("网络", "网线")
    assert not same_sound("网络", "网络安全")
    assert not same_sound("か", "a")


@given(
    st.text(st.sampled_from("重庆网络a5.") | st.characters(), max_size=30), st.text("wlchongqia5")
)
def test_a_run_is_within_the_text(text: str, typed: str) -> None:
    run = find_run(text, typed)
    assert run is None or 0 <= run[0] < run[1] <= len(text)


@pytest.mark.parametrize("typed", ["chongqing", "a" * 40, "wlaqxcjygzlszrq", "zzzz"])
def test_a_long_text_is_gone_through_once(typed: str) -> None:
    began = time.perf_counter()
    find_run("加强网络安全宣传教育工作.阿" * 7_000, typed)
    assert time.perf_counter() - began < 2
