"""What the page says of a question: how much was found, and how it was understood."""

from bulletins.public.search.asking import Asked
from bulletins.search.query import Word
from bulletins.search.results import Results

SEPARATOR, MOST_REGIONS = " · ", 8
PLACES = {"region": "地区", "column": "栏目", "year": "年份", "tag": "标签"}


def count_of(results: Results) -> str:
    """找到 1000 篇以上。"""
    return f"找到 {results.total} 篇{'以上' if results.capped else ''}"


def understood(asked: Asked) -> str:
    """同时说到“网络”和“谣言”，不说“通报”，地区是贵州"""
    query = asked.query
    words = [_quoted(one) for one in query.words]
    without = [_quoted(one) for one in query.excluded]
    said = [f"{'同时' if len(words) > 1 else ''}说到{'和'.join(words)}"] if words else []
    said += [f"不说{'和'.join(without)}"] if without else []
    said += [f"{PLACES[kind]}是{name}" for kind, name in asked.names.items()]
    return "，".join(said)


def few(regions: str) -> str:
    """北京 · 天津 · … as one line: 北京 · 天津 · 河北 · 山西 等 34 地"""
    names = regions.split(SEPARATOR)
    if len(names) <= MOST_REGIONS:
        return regions
    return f"{SEPARATOR.join(names[: MOST_REGIONS - 2])} 等 {len(names)} 地"


def _quoted(word: Word) -> str:
    return f"“{word.said or word.text}”"
