"""Rows of lists against the editions they were written from, and counts against the rows."""

from collections.abc import Collection, Iterable, Iterator
from typing import Any

from django.db.models import Q
from django.utils import timezone

from bulletins.listing.counting import miscounted
from bulletins.listing.names import Places
from bulletins.listing.writing import made_anew
from bulletins.models import Edition, Listing, State
from bulletins.proving.unproved import Unproved

SAID = {
    "number": "编号",
    "title": "标题",
    "regions": "地区",
    "summary": "摘要",
    "link": "链接",
    "first_published_at": "日期",
    "live_from": "起始",
    "live_until": "结束",
    "pinned_until": "置顶",
    "archived_at": "归档",
    "deadline": "截止",
}
ADVICE = "：请查是谁改的，再运行 manage.py rebuild_lists"
OTHER = "列表 {} 里的{}与签发的不同" + ADVICE
MISSING = "列表 {} 里没有，应当有" + ADVICE
LEFT_OVER = "列表 {} 里还有，不应当有" + ADVICE
MISCOUNTED = "列表 {} 的篇数是 {}，实际 {}" + ADVICE
OUT = ~Q(edition__state=State.RELEASED) | Q(edition__article__erased_at__isnull=False)

Found = dict[tuple[int, str], Listing]


def list_faults(editions: Collection[int], places: Places) -> Iterator[Unproved]:
    """Of these, by primary key; of each kind of fault one, which names one list."""
    wanted = _by_place(made_anew(Edition.objects.filter(pk__in=editions), places))
    kept = _by_place(Listing.objects.filter(edition__in=editions))
    found: dict[tuple[int, int, str], Unproved] = {}
    for (edition, name), row in sorted({**kept, **wanted}.items(), key=lambda one: one[0]):
        for sentence, said in _wrong(kept.get((edition, name)), wanted.get((edition, name))):
            known = edition, row.number, f"{sentence}{said}"
            found.setdefault(known, Unproved(row.number, sentence.format(name, said)))
    yield from found.values()


def left_over() -> Iterator[Unproved]:
    """Rows of what is not released, or was erased."""
    for row in Listing.objects.filter(OUT).order_by("pk").iterator():
        yield Unproved(row.number, LEFT_OVER.format(row.list))


def count_faults() -> Iterator[Unproved]:
    """Of every list. Asked twice: it may be written in that moment."""
    suspects = [name for name, *_ in miscounted(timezone.now())]
    if suspects:
        for name, says, holds in miscounted(timezone.now()):
            if name in suspects:
                yield Unproved(0, MISCOUNTED.format(name, says, holds))


def _by_place(rows: Iterable[Listing]) -> Found:
    return {(row.edition_id, row.list): row for row in rows}


def _wrong(kept: Listing | None, wanted: Listing | None) -> Iterator[tuple[str, str]]:
    if kept is None or wanted is None:
        yield (LEFT_OVER if kept else MISSING), ""
        return
    differing = [said for name, said in SAID.items() if _of(kept, name) != _of(wanted, name)]
    if differing:
        yield OTHER, "、".join(differing)


def _of(row: Listing, name: str) -> Any:
    return getattr(row, name)
