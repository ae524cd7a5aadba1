"""Moments counted back from today, so that the demo is never stale; and days spoken in its texts.

What was published has a working day: a weekend becomes the Friday before, in texts the Monday
after.
"""

import re
from datetime import date, datetime, time, timedelta

from bulletins.document.wording import BEIJING, day

AGO = re.compile(r"(?P<days>[1-9]\d*)天前 (?P<at>\d\d:\d\d)")
ON_DAY = re.compile(r"(?P<month>\d+)月(?P<day>\d+)日 (?P<at>\d\d:\d\d)(?: (?P<years>上年|前年))?")
YEARS = {None: 0, "上年": 1, "前年": 2}
AHEAD = re.compile(r"(?P<days>\d+)天后(?: (?P<at>\d\d:\d\d))?")
TOKEN = re.compile(r"\{(?P<what>年月日|年月|月日|周六|年)(?P<step>[+-]\d+)?\}")


def past(said: str, today: date) -> datetime:
    """ "3天前 09:13", "9月1日 10:00" (the last one), "9月1日 10:00 上年" (a year before that)."""
    if found := AGO.fullmatch(said):
        return at(_working(today - timedelta(days=int(found["days"])), -1), found["at"])
    if found := ON_DAY.fullmatch(said):
        last = date(today.year, int(found["month"]), int(found["day"]))
        years = YEARS[found["years"]] + (last >= today)
        return at(_working(last.replace(year=today.year - years), -1), found["at"])
    raise ValueError(said)


def ahead(said: str, since: date) -> datetime:
    """ "20天后" is the end of that day, "20天后 17:00" an hour of it."""
    found = AHEAD.fullmatch(said)
    if found is None:
        raise ValueError(said)
    then = _working(since + timedelta(days=int(found["days"])), 1)
    return at(then, found["at"]) if found["at"] else at(then + timedelta(days=1), "00:00")


def spoken(text: str, since: date) -> str:
    """The text with {年} {年-1} {年月} {月日+14} {周六} and the like counted from since."""
    return TOKEN.sub(lambda found: _word(found["what"], int(found["step"] or 0), since), text)


def _word(what: str, step: int, since: date) -> str:
    if what == "年":
        return str(since.year + step)
    if what == "年月":
        months = since.year * 12 + since.month - 1 + step
        return f"{months // 12}年{months % 12 + 1}月"
    if what == "周六":
        then = since + timedelta(days=(5 - since.weekday()) % 7 + 7 * step)
        return f"{then.month}月{then.day}日（星期六）"
    then = _working(since + timedelta(days=step), 1)
    return day(then) if what == "年月日" else f"{then.month}月{then.day}日"


def at(then: date, said: str) -> datetime:
    return datetime.combine(then, time.fromisoformat(said), BEIJING)


def _working(then: date, step: int) -> date:
    while then.weekday() > 4:
        then += timedelta(days=step)
    return then
