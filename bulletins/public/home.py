"""The front page: the newest bulletin in full dress, the columns, the regions."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from bulletins.listing import ALL, column_list
from bulletins.models import Column
from bulletins.public.listed import page_of
from bulletins.public.regions import counted
from regions.models import Region

MOST_COLUMNS = 8
EACH = 6


@require_safe
def home_page(request: HttpRequest) -> HttpResponse:
    """Three queries for each column at the top, however much was ever published."""
    columns = Column.objects.filter(parent=None, active=True)[:MOST_COLUMNS]
    sections = [(column, page_of(column_list(column.slug)).editions[:EACH]) for column in columns]
    provinces = Region.objects.filter(level="province").current()
    newest = page_of(ALL).editions
    context = {
        "newest": newest[0] if newest else None,
        "sections": [pair for pair in sections if pair[1]],
        "regions": [pair for pair in counted(provinces) if pair[1]],
    }
    return render(request, "public/home.html", context)
