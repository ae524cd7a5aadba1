"""Regions within a year, by what each said last in it; and one region's two years."""

from datetime import datetime
from typing import Any

from bulletins.public.comparing.asking import (
    UNREADABLE,
    Asked,
    complaint_of_regions,
    complaint_of_years,
)
from bulletins.public.comparing.choosing import Choice, choices
from bulletins.public.comparing.result import Result
from bulletins.public.comparing.start import start
from bulletins.public.comparing.table import side_by_side, with_gaps
from bulletins.public.comparing.voices import Voice, names_of, newest_in, read_voices
from bulletins.public.comparing.years import steps

UNKNOWN = "没有找到选中的地区。请重新选择。"


def one_year(found: Asked, now: datetime) -> Result:
    problem = complaint_of_regions(found)
    if problem:
        return start(found, now, problem)
    year = found.years[0]
    voices = newest_in(year, found.regions, now)
    if len(voices) < 2:
        return start(found._replace(regions=()), now, UNKNOWN)
    rows = side_by_side(voices)
    said = {"year": year, "voices": voices, "rows": rows, "gaps": with_gaps(rows)}
    spoke = [voice.name for voice in voices if voice.number]
    said["problem"] = _odd(found)
    return Result("side", said, f"{year}年 {'、'.join(spoke)} 比较" if spoke else "")


def two_years(found: Asked, now: datetime) -> Result:
    problem = complaint_of_years(found)
    if problem:
        return start(found, now, problem)
    (code,) = found.regions
    name = names_of([code]).get(code)
    if name is None:
        return start(found._replace(regions=()), now, UNKNOWN)
    chosen = choices(found, now)
    old, new = _voices(code, name, chosen)
    said: dict[str, Any] = {"region": code, "name": name, "choices": chosen}
    said["problem"] = _odd(found)
    said |= {"old": old, "new": new, "steps": steps(old, new) if old.number and new.number else []}
    both = old.number and new.number
    return Result("years", said, f"{name} {found.years[0]}年与{found.years[1]}年" if both else "")


def _voices(code: str, name: str, chosen: tuple[Choice, Choice]) -> list[Voice]:
    """Each year's; two queries a year."""
    found = []
    for one in chosen:
        read = read_voices({code: one.chosen.edition}) if one.chosen else {}
        found.append(read.get(code) or Voice(code, name))
    return found


def _odd(found: Asked) -> str:
    return UNREADABLE if found.odd else ""
