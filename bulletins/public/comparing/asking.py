"""What a reader asks to have compared, from the address; whatever it says, there is an answer.

?article=12                                    all regions of a bulletin at a glance
?article=12&about=数据安全                      which of them speak of it, and which do not
?article=12&region=120000&region=520000        two to six of them side by side
?year=2026&region=120000&region=520000         the same, with the newest of each in a year
?region=520000&year=2025&year=2026             one region's two years; &old=3&new=12 names texts
"""

import re
from collections.abc import Callable, Iterable
from typing import NamedTuple, TypeVar
from urllib.parse import urlencode

from django.http import QueryDict

from bulletins.document.plain import squeeze
from bulletins.public.converters import Number, RegionCode, Year

LEAST, MOST = 2, 6  # regions side by side
LOOKED_AT = 100  # values of one name in an address
LONGEST = 20  # characters of a subject that is looked for

Value = TypeVar("Value")

TOO_FEW = "请至少选两个地区：只有一个地区，没有可以对照的。"
TOO_MANY = "一次最多比较六个地区，您选了 {} 个。请去掉几个再比较。"
ONE_YEAR = "请选两个不同的年份。"
ONE_REGION = "比较两个年份时，请只选一个地区。"
NO_REGION = "请选一个地区。"
THREE_YEARS = "一次只能比较两个年份，请去掉几个。"
UNREADABLE = "地址里有认不出的内容，没有采用。请重新选择。"


class Asked(NamedTuple):
    """article: 0 where none is named. old, new: the articles that stand for the two years.

    about: the subject that is looked for. odd: something in the address could not be read.
    """

    article: int = 0
    regions: tuple[str, ...] = ()
    years: tuple[int, ...] = ()
    about: str = ""
    old: int = 0
    new: int = 0
    odd: bool = False
    year_twice: bool = False

    @property
    def query(self) -> str:
        """The one spelling of it, to be shared."""
        said: list[tuple[str, object]] = [("article", self.article)] if self.article else []
        said += [("year", year) for year in self.years] if not self.article else []
        said += [("region", code) for code in self.regions]
        said += [("about", self.about)] if self.about else []
        said += [(name, value) for name, value in (("old", self.old), ("new", self.new)) if value]
        return urlencode(said)


def asked(query: QueryDict) -> Asked:
    """Each value once, in the order in which it came; two years in order of time."""
    numbers, odd_number = _read(query.getlist("article"), Number.regex, int)
    regions, odd_region = _read(query.getlist("region"), RegionCode.regex, str)
    years, odd_year = _read(query.getlist("year"), Year.regex, int)
    old, odd_old = _read(query.getlist("old"), Number.regex, int)
    new, odd_new = _read(query.getlist("new"), Number.regex, int)
    return Asked(
        year_twice=len(years) == 1 and query.getlist("year").count(str(years[0])) > 1,
        article=numbers[0] if numbers else 0,
        regions=regions,
        years=tuple(sorted(years)),
        about=squeeze(query.get("about", ""))[:LONGEST].strip(),
        old=old[0] if old else 0,
        new=new[0] if new else 0,
        odd=any((odd_number, odd_region, odd_year, odd_old, odd_new)),
    )


def _read(
    values: Iterable[str], form: str, made: Callable[[str], Value]
) -> tuple[tuple[Value, ...], bool]:
    """The values of that form, and whether there was one of another; an empty choice is none."""
    said = [value for value in list(values)[:LOOKED_AT] if value]
    good = [made(value) for value in said if re.fullmatch(form, value, re.ASCII)]
    return tuple(dict.fromkeys(good)), len(good) < len(said)


def complaint_of_regions(found: Asked) -> str:
    """Why these regions cannot stand side by side, or ""."""
    if len(found.regions) < LEAST:
        return TOO_FEW
    return TOO_MANY.format(len(found.regions)) if len(found.regions) > MOST else ""


def complaint_of_years(found: Asked) -> str:
    """Why there are no two years of one region here, or ""."""
    if found.year_twice:
        return ONE_YEAR
    if not found.regions:
        return NO_REGION
    if len(found.regions) > 1:
        return ONE_REGION
    return THREE_YEARS if len(found.years) > 2 else ""
