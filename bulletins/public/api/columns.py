"""栏目, each with how much is public of it."""

from typing import Any

from django.http import Http404

from bulletins.listing import column_list, counts
from bulletins.models import Column
from bulletins.public.api.addresses import of_api, of_page
from bulletins.public.furniture import furniture


def columns() -> dict[str, Any]:
    """In menu order, in three queries."""
    found = list(furniture().columns.values())
    held = counts([column_list(one.slug) for one in found])
    return {"items": [_column(one, held[column_list(one.slug)]) for one in found]}


def column(slug: str) -> dict[str, Any]:
    """Raises Http404."""
    found = require_column(slug)
    name = column_list(slug)
    return _column(found, counts([name])[name])


def require_column(slug: str) -> Column:
    """Raises Http404 where there is none."""
    found = furniture().column(slug)
    if found is None:
        raise Http404
    return found


def _column(one: Column, held: int) -> dict[str, Any]:
    return {
        "slug": one.slug,
        "name": one.name,
        "kind": one.kind,
        "parent": one.parent.slug if one.parent else None,
        "description": one.description,
        "active": one.active,
        "merged_into": one.target.slug if one.merged_into else None,
        "articles": held,
        "address": of_page(f"/columns/{one.slug}/"),
        "api": of_api(f"columns/{one.slug}"),
    }
