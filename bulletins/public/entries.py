"""What a list prints of an article, read from the list's own rows: one query for a page of it."""

from collections.abc import Callable, Iterable
from datetime import datetime
from functools import partial
from typing import Any, NamedTuple, Self

from bulletins.document.terms import shortly
from bulletins.document.wording import BEIJING, day_of
from bulletins.listing import lasting
from bulletins.public.questions import EARLIER, LATER, PRINTED, questions_of
from bulletins.public.sight import Sight

WHERE = (0, EARLIER, LATER)
PUBLISHED = PRINTED.index("first_published_at")


class Entry(NamedTuple):
    """regions: their names, "" where there are none. day: "2021-03-15", in Beijing.

    link: of 标题链接, where its title leads instead of to a page of ours. term: of a notice, how
    long it asks ("3 天后截止"). What is archived asks for nothing any more.
    query: of a list as it stood (``Sight.query``). summary: its first sentence, or "".
    """

    number: int
    title: str
    regions: str
    day: str
    link: str = ""
    term: str = ""
    archived: bool = False
    query: str = ""
    summary: str = ""

    @property
    def address(self) -> str:
        """Fixed for good (docs/addresses.md); reverse() would take most of a page's time."""
        return self.link or f"/articles/{self.number}/{self.query}"

    @classmethod
    def read(cls, row: tuple[Any, ...], now: datetime, query: str = "") -> Self:
        number, title, regions, moment, link, deadline, archived_at, summary = row
        day = day_of(moment)
        archived = archived_at is not None and archived_at <= now
        term = shortly(deadline, now) if deadline and not archived else ""
        return cls(number, title, regions, day, link, term, archived, query, summary)


class Month(NamedTuple):
    """earlier, later: the nearest months in which there is something."""

    entries: list[Entry]
    earlier: tuple[int, int] | None
    later: tuple[int, int] | None


def newest(name: str, sight: Sight) -> list[Entry]:
    """The first page of a list, and one entry more if there is another page."""
    ask = partial(questions_of(name, sight).newest, name, sight.shown)
    return entries(_lasting("newest", name, sight, ask), sight)


def front(name: str, sight: Sight) -> tuple[list[Entry], list[Entry]]:
    """What stands on top of it, the newest first; and the same as ``newest``."""
    ask = partial(questions_of(name, sight).front, name, sight.shown)
    rows = _lasting("front", name, sight, ask)
    top, rest = ([row[1:] for row in rows if row[0] == one] for one in (1, 0))
    return entries(top, sight), entries(rest, sight)


def month_of(name: str, begin: datetime, end: datetime, sight: Sight) -> Month:
    """Everything in it that was first published then."""
    rows = list(questions_of(name, sight).month(name, begin, end, sight.shown))
    inside, before, after = ([row[1:] for row in rows if row[0] == one] for one in WHERE)
    return Month(entries(inside, sight), _month(before), _month(after))


def older(name: str, number: int, sight: Sight) -> list[Entry] | None:
    """What follows an article, and one entry more; None if the list does not hold that article."""
    found = entries(questions_of(name, sight).since(name, number, sight.shown), sight)
    return found[1:] if found and found[0].number == number else None


def entries(rows: Iterable[tuple[Any, ...]], sight: Sight) -> list[Entry]:
    """Rows as ``questions.PRINTED`` has them."""
    now, query = sight.shown, sight.query
    return [Entry.read(row, now, query) for row in rows]


def _lasting(
    what: str, name: str, sight: Sight, ask: Callable[[], Iterable[Any]]
) -> list[tuple[Any, ...]]:
    """Of first pages only: they are asked for all day."""
    return lasting((what, name), (name,), sight.now, sight.stamp, lambda: list(ask()))


def _month(rows: list[tuple[Any, ...]]) -> tuple[int, int] | None:
    """The month of the first."""
    found = [row[PUBLISHED].astimezone(BEIJING) for row in rows]
    return (found[0].year, found[0].month) if found else None
