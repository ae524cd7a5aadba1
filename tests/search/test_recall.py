"""Whoever types what stands in a public text finds it, however it is written; and nothing else.

RUNS=2000 pytest tests/search/test_recall.py        asks for so many runs of each length
"""

import os
from collections import Counter
from collections.abc import Iterator
from random import Random
from typing import Any

import pytest
from opencc import OpenCC  # type: ignore[import-untyped]

from bulletins.document.folding import fold
from bulletins.indexing import frequency
from bulletins.indexing.entering import SAID
from bulletins.indexing.expressions import Expression
from bulletins.indexing.slots import rows_of, state
from bulletins.indexing.tokens import tokens_of
from bulletins.models import Edition
from bulletins.search.finding import gathering
from tests.search.asking import ask, everything, numbers
from tests.search.judged.corpus import NOW
from tests.search.judged.judgements import synonyms
from tests.search.leaves import leaves, runs

pytestmark = pytest.mark.django_db
LENGTHS = (2, 3, 4, 6)
SAMPLED = int(os.environ.get("RUNS", "120"))  # runs of each length, of all texts
WHOLE = ("four-metres", "card", "xizang")  # texts of which every run is looked for
WORDS = {word for group in synonyms() for word in group}
Texts = dict[int, list[str]]


@pytest.fixture
def texts(judged_corpus: dict[int, str]) -> Texts:
    """For each article what it says, folded."""
    editions = (edition for edition in _editions() if edition.article.number)
    return {one.article.number or 0: [fold(leaf) for leaf in leaves(one)] for one in editions}


@pytest.mark.parametrize("length", LENGTHS)
def test_every_run_of_characters_finds_all_that_say_it(texts: Texts, length: int) -> None:
    """On whichever page; what is shorter than four characters finds nothing else."""
    missing, more = {}, {}
    for run in _sample(length):
        said, found = _saying(run, texts), numbers(run)
        assert len(found) == len(set(found))
        if lost := set(said) - set(found):
            missing[run] = lost
        if (other := set(found) - set(said)) and length < 4 and run not in WORDS:
            more[run] = other
    assert (missing, more) == ({}, {})


@pytest.mark.parametrize("name", WHOLE)
def test_of_some_texts_every_run_is_found(judged_corpus: dict[int, str], name: str) -> None:
    number = next(one for one, key in judged_corpus.items() if key == name)
    edition = next(one for one in _editions() if one.article.number == number)
    wanted = {run for length in LENGTHS for run in runs(edition, length)}
    assert len(wanted) > 100
    lost = [run for run in sorted(wanted) if all(one.number != number for one in everything(run))]
    assert lost == []


@pytest.mark.parametrize("how", ["traditional", "taiwan", "named", "wide"])
def test_other_ways_to_write_it_find_the_same(judged_corpus: dict[int, str], how: str) -> None:
    some = [*_sample(4)[:50], "二〇二〇年", "5G信号", "IPv6", "2021年", "WiFi"]
    assert [run for run in some if numbers(WRITTEN[how](run)) != numbers(run)] == []


@pytest.mark.parametrize(
    ("typed", "same"),
    [
        ("二零二零年", "二〇二〇年"),
        ("二○二○年", "二〇二〇年"),
        ("５Ｇ", "5g"),
        ("ｗｉｆｉ", "WiFi"),
        ("網路安全責任制", "网路安全责任制"),
        ("《数据分类分级指南》", "数据分类分级指南"),
        ("遵义、毕节", "遵义毕节"),
        ("\u200b图书\u00ad馆\ufeff", "图书馆"),
    ],
)
def test_what_is_the_same_finds_the_same(
    judged_corpus: dict[int, str], typed: str, same: str
) -> None:
    assert numbers(typed) == numbers(same)


def test_spaces_inside_a_name_make_no_difference(judged_corpus: dict[int, str]) -> None:
    """In the texts it stands as 天 津 and as 天津."""
    assert set(numbers("天津")) <= set(numbers("天 津"))


@pytest.mark.parametrize("between", [" ", "、", "，", "\u3000"])
def test_what_is_parted_finds_no_less(judged_corpus: dict[int, str], between: str) -> None:
    for run in _sample(4)[:40]:
        assert set(numbers(run)) <= set(numbers(f"{run[:2]}{between}{run[2:]}")), run


def test_what_nothing_says_is_not_found(texts: Texts) -> None:
    """Two runs of different texts put together: their pairs are there, they themselves are not."""
    chance, some = _chance("nothing"), _sample(4)
    made = {a[:2] + b[2:] for a, b in zip(some, chance.sample(some, len(some)), strict=True)}
    nowhere = sorted(one for one in made if not _saying(one, texts))
    assert len(nowhere) > 100
    found = [one for one in nowhere if (said := ask(f'"{one}"')).total and not said.loosened]
    assert found == []


def test_what_is_everywhere_is_left_out_of_a_question_and_of_no_answer(
    texts: Texts, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Two runs of one text: whatever is asked of the index for them, the same articles are found."""
    typed = [f"{a} {b}" for a, b in _pairs()]
    monkeypatch.setattr(gathering, "APART_DEEP", 200)  # passages: in a large index, a part of it
    asked = {one: sorted(numbers(one)) for one in typed}
    shares = _shares()
    monkeypatch.setattr(gathering, "shares", lambda *_: shares)
    left_out = list[bool]()
    narrowing = frequency._narrowing

    def noted(each: list[Expression], *more: Any) -> list[Expression]:
        left = narrowing(each, *more)
        left_out.append(left != each)
        return left

    monkeypatch.setattr(frequency, "_narrowing", noted)
    assert {one: sorted(numbers(one)) for one in typed} == asked
    assert sum(left_out) > len(typed) / 4
    assert all(asked.values())


def _pairs() -> list[tuple[str, str]]:
    """A run of two characters and one of six from the same text, sixty times."""
    chance, found = _chance("pairs"), list[tuple[str, str]]()
    for edition in _editions():
        short, long = list(runs(edition, 2)), list(runs(edition, 6))
        if short and long:
            found += [(chance.choice(short), chance.choice(long)) for _ in range(3)]
    return chance.sample(found, 60)


def _shares() -> dict[str, float]:
    """Of all passages, as a sample would tell; what is in a twentieth of them counts as everywhere."""
    rows = list(rows_of(state().slot)._default_manager.values_list(*SAID))
    counts = Counter(token for row in rows for token in tokens_of(*row))
    return {token: min(5 * n / len(rows), 1.0) for token, n in counts.items() if n > 2}


def _saying(run: str, texts: Texts) -> list[int]:
    wanted = fold(run)
    return [number for number, said in texts.items() if any(wanted in leaf for leaf in said)]


def _sample(length: int) -> list[str]:
    """Distinct runs, the same in every run of the tests, as often from an article as it is long."""
    found = [run for edition in _editions() for run in runs(edition, length)]
    return list(dict.fromkeys(_chance(f"runs {length}").sample(found, SAMPLED)))


def _editions() -> Iterator[Edition]:
    live = Edition.objects.live(NOW).with_body().select_related("article")
    return iter(live.order_by("article__number"))


def _chance(what: str) -> Random:
    return Random(what)  # noqa: S311  repeatable is what it must be


def _wide(text: str) -> str:
    """２０２１年"""
    return "".join(chr(ord(c) + 0xFEE0) if "!" <= c <= "~" else c for c in text)


WRITTEN = {
    "traditional": OpenCC("s2t").convert,
    "taiwan": OpenCC("s2tw").convert,
    "named": lambda run: f"《{run}》",
    "wide": _wide,
}
