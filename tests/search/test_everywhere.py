"""Both engines answer a few hundred questions alike: in judged/answers.txt stands what they answer.

    KEEP=1 pytest tests/search/test_everywhere.py       writes it anew, after a change of ranking

The suite's pass on SQLite and that on PostgreSQL are both held to it. A line: the question, how
many texts are found, and the first ones.
"""

import os
from collections.abc import Iterator
from pathlib import Path
from random import Random

import pytest

from bulletins.models import Edition
from tests.search.asking import ask
from tests.search.judged.corpus import NOW
from tests.search.judged.judgements import judged
from tests.search.leaves import runs

pytestmark = pytest.mark.django_db
ANSWERS = Path(__file__).parent / "judged" / "answers.txt"
RUNS = 60  # of each length
ASKED = (
    "-贵州",
    "网络 -安全",
    "网络 -网络安全 -宣传",
    '"应急演练的通知"',
    '"不开"',
    "「网上 办事」",
    "地区:贵州",
    "地区:兵团",
    "地区:遵义 数字乡村",
    "地区:无此地",
    "栏目:通知公告",
    "栏目:通知公告 年:2026",
    "栏目:rules 信息员",
    "年:2024",
    "年:二〇二四 图书馆",
    "标签:数字乡村 地区:天津",
    "标签:公示 公示",
    "地区:四川 年:2026 栏目:网上传播 演练",
    "网络 安全 宣传 周 活动 安排 汇总 各地 学院",
    "的",
    "网",
    "一",
    "x",
    "a b",
    "2026",
    "年",
    "%",
    "_",
    "网%络",
    "' OR 1=1 --",
    '"',
    '"未完',
    "「",
    "NEAR(网络 安全)",
    "网络 AND 安全",
    "网络 OR 贵州",
    "NOT 网络",
    "网络*",
    "tokens:网络",
    "^网络",
    "{网络}",
    "网络 & !贵州 | 四川:*",
    "\\",
    "😀",
    "مرحبا",
    "\u202e网络",
    "网\u0000络",
    "。。。",
    "，",
    " ",
    "",
    "-",
    "地区:",
    "地区:贵州 地区:四川",
    "年:abcd",
    "tianjin",
    "guizhou szxc",
    "wlaq",
    "xian",
    "学院" * 40,
    "网络安全责任制实施细则" * 30,
)


def test_what_is_found_is_what_was_kept(judged_corpus: dict[int, str]) -> None:
    answers = [_answer(one, judged_corpus) for one in _questions()]
    if os.environ.get("KEEP"):
        ANSWERS.write_text("\n".join(answers) + "\n", encoding="utf-8")
    assert len(answers) > 400
    assert answers == ANSWERS.read_text(encoding="utf-8").splitlines()


def _questions() -> Iterator[str]:
    """The judged ones, ours, and characters in a row from anywhere in the texts."""
    yield from (one.said for one in judged())
    yield from ASKED
    chance = Random("everywhere")  # noqa: S311  repeatable is what it must be
    editions = list(Edition.objects.live(NOW).with_body().order_by("article__number"))
    for length in (1, 2, 3, 5):
        some = [run for edition in editions for run in runs(edition, length)]
        yield from chance.sample(some, RUNS)


def _answer(typed: str, names: dict[int, str]) -> str:
    results = ask(typed)
    many = (
        f"{results.total}{'+' if results.capped else ''}{' loosened' if results.loosened else ''}"
    )
    hits = (f"{names[one.number]}{len(one.hits)}" for one in results.groups)
    facets = sum(value.held for facet in results.facets for value in facet.values)
    return f"{typed[:60]!r}: {many} {' '.join(hits)} {facets}".rstrip()
