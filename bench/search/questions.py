"""What is looked for: questions of every kind, eight of each, the same every time."""

import re
from collections.abc import Callable
from random import Random
from typing import Any

from bench import articles, words
from regions.official import official_rows

EACH = 8
OLD = 2_000  # articles that every database has
COUNTED = re.compile(r"涉及\d+[^，]+")
COMMON = "网络安全 应急演练 个人信息 网信部门 志愿者队伍 风险评估 专项行动 检查".split()
SOUNDS = "tianjin guizhou zunyi sichuan wangluoanquan yingjiyanlian grxx yjyl".split()
NOWHERE = "量子纠缠 北斗导航 火星基地 深海潜水器 恐龙化石 zqzqzq 古琴曲谱 冰壶规则".split()


def questions() -> dict[str, list[str]]:
    """By kind."""
    made = {kind: [make(_chance(kind, n)) for n in range(EACH)] for kind, make in KINDS.items()}
    return made | {"very common": COMMON, "pinyin": SOUNDS, "nothing found": NOWHERE}


def _chance(kind: str, n: int) -> Random:
    return Random(f"{kind} {n}")  # noqa: S311  repeatable is what it must be


def _rare(chance: Random) -> str:
    """A county: in few articles, as the name of a region."""
    return _place(chance, "county")


def _common(chance: Random) -> str:
    return _place(chance, "province")


def _place(chance: Random, level: str) -> str:
    return chance.choice([row.short_name for row in official_rows() if row.level == level])


def _in_bodies(chance: Random) -> str:
    """涉及317条线索"""
    return f"涉及{chance.randint(3, 980)}{chance.choice(words.COUNTED)}"


def _character(chance: Random) -> str:
    return chance.choice("网演数文举谣老乡")


def _two_common(chance: Random) -> str:
    first, second = chance.sample(COMMON, 2)
    return f"{first} {second}"


def _place_and_thing(chance: Random) -> str:
    return f"{_common(chance)} {chance.choice(COMMON)}"


def _rare_pair(chance: Random) -> str:
    """A place and what is said of it in an article."""
    part = _part(chance)
    bodies = "".join(section["body"] for section in part["sections"])
    return f"{part['name']} {chance.choice(COUNTED.findall(bodies))}"


def _phrase(chance: Random) -> str:
    """A whole sentence, as somebody copies it."""
    body: str = chance.choice(_part(chance)["sections"])["body"]
    return body.partition("。")[0]


def _title(chance: Random) -> str:
    title: str = _article(chance)["title"]
    return title


def _part(chance: Random) -> dict[str, Any]:
    return dict(chance.choice(_article(chance)["regions"]))


def _article(chance: Random) -> dict[str, Any]:
    return articles.article(chance.randrange(OLD), OLD)


def _in_region(chance: Random) -> str:
    return f"地区:{_place(chance, 'province')} {chance.choice(COMMON)}"


def _in_column(chance: Random) -> str:
    return f"栏目:{chance.choice(list(articles.COLUMNS.values()))} {chance.choice(COMMON)}"


def _in_year(chance: Random) -> str:
    return f"年:{articles.FIRST.year + chance.randrange(3)} {chance.choice(COMMON)}"


def _place_alone(chance: Random) -> str:
    return f"地区:{_place(chance, 'prefecture')}"


def _without(chance: Random) -> str:
    first, second = chance.sample(COMMON, 2)
    return f"{first} -{second}"


KINDS: dict[str, Callable[[Random], str]] = {
    "rare": _rare,
    "common": _common,
    "in bodies only": _in_bodies,
    "one character": _character,
    "two common words": _two_common,
    "place and thing": _place_and_thing,
    "rare pair": _rare_pair,
    "whole sentence": _phrase,
    "whole title": _title,
    "in a region": _in_region,
    "in a column": _in_column,
    "in a year": _in_year,
    "a region alone": _place_alone,
    "one, not another": _without,
}
