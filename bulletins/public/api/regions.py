"""地区, each with how much is public of it."""

from typing import Any

from django.db.models import Q
from django.http import Http404
from django.utils import timezone

from bulletins.public.api.addresses import of_api, of_page
from bulletins.public.api.cursors import Asked
from bulletins.public.counted import held_in_region
from regions.models import Region

PRINTED = (
    *("code", "name", "short_name", "level", "parent", "also_under"),
    *("valid_from", "valid_to", "successor"),
)


def regions(asked: Asked) -> dict[str, Any]:
    """By code; of all levels, or those right below one."""
    found = Region.objects.filter(code__gt=asked.after_code()).order_by("code")
    if asked.parent:
        found = found.filter(Q(parent=asked.parent) | Q(also_under=asked.parent))
    now = timezone.now()
    rows = list(found.values_list(*PRINTED, held_in_region(now))[: asked.limit + 1])
    shown, more = rows[: asked.limit], len(rows) > asked.limit
    following = asked.next_code(shown[-1][0]) if more else None
    return {"items": [_region(row) for row in shown], "next": following}


def region(code: str) -> dict[str, Any]:
    """Raises Http404."""
    found = Region.objects.filter(pk=code).values_list(*PRINTED, held_in_region(timezone.now()))
    for row in found:
        return _region(row)
    raise Http404


def require_region(code: str) -> None:
    """Raises Http404 where there is none."""
    if not Region.objects.filter(pk=code).exists():
        raise Http404


def _region(row: tuple[Any, ...]) -> dict[str, Any]:
    code = row[0]
    said = dict(zip(PRINTED, row, strict=False))
    here = {"address": of_page(f"/regions/{code}/"), "api": of_api(f"regions/{code}")}
    return said | here | {"articles": row[-1]}
