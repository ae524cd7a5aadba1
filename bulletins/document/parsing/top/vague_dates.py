""" "时间：2024-03-01 09:00" says when a page was published, or when something takes place."""

from bulletins.document.parsing.dates import find_moment
from bulletins.document.parsing.top.labels import Facts, read_facts

SIDES = frozenset({"source", "editor", "published", "ignored"})
PLACE = ("地点", "地址", "会议地点", "活动地点")


def is_posting_time(facts: Facts, above: str, below: str) -> bool:
    """As clocks print it, with another fact of the page on the line before or after."""
    value = facts.values.get("maybe_published", "")
    moment = find_moment(value) if len(facts.said) == 1 and not facts.rest else None
    if moment is None or value != moment.words or not _is_typed_by_a_clock(value):
        return False
    return not below.startswith(PLACE) and (_is_fact(above) or _is_fact(below))


def _is_typed_by_a_clock(value: str) -> bool:
    return not set("年月日") & set(value)


def _is_fact(line: str) -> bool:
    facts = read_facts(line) if len(line) <= 100 else Facts()
    return bool(SIDES & set(facts.values)) and not facts.rest
