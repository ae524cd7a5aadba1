"""导入: receive, confirm what was understood, become a draft or one region's part of a draft."""

from typing import Any

from django.contrib import admin, messages
from django.http import FileResponse, Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.template.response import TemplateResponse
from django.urls import reverse
from django.views.decorators.cache import never_cache

from bulletins.document.corrections import items
from bulletins.document.notices import Unreadable
from bulletins.document.tree import Document
from bulletins.drafting.rights import WRITERS
from bulletins.editing.asking import number_in, scope_in, who
from bulletins.editing.forms.importing import ImportForm, Line, place_notices, read_choices
from bulletins.editing.forms.new import writable_columns
from bulletins.editing.forms.regions import suggestions
from bulletins.importing import become_draft, correct, document_in, receive, understand
from bulletins.importing.reading import Understood, understand_paste
from bulletins.models import Edition, Import, State
from bulletins.permissions import Refused, visible
from bulletins.permissions.visibility import sees_whole
from regions.directory import full_names

PASTED = "粘贴的内容"


@never_cache
def import_page(request: HttpRequest) -> HttpResponse:
    """A file or a paste; what cannot be read comes back with the reason, as it was typed."""
    if not scope_in(request).anywhere(*WRITERS):
        raise Http404
    posted = request.method == "POST"
    form = ImportForm(request.POST, request.FILES) if posted else ImportForm()
    if posted and form.is_valid():
        try:
            row = _received(request, form)
            return HttpResponseRedirect(reverse("admin:bulletins_edition_confirm", args=[row.pk]))
        except (Unreadable, Refused) as problem:
            form.add_error(None, str(problem))
    context = {
        **admin.site.each_context(request),
        "title": "导入",
        "form": form,
        "unfinished": Import.objects.filter(by=who(request), edition=None)[:10],
    }
    return TemplateResponse(request, "editing/import.html", context)


def _received(request: HttpRequest, form: ImportForm) -> Import:
    said = form.cleaned_data
    if file := said["file"]:
        data = file.read()
        return receive(understand(data, file.name), data, file.name, by=who(request))
    understood: Understood = understand_paste(said["text"], said["html"])
    html = "<" in said["html"]
    original = said["html"] if html else said["text"]
    name = f"{PASTED}.{'html' if html else 'txt'}"
    return receive(understood, original.encode("utf-8", "replace"), name, by=who(request))


def own_import_or_404(request: HttpRequest, pk: int) -> Import:
    """An import is its importer's alone until it is a draft."""
    row = Import.objects.filter(pk=pk, by=who(request)).first()
    if row is None:
        raise Http404
    return row


@never_cache
def confirm_page(request: HttpRequest, pk: int) -> HttpResponse:
    """The recognised tree, every doubtful line marked; corrections before anything is a draft."""
    row = own_import_or_404(request, pk)
    if row.edition_id:
        return HttpResponseRedirect(
            reverse("admin:bulletins_edition_change", args=[row.edition_id])
        )
    document = document_in(row)
    lines = _lines(document)
    if request.method == "POST":
        choices = read_choices(lines, request.POST)
        if not any(line.error for line in lines):
            return _confirmed(request, row, choices)
    context = {
        **admin.site.each_context(request),
        "title": "核对导入内容",
        "row": row,
        "document": document,
        "whole": place_notices(lines, row.notices),
        "lines": lines,
        "doubtful": sum(bool(line.notices) for line in lines),
        "columns": writable_columns(scope_in(request)),
        "drafts": open_drafts(request)[:100],
        "region_names": suggestions(),
    }
    return TemplateResponse(request, "editing/confirm.html", context)


def _lines(document: Document) -> list[Line]:
    found = items(document)
    names = full_names({item.region for item in found if item.region})
    return [Line(item, names.get(item.region or "", "")) for item in found]


def open_drafts(request: HttpRequest) -> Any:
    """Drafts she may write in, at least in part, newest first."""
    seen = visible(who(request), scope_in(request)).filter(state=State.DRAFT)
    return seen.select_related("column").order_by("-changed_at")


def _confirmed(request: HttpRequest, row: Import, choices: dict[int, Any]) -> HttpResponse:
    """Corrections first, then what the button says."""
    here = reverse("admin:bulletins_edition_confirm", args=[row.pk])
    try:
        if choices:
            correct(row, choices, by=who(request))
        then = request.POST.get("then", "")
        if then == "draft":
            return _drafted(request, row)
        if then == "part":
            edition = number_in(request.POST.get("edition", ""))
            part = reverse("admin:bulletins_edition_import_part", args=[row.pk])
            return HttpResponseRedirect(f"{part}?edition={edition or ''}")
    except Refused as refusal:
        messages.error(request, str(refusal))
    return HttpResponseRedirect(here)


def _drafted(request: HttpRequest, row: Import) -> HttpResponse:
    chosen = request.POST.get("column", "")
    columns = {str(column.pk): column for column in writable_columns(scope_in(request))}
    if chosen not in columns:
        raise Refused("请选择要放进的栏目")
    edition: Edition = become_draft(row, column=columns[chosen], by=who(request))
    messages.success(request, f"已导入为草稿：{edition}")
    return HttpResponseRedirect(reverse("admin:bulletins_edition_change", args=[edition.pk]))


def original_file(request: HttpRequest, pk: int) -> FileResponse:
    """What came in, byte for byte; to be downloaded, never shown: it may hold anything."""
    row = Import.objects.filter(pk=pk).select_related("edition").first()
    mine = row is not None and row.by_id == who(request).pk
    if row is None or not (mine or _sees_result(request, row)):
        raise Http404
    name = row.original.name or ""
    response = FileResponse(row.original.open("rb"), as_attachment=True, filename=name)
    response["Content-Type"] = "application/octet-stream"
    response["Content-Security-Policy"] = "default-src 'none'; sandbox"
    return response


def _sees_result(request: HttpRequest, row: Import) -> bool:
    """A reviewer of the whole draft may hold the original beside it."""
    return row.edition is not None and sees_whole(scope_in(request), row.edition)
