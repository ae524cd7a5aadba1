"""Until when a notice asks for something, in words: the day, what is left, that it is over."""

from dataclasses import dataclass
from datetime import datetime

from bulletins.document.wording import BEIJING, day, day_and_hour

WEEKDAYS = "一二三四五六日"


@dataclass(frozen=True, slots=True)
class Term:
    """planned: as the text has it; extended: as the desk put it off; closed: as it ended it."""

    planned: datetime | None = None
    extended: datetime | None = None
    closed: datetime | None = None

    @property
    def deadline(self) -> datetime | None:
        return self.closed or self.extended or self.planned

    @property
    def before(self) -> datetime | None:
        """The deadline that was moved, if one was: of an early end the one it came before."""
        moved_from = (self.extended or self.planned) if self.closed else self.planned
        return moved_from if self.deadline != moved_from else None

    def over(self, now: datetime) -> bool:
        """From that very second on."""
        return self.deadline is not None and self.deadline <= now


def in_full(moment: datetime) -> str:
    """2026年12月3日（星期四）24:00, in Beijing."""
    on, at = day_and_hour(moment)
    return f"{day(on)}（星期{WEEKDAYS[on.weekday()]}）{at}"


def left(moment: datetime, now: datetime, ends: str = "截止") -> str:
    """还有 3 天, 明天截止, 今天截止, 已截止: days as the calendar in Beijing has them."""
    days = _days(moment, now)
    return _soon(days, ends) or f"还有 {days} 天"


def shortly(moment: datetime, now: datetime) -> str:
    """The same beside a title: 3 天后截止."""
    days = _days(moment, now)
    return _soon(days, "截止") or f"{days} 天后截止"


def state(term: Term, now: datetime) -> str:
    """What is left of it, or how it ended; "" of what has no deadline."""
    if term.deadline is None:
        return ""
    early = term.closed and term.planned and term.closed < (term.extended or term.planned)
    return "已提前截止" if early and term.over(now) else left(term.deadline, now)


def _days(moment: datetime, now: datetime) -> int:
    """From today to its last day; less than none once it is over."""
    if moment <= now:
        return -1
    return (day_and_hour(moment)[0] - now.astimezone(BEIJING).date()).days


def _soon(days: int, ends: str) -> str:
    return {-1: f"已{ends}", 0: f"今天{ends}", 1: f"明天{ends}"}.get(days, "")
