"""The public record of an article: what was published when, how, and the proof of every text."""

import json
from collections import defaultdict
from collections.abc import Iterable
from datetime import UTC, datetime
from typing import Any

from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from bulletins.document.canonical import canonical
from bulletins.document.record import FORMAT
from bulletins.drafting import document_of, region_names_of, whole_editions
from bulletins.models import Article, Decision, Edition, Review, Role
from bulletins.models.prepared import one_row
from bulletins.public.backdatings import backdatings
from bulletins.public.live import live_row
from bulletins.public.past import Begun, Past, past_of
from bulletins.public.paths import article_address

Approvals = dict[int, list[dict[str, str]]]


@require_safe
def record_file(request: HttpRequest, number: int) -> HttpResponse:
    """As ``docs/records.md`` describes it, for people and programs that want to check."""
    live = live_row(number)
    said = json.dumps(record_of(live, past_of(live)), ensure_ascii=False, indent=1)
    return HttpResponse(said, "application/json", headers={"X-Robots-Tag": "noindex"})


def record_of(live: Edition, past: Past) -> dict[str, Any]:
    """Everything that ``docs/records.md`` lists."""
    article: Article = live.article
    begun = [one.pk for one in past.editions]
    rows = whole_editions(begun)
    approvals = _approvals(article.pk, rows.values())
    return {
        "format": FORMAT,
        "article": article.number,
        "address": article_address(article.number),
        "first_published_at": _told(article.first_published_at),
        "backdated": [
            {"at": _told(one.at), "was": _told(one.was), "to": _told(one.to), "reason": one.reason}
            for one in backdatings(article)
        ],
        "withdrawals": [
            {"at": _told(one.at), "reason": one.reason_in_words} for one in past.withdrawals
        ],
        "editions": [_edition(one, rows, past, approvals) for one in past.editions],
    }


def _edition(
    one: Begun, rows: dict[int, Edition], past: Past, approvals: Approvals
) -> dict[str, Any]:
    """Of one that can no longer be read the digest stands alone: without salt it tells nothing."""
    row = rows[one.pk]
    is_last = one is past.editions[-1]
    facts = {
        "number": one.number,
        "live_from": _told(one.since),
        "live_until": None if is_last else _told(one.until),
        "released_at": _told(one.released_at),
        "released_as": one.released_as,
        "restored_from": _number_of(row.restored_from_id, past),
        "stages": one.stages,
        "approvals": approvals[row.restored_from_id or one.pk],
        "digest": row.digest,
    }
    if not past.is_readable(one):
        return facts | {"withheld": past.barrier.reason if past.barrier else ""}
    content = canonical(document_of(row), region_names_of(row)).decode()
    change = {"change_kind": one.kind, "change_note": one.note}
    return facts | change | {"salt": row.salt, "content": content}


def _number_of(pk: int | None, past: Past) -> int | None:
    return next((one.number for one in past.editions if one.pk == pk), None)


def _approvals(article: int, editions: Iterable[Edition]) -> Approvals:
    """Role and time of each, as far as they count: of the round that led to the release."""
    rounds = {one.pk: one.round for one in editions}
    found: Approvals = defaultdict(list)
    for edition, number, role, at in _given(article):
        if number == rounds.get(edition):
            found[edition].append({"role": str(Role(role).label), "at": _told(at)})
    return found


@one_row
def _given(article: int) -> QuerySet[Review, tuple[int, int, str, datetime]]:
    given = Review.objects.filter(edition__article=article, decision=Decision.APPROVED)
    return given.order_by("stage").values_list("edition", "round", "role", "at")


def _told(moment: datetime | None) -> str:
    """2021-03-15T01:13:00.000000Z; "" for none."""
    return f"{moment.astimezone(UTC):%Y-%m-%dT%H:%M:%S.%fZ}" if moment else ""
