"""A region by any of its names, or its code."""

from collections.abc import Sequence
from typing import NamedTuple

from django.db.models import Q

from bulletins.document.folding import fold
from bulletins.document.plain import narrow
from bulletins.search.query.asked import Found
from regions.models import Level, Region
from regions.names import Gazetteer
from regions.names.text import split_names

HIGHEST = list(Level.values)
FIELDS = (
    *("code", "name", "short_name", "level", "aliases"),
    *("parent__name", "parent__parent__name"),
)


class Row(NamedTuple):
    """above: the region it lies in, and the one that lies in."""

    code: str
    name: str
    short_name: str
    level: str
    aliases: str
    above: str | None
    highest: str | None

    @property
    def whole(self) -> str:
        return f"{self.highest or ''}{self.above or ''}{self.name}"

    @property
    def names(self) -> tuple[str, str]:
        return self.short_name, self.name

    @property
    def place(self) -> tuple[int, str]:
        """The highest first, then as in menus."""
        return HIGHEST.index(self.level), self.code


def region_named(said: str) -> Found | None:
    """The highest that bears the name, and a sentence where others bear it, too.

    By code, short name or name, before by alias, before as the gazetteer knows it (延边州, 襄樊,
    贵州贵阳).
    """
    name = "".join(narrow(said).split())
    read = Gazetteer.packaged().resolve(name)
    likely = () if read.how == "office" else read.candidates
    rows = _read(Q(pk__in=[name, *likely]) | Q(aliases__contains=name), name, fold(name))
    found = _fitting({name, fold(name)}, rows) or [one for one in rows if one.code in likely]
    return Found(found[0].code, _read_back(found[0]), _note(said, found)) if found else None


def _read(more: Q, *names: str) -> list[Row]:
    """Those called by one of the names, and some more; one query."""
    called = Q(name__in=names) | Q(short_name__in=names)
    found = map(Row._make, Region.objects.filter(called | more).values_list(*FIELDS))
    return sorted(found, key=lambda one: one.place)


def _fitting(names: set[str], rows: Sequence[Row]) -> list[Row]:
    called = [one for one in rows if names & {one.code, *one.names}]
    return called or [one for one in rows if names.intersection(split_names(one.aliases))]


def _read_back(row: Row) -> str:
    """The shortest by which it is found again."""
    rows = _read(Q(pk__in=()), *row.names)
    alone = (name for name in row.names if _fitting({name, fold(name)}, rows)[:1] == [row])
    return next(alone, row.code)


def _note(said: str, found: Sequence[Row]) -> str:
    if len(found) == 1:
        return ""
    first, other = found[:2]
    return (
        f"“{said}”有{len(found)}个，已选{first.whole}；"
        f"要找另一个，请写全称，例如 地区:{other.whole}。"
    )
