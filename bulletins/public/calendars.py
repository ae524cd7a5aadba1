"""A list by year and month: which of them hold something, how much, and where it is read."""

from collections.abc import Iterable
from itertools import groupby
from typing import NamedTuple

from bulletins.public.sight import Sight
from bulletins.public.tallies import Tallies, Tally

OPENED = 2  # years that lie open; those before are folded


class MonthOfYear(NamedTuple):
    """held: 0 for one without anything; its address is "" then."""

    number: int
    held: int
    address: str


class YearOfList(NamedTuple):
    """All twelve months, so that each has its place on the page."""

    number: int
    held: int
    months: tuple[MonthOfYear, ...]
    opened: bool


def calendar(tallies: Tallies, sight: Sight, address: str) -> tuple[YearOfList, ...]:
    """The years of a list, the latest first. address: of the list."""
    years = groupby(tallies.months, key=lambda one: int(one.value[:4]))
    made = ((year, list(months)) for year, months in years)
    return tuple(
        YearOfList(
            year,
            sum(one.held for one in months),
            tuple(_months(months, year, address, sight.query)),
            place < OPENED,
        )
        for place, (year, months) in enumerate(made)
    )


def _months(tallies: Iterable[Tally], year: int, address: str, query: str) -> Iterable[MonthOfYear]:
    held = {int(one.value[5:]): one.held for one in tallies}
    for number in range(1, 13):
        there = f"{address}{year}/{number:02d}/{query}" if number in held else ""
        yield MonthOfYear(number, held.get(number, 0), there)
