"""首页布局: which blocks the front page has, in which order, with how many entries.

Kept as one line: "newest pinned:3 notices:6 columns:6 regions".
"""

import re
from typing import NamedTuple

from django.core.exceptions import ValidationError

COUNTED = {"pinned": "置顶", "notices": "正在进行的公告", "columns": "各栏目的新信息"}
BLOCKS = {"newest": "最新一期信息", **COUNTED, "regions": "地区"}
MOST = 12
DEFAULT = "newest pinned:3 notices:6 columns:6 regions"
SPELT = re.compile(r"([a-z]+)(?::([1-9][0-9]?))?")
WRONG = (
    f"首页布局写成“{DEFAULT}”的样子：每块一个词，用空格隔开，不重复；"
    f"pinned、notices、columns 后面是条数，最多 {MOST}"
)


class Block(NamedTuple):
    """One block of the front page. most: of its entries; 0 where there is nothing to count."""

    name: str
    most: int = 0

    @property
    def label(self) -> str:
        return BLOCKS[self.name]

    @property
    def word(self) -> str:
        return f"{self.name}:{self.most}" if self.most else self.name


def blocks(said: str) -> tuple[Block, ...]:
    """Of the line as it is kept; "" is the layout of a site that never chose one."""
    found = (SPELT.fullmatch(word) for word in (said or DEFAULT).split())
    return tuple(Block(one[1], int(one[2] or 0)) for one in found if one)


def validate_home(said: str) -> None:
    """Raises ValidationError for what ``blocks`` would not give back as it is."""
    found = blocks(said)
    names = [one.name for one in found]
    fits = all(one.name in BLOCKS and _counted(one) for one in found)
    again = " ".join(one.word for one in found)
    if said and (again != said or not fits or len(set(names)) < len(names)):
        raise ValidationError(WRONG)


def _counted(block: Block) -> bool:
    return 1 <= block.most <= MOST if block.name in COUNTED else block.most == 0
