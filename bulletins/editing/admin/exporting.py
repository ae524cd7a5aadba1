"""Any list of the admin as a file: what its filters and its search leave, in its own columns."""

from collections.abc import Iterator, Sequence
from datetime import datetime
from tempfile import SpooledTemporaryFile
from typing import TYPE_CHECKING, Any

from django.contrib import messages
from django.contrib.admin.options import IncorrectLookupParameters
from django.contrib.admin.utils import label_for_field, lookup_field
from django.http import FileResponse, Http404, HttpRequest, HttpResponseBase, HttpResponseRedirect
from django.utils import timezone

from bulletins.spreadsheets import WRITERS, Cell, Spreadsheet

if TYPE_CHECKING:
    from bulletins.editing.admin.granted import GrantedAdmin

MOST = 50_000  # rows; .xlsx ends at a million, patience earlier
IN_MEMORY = 4 * 1024 * 1024  # bytes; more goes to a temporary file
TOO_MANY = f"这个列表超过 {MOST} 条，不能一次导出：请先筛选或查找，缩小范围再导出"


def export(page: "GrantedAdmin", request: HttpRequest, kind: str) -> HttpResponseBase:
    """The file; back to the list with a sentence where it would be too long."""
    if not page.has_view_permission(request):
        raise Http404
    try:
        rows = page.get_changelist_instance(request).queryset
    except IncorrectLookupParameters:
        raise Http404 from None
    if rows.order_by()[: MOST + 1].count() > MOST:
        messages.error(request, TOO_MANY)
        return HttpResponseRedirect(f"./?{request.GET.urlencode()}")
    file = SpooledTemporaryFile(IN_MEMORY)  # noqa: SIM115  the response closes it
    WRITERS[kind](_sheet(page, rows), file)
    file.seek(0)
    name = f"{_name(page)} {timezone.localdate():%Y-%m-%d}.{kind}"
    return FileResponse(file, as_attachment=True, filename=name)


def _name(page: "GrantedAdmin") -> str:
    return page.listed_as or str(page.opts.verbose_name_plural)


def _sheet(page: "GrantedAdmin", rows: Any) -> Spreadsheet:
    names: Sequence[Any] = page.exported or page.list_display
    heads = [str(label_for_field(name, page.model, page)) for name in names]
    return Spreadsheet(_name(page), heads, _cells(page, names, rows))


def _cells(page: "GrantedAdmin", names: Sequence[Any], rows: Any) -> Iterator[list[Cell]]:
    for row in rows.iterator(chunk_size=500):
        yield [_cell(*lookup_field(name, row, page)) for name in names]


def _cell(field: Any, name: Any, value: Any) -> Cell:
    """As a person reads it: 草稿 for draft, 2021-03-15 09:13 for a moment, 是 for True."""
    if getattr(field, "flatchoices", None):
        return str(dict(field.flatchoices).get(value, value))
    if isinstance(value, datetime):
        return f"{timezone.localtime(value):%Y-%m-%d %H:%M}"
    if isinstance(value, bool):
        return "是" if value else "否"
    return value if value is None or isinstance(value, int) else str(value)
