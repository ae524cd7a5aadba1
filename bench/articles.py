"""Articles in the shape of ``import_articles``: as many as wanted, the same every time."""

import json
from collections.abc import Iterator
from datetime import datetime, timedelta
from functools import cache
from random import Random
from typing import Any

from bench import words
from bulletins.document.wording import BEIJING
from regions.official import OfficialRow, official_rows

VERSION = "1"  # of what this module makes: another one makes kept databases be loaded anew
REGIONS, SECTIONS = 4, 6
FIRST, DAYS = datetime(2022, 1, 1, 8, tzinfo=BEIJING), 3 * 365
COLUMNS = {
    "chuanbo": "网上传播",
    "anquan": "网络安全",
    "zhifa": "网络执法",
    "wenming": "网络文明",
    "xinxihua": "信息化工作",
    "jubao": "举报受理",
    "piyao": "辟谣公示",
    "peixun": "教育培训",
    "dangjian": "机关党建",
    "tongzhi": "通知公告",
    "zhengce": "政策解读",
    "dongtai": "地方动态",
}
TAGS = [f"{year}年{what}" for year in range(2022, 2026) for what in words.WHAT]
SOURCES = "海河发布 山城网信 湘江在线 黔地观察 蜀道新闻 渤海之声".split()
# Mostly provinces, as in life; but every county has its turn.
SHARES = {"province": 0.5, "prefecture": 0.3, "county": 0.2}


def lines(count: int) -> Iterator[str]:
    """So many lines, oldest first, spread evenly over three years."""
    return (json.dumps(article(n, count), ensure_ascii=False) for n in range(count))


def article(n: int, count: int) -> dict[str, Any]:
    """One article: four regions of six sections, two to four tags, one of twelve columns."""
    chance = Random(f"lantai {VERSION} {n}")  # noqa: S311  repeatable is what it must be
    published = FIRST + timedelta(days=DAYS) * (n / count)
    return {
        "id": f"bench-{n}",
        "title": f"多地{words.heading(chance)}",
        "column": chance.choice(list(COLUMNS)),
        "published": published.isoformat(timespec="minutes"),
        "source": chance.choice(SOURCES),
        "lead": words.paragraph(chance, 60, 140),
        "regions": [_part(row, chance) for row in _rows(chance)],
        "tags": chance.sample(TAGS, chance.randint(2, 4)),
    }


def _part(row: OfficialRow, chance: Random) -> dict[str, Any]:
    sections = [{"heading": words.heading(chance), "body": _body(chance)} for _ in range(SECTIONS)]
    intro = words.paragraph(chance, 40, 90)
    return {"name": row.short_name, "code": row.code, "intro": intro, "sections": sections}


def _body(chance: Random) -> str:
    """One paragraph, or two."""
    return "\n".join(words.paragraph(chance, 50, 140) for _ in range(chance.choice((1, 1, 1, 2))))


def _rows(chance: Random) -> list[OfficialRow]:
    levels = chance.choices(list(SHARES), list(SHARES.values()), k=REGIONS)
    found = [chance.choice(_by_level()[level]) for level in levels]
    return sorted(found, key=lambda row: row.code)


@cache
def _by_level() -> dict[str, list[OfficialRow]]:
    return {level: [row for row in official_rows() if row.level == level] for level in SHARES}
