"""Columns, tags and the archive of everything."""

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.views.decorators.http import require_safe
from taggit.models import Tag

from bulletins.listing import ALL, column_list, counts, tag_list
from bulletins.models import Column
from bulletins.public.listed import page_of
from bulletins.public.showing import ABOVE, breadcrumb


@require_safe
def column_page(request: HttpRequest, slug: str, **which: Any) -> HttpResponse:
    """A column with what lies below it."""
    above = [name.removeprefix("column__") for name in ABOVE[1:]]
    column = get_object_or_404(Column.objects.select_related(*above), slug=slug)
    context = {
        "column": column,
        "crumbs": breadcrumb(column),
        "children": list(column.children.filter(active=True)),
        "page": page_of(column_list(slug), **which),
        "kind": "column",
        "key": slug,
    }
    return render(request, "public/column.html", context)


@require_safe
def tag_page(request: HttpRequest, slug: str, **which: Any) -> HttpResponse:
    """Everything under one tag; a tag that nothing public bears does not exist."""
    tag = get_object_or_404(Tag, slug=slug)
    name = tag_list(tag.slug)
    held = counts([name])[name]
    if not held:
        raise Http404
    context = {"tag": tag, "page": page_of(name, **which), "kind": "tag", "key": slug, "held": held}
    return render(request, "public/tag.html", context)


@require_safe
def archive_page(request: HttpRequest, **which: Any) -> HttpResponse:
    """Everything, by month."""
    context = {"page": page_of(ALL, **which), "kind": "archive", "key": ""}
    return render(request, "public/archive.html", context)
