"""Sections on the same subject are found, by what they say, whatever their headings."""

from itertools import chain
from unittest import mock

import pytest

from bulletins.document.matching import Topic, match, profiles
from bulletins.document.matching.lexicon import read
from bulletins.document.matching.pairing import SAME
from tests.document.parsing.conftest import CASES
from tests.matching import measuring
from tests.matching.fitting import thinned
from tests.matching.from_demo import demo_cases
from tests.matching.labelled import Case, cases, unrelated
from tests.matching.real import real_cases

ENOUGH = 0.94
SETS = ("tuning", "held_out")


@pytest.mark.parametrize("folder", SETS)
def test_the_set_is_as_hard_as_it_is_meant_to_be(folder: str) -> None:
    """Or a good figure would say nothing: simple ways must stay behind."""
    labelled = cases(folder)
    by_pairs = measuring.one_to_one(labelled, measuring.pairs_of_characters)
    by_words = measuring.one_to_one(labelled, measuring.words)
    assert by_pairs == pytest.approx(0.89, abs=0.01)
    assert by_words == pytest.approx(0.86, abs=0.02)
    assert measuring.equal_headings(labelled) == pytest.approx(0.19, abs=0.03)
    assert sum(len(one.same) for one in labelled) >= 195


@pytest.mark.parametrize("folder", SETS)
def test_nearly_all_pairs_are_found(folder: str) -> None:
    assert measuring.ours(cases(folder)) >= ENOUGH


def test_terse_sections_without_a_word_in_common_are_mostly_found() -> None:
    terse = cases("terse")
    assert measuring.ours(terse) >= ENOUGH
    assert measuring.one_to_one(terse, measuring.pairs_of_characters) < 0.6


@pytest.mark.parametrize("folder", SETS)
def test_a_bulletin_about_things_that_no_theme_names_is_matched_better_than_by_likeness(
    folder: str,
) -> None:
    with mock.patch.object(profiles, "lexicon", return_value=thinned(0, 0)):
        assert measuring.ours(cases(folder)) >= 0.92


@pytest.mark.parametrize(("folder", "least"), [("blind", 0.90), ("blind_kept", 0.92)])
def test_bulletins_of_few_common_words_are_matched(folder: str, least: float) -> None:
    """Invented by the hand that wrote finer.txt: what these themes can do, not what they will do."""
    assert measuring.ours(cases(folder)) >= least


@pytest.mark.parametrize(
    ("themes", "folder", "least"),
    [
        ("finer.txt", "held_out", 0.94),
        ("finer.txt", "terse", 0.71),
        ("themes.txt", "blind_kept", 0.73),
    ],
)
def test_a_strangers_bulletin_is_matched_by_themes_that_were_not_written_for_it(
    themes: str, folder: str, least: float
) -> None:
    """The sets of one hand with the themes of the other: nearest to what is unseen."""
    with mock.patch.object(profiles, "lexicon", return_value=read(themes)):
        assert measuring.ours(cases(folder)) >= least


def test_of_bulletins_that_have_nothing_in_common_hardly_anything_is_matched() -> None:
    apart = unrelated(
        ("culture", "emergency"),
        ("cyber_years", "culture"),
        ("health", "port_years"),
        folder="held_out",
    )
    found = sum(len(measuring.matched(one)) for one in apart)
    assert found <= len(apart) / 3


def test_the_demo_is_matched_nearly_without_a_fault() -> None:
    """Two or five regions, and two years of one; easier than the labelled sets, for headings agree."""
    found = demo_cases()
    assert sum(len(one.same) for one in found) > 150
    assert measuring.ours(found) >= 0.97


@pytest.mark.skipif(not CASES.is_dir(), reason="the real cases (../shared/cases) are absent")
def test_real_texts_are_matched_better_than_by_likeness() -> None:
    """Few, and doubtful ones among them: a part of headings alone, one that speaks in general."""
    real = real_cases()
    assert measuring.ours(real) > measuring.one_to_one(real, measuring.words) + 0.05


def _splits(labelled: list[Case]) -> list[tuple[Case, tuple[int, int], tuple[int, int]]]:
    """Two pairs of a section each."""
    return [
        (one, left, right)
        for one in labelled
        for left in one.same
        for right in one.same
        if left < right and (left[0] == right[0] or left[1] == right[1])
    ]


def test_a_section_is_matched_with_both_of_those_it_was_split_into() -> None:
    splits = list(chain.from_iterable(_splits(cases(folder)) for folder in SETS))
    whole = [{left, right} <= measuring.matched(one) for one, left, right in splits]
    assert len(whole) >= 25
    assert sum(whole) / len(whole) >= 0.75


def test_swapped_inputs_give_the_same_pairs_and_scores() -> None:
    for one in cases("tuning")[:10]:
        there = match(one.one.topics, one.other.topics)
        back = match(one.other.topics, one.one.topics)
        assert sorted((m.other, m.one, m.score) for m in back) == [
            (m.one, m.other, m.score) for m in there
        ]
        assert all(SAME <= m.score <= 1 for m in there)


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ([], []),
        ([], [Topic("一、", "网络安全", "")]),
        ([Topic("", "", "")], [Topic("", "", "")]),
        ([Topic("", "，。！", "……")], [Topic("一、", "网络安全", "加固系统。")]),
        ([Topic("", "a" * 9000, "b" * 90_000)], [Topic("", "𠀀", "\x00")]),
    ],
)
def test_nothing_is_too_odd_to_be_compared(first: list[Topic], second: list[Topic]) -> None:
    assert match(first, second) == []


def test_the_same_words_are_surely_on_the_same_subject() -> None:
    said = [
        Topic("一、", "网络安全", "加固系统，修补漏洞。"),
        Topic("二、", "乡村阅读", "农家书屋每周开放五天。"),
    ]
    found = match(said, said)
    assert [(m.one, m.other) for m in found] == [(0, 0), (1, 1)]
    assert all(m.score > 0.85 for m in found)
