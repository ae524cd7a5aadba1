"""Is what follows a region's name an office of it? 委网信办 is, 时间 and 大学 are not."""

import csv
from functools import cache
from typing import Final

from regions.official import DATA

LONGEST_WORD: Final = 16
LEVEL_SIGNS: Final = frozenset("省市区县州盟旗")
JOINING: Final = frozenset("和与及")
PARTY_COMMITTEES: Final = ("委员会", "委")
BODIES: Final = ("委", "政府", "人民政府")


@cache
def office_words() -> dict[str, str]:
    """Every word an office's name is made of, with what it does there: topic, ending or organ."""
    with (DATA / "office_words.csv").open(encoding="utf-8", newline="") as lines:
        return {word: row["kind"] for row in csv.DictReader(lines) for word in row["words"].split()}


def is_office(name: str, rest: str) -> bool:
    """Whether name + rest is an office made of known words only: 贵州省 + 大数据发展管理局.

    A name with its level sign may share it: 天津市 + 委网信办 is the 市委 of 天津.
    """
    if rest[0] in LEVEL_SIGNS and rest[1:].startswith(BODIES):
        return False  # 四川 has no 市委; 吉林市委 is read as 吉林市 + 委
    if name[-1] in LEVEL_SIGNS:
        for committee in PARTY_COMMITTEES:
            if rest == committee:
                return True
            if rest.startswith(committee) and _ends_as_office(rest[len(committee) :]):
                return True
    return _ends_as_office(rest)


def _ends_as_office(rest: str) -> bool:
    """Walk the words from left to right, keeping what each place may be the end of."""
    ends: list[set[str]] = [{"start"}, *(set() for _ in rest)]
    for place, reached in enumerate(ends[:-1]):
        if reached:
            for size in range(1, min(LONGEST_WORD, len(rest) - place) + 1):
                ends[place + size] |= _step(reached, rest[place : place + size])
    return "organ" in ends[-1]


def _step(reached: set[str], word: str) -> set[str]:
    """An ending needs something before it, so that 河南部 and 上海中心 are no offices."""
    kind = office_words().get(word)
    if kind == "ending":
        return {"organ"} if reached & {"topic", "organ"} else set()
    if word in JOINING:
        return {"start"} if reached & {"topic"} else set()
    return {kind} if kind else set()
