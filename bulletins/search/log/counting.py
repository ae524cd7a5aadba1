"""The lines that questions left are counted in the database, and are gone.

What is in a file when the machine stops in the middle of this is lost, never counted twice.
"""

from collections import Counter
from collections.abc import Iterator
from contextlib import suppress
from datetime import UTC, date, datetime
from pathlib import Path
from typing import NamedTuple
from uuid import uuid4

from django.db import transaction
from django.db.models import F

from accounts.locks import one_at_a_time
from bulletins.document.folding import fold
from bulletins.models import AskedQuery
from bulletins.models.asked import LONGEST_ASKED
from bulletins.search.log.noting import folder

MOST_A_DAY = 1_000  # different things; a flood of nonsense does not fill the database


class Asked(NamedTuple):
    day: date
    said: str
    found: bool


def count_asked() -> Iterator[datetime]:
    """Yields since when each file waited."""
    with suppress(FileNotFoundError):
        (folder() / "new").rename(folder() / f"{uuid4().hex}.taken")
    for file in sorted(folder().glob("*.taken")):
        if since := _counted(file):
            yield since


@transaction.atomic
def _counted(file: Path) -> datetime | None:
    """None where another runner was faster."""
    one_at_a_time("asked")
    try:
        since, text = file.stat().st_mtime, file.read_text(encoding="utf-8", errors="replace")
        file.unlink()
    except FileNotFoundError:
        return None
    by_day: dict[date, list[Asked]] = {}
    for asked in filter(None, map(_read, text.split("\n"))):
        by_day.setdefault(asked.day, []).append(asked)
    for day, asked_then in by_day.items():
        _add(day, asked_then)
    return datetime.fromtimestamp(since, tz=UTC)


def _read(line: str) -> Asked | None:
    """None of a line that is broken."""
    day, _, rest = line.partition("\t")
    found, _, said = rest.partition("\t")
    try:
        return Asked(date.fromisoformat(day), said[:LONGEST_ASKED], found == "1")
    except ValueError:
        return None


def _add(day: date, asked: list[Asked]) -> None:
    """What is counted already goes on; of what is new that day, the most frequent first."""
    said = {fold(one.said): one.said for one in asked}
    times = Counter(fold(one.said) for one in asked)
    in_vain = Counter(fold(one.said) for one in asked if not one.found)
    rows = AskedQuery.objects.filter(day=day)
    known = set(rows.values_list("folded", flat=True))
    for folded in times.keys() & known:
        more = {"times": F("times") + times[folded], "in_vain": F("in_vain") + in_vain[folded]}
        rows.filter(folded=folded).update(**more)
    new = [folded for folded, _ in times.most_common() if folded and folded not in known]
    AskedQuery.objects.bulk_create(
        AskedQuery(day=day, folded=one, said=said[one], times=times[one], in_vain=in_vain[one])
        for one in new[: max(0, MOST_A_DAY - len(known))]
    )
