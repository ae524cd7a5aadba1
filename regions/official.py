"""The lists that come with Lantai, read from `regions/data/` (origin: `regions/data/README.md`)."""

import csv
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Final, NamedTuple

DATA: Final = Path(__file__).parent / "data"
BINGTUAN: Final = "660000"
BINGTUAN_CITIES: Final = "6590"  # 659001 石河子市 …: coded under 新疆, run by 兵团


class OfficialRow(NamedTuple):
    """One line of the official list."""

    code: str
    name: str
    short_name: str
    pinyin: str
    level: str
    parent: str
    also_under: str


class FormerName(NamedTuple):
    """A name that older papers use, and the division that stands for it now."""

    name: str
    short_name: str
    successor: str
    successor_name: str


@cache
def official_rows() -> tuple[OfficialRow, ...]:
    """All 3,217 divisions, in code order: parents come before their children."""
    return tuple(
        OfficialRow(**row, also_under=BINGTUAN if row["code"].startswith(BINGTUAN_CITIES) else "")
        for row in _read("regions.csv")
    )


@cache
def usual_aliases() -> dict[str, tuple[str, ...]]:
    """What people also call a division: {"660000": ("新疆兵团", …)}."""
    return {row["code"]: tuple(row["aliases"].split("、")) for row in _read("aliases.csv")}


@cache
def former_names() -> tuple[FormerName, ...]:
    """Names given up in living memory, with their successors."""
    return tuple(FormerName(**row) for row in _read("former_names.csv"))


def _read(name: str) -> Iterator[dict[str, str]]:
    with (DATA / name).open(encoding="utf-8", newline="") as lines:
        yield from csv.DictReader(lines)
