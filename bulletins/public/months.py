"""How many of a list fall into each month, without reading its rows.

From the latest month one looks for the next that has any; an index alone says how many lie between
two moments. Those that are not public then, a few, are looked at one by one and taken away.
Counted row by row, a list of 100,000 took a hundred times as long.
"""

from datetime import datetime
from typing import Any, cast

from django.db.models.expressions import RawSQL

from bulletins.models.prepared import Written

# 2024-03-01 00:00, in Beijing, of a moment; and the moment at which a month begins there.
# SQLite rounds to milliseconds: the last microsecond of a month would be one of the next.
SQLITE = {
    "month_of": "strftime('%%Y-%%m-01 00:00:00', substr({}, 1, 19), '+8 hours')",
    "begins": "datetime({}, '-8 hours')",
    "ends": "datetime({}, '+1 month', '-8 hours')",
    "name": "substr({}, 1, 7)",
}
POSTGRESQL = {
    "month_of": "date_trunc('month', {} AT TIME ZONE 'Asia/Shanghai')",
    "begins": "({}) AT TIME ZONE 'Asia/Shanghai'",
    "ends": "({} + interval '1 month') AT TIME ZONE 'Asia/Shanghai'",
    "name": "to_char({}, 'YYYY-MM')",
}
MONTHS = """
WITH RECURSIVE months (month) AS (
  SELECT {latest} UNION ALL SELECT {before} FROM months WHERE month IS NOT NULL
), hidden AS (
  SELECT {month} AS month, COUNT(*) AS held FROM (
    SELECT first_published_at AS moment FROM bulletins_listing WHERE list = %s AND live_from > %s
    UNION ALL
    SELECT first_published_at FROM bulletins_listing WHERE list = %s AND live_until <= %s
  ) AS rows GROUP BY 1
), counted AS (
  SELECT months.month, (
    SELECT COUNT(*) FROM bulletins_listing
    WHERE list = %s AND first_published_at >= {begins} AND first_published_at < {ends}
  ) - COALESCE(hidden.held, 0) AS held
  FROM months LEFT JOIN hidden ON hidden.month = months.month WHERE months.month IS NOT NULL
)
SELECT 'month', {name}, '', held FROM counted WHERE held > 0"""
NEWEST = "(SELECT MAX(first_published_at) FROM bulletins_listing WHERE list = %s{})"


def months_of(name: str, at: datetime) -> Written:
    """Gives ("month", "2024-03", "", how many) of a list; name and at as ``prepared`` has them."""
    (said,), (then,) = (cast(RawSQL, one).params for one in (name, at))
    values = (said, said, said, then, said, then, said)
    return Written({"sqlite": _spelt(SQLITE), "postgresql": _spelt(POSTGRESQL)}, values)


def _spelt(words: dict[str, str]) -> str:
    earlier = NEWEST.format(f" AND first_published_at < {words['begins'].format('month')}")
    said: dict[str, Any] = {
        "latest": words["month_of"].format(NEWEST.format("")),
        "before": words["month_of"].format(earlier),
        "month": words["month_of"].format("moment"),
        "begins": words["begins"].format("months.month"),
        "ends": words["ends"].format("months.month"),
        "name": words["name"].format("month"),
    }
    return MONTHS.format(**said)
