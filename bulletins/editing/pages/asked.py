"""检索情况: what readers look for, what they do not find, and what can be done about it."""

from tempfile import SpooledTemporaryFile

from django.contrib import admin, messages
from django.http import FileResponse, Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST, require_safe

from bulletins.editing.asking import number_in, scope_in, who
from bulletins.permissions import Refused
from bulletins.permissions.keepers import keeps_search
from bulletins.search.log.forgetting import forget_query
from bulletins.search.log.reporting import SPANS, Report, report_of
from bulletins.search.query.reading import read
from bulletins.spreadsheets import WRITERS, Spreadsheet
from bulletins.workflow.lexicon import add_synonym

HEADS = ("查的词", "次数", "没查到的次数", "同义词")
MOST_IN_FILE = 50_000
SEVERAL = "读者打了几个词，或写的是条件，没有加：同义词一次说一个词，请把左边的框改成其中一个再加"


@never_cache
@require_safe
def report_page(request: HttpRequest) -> HttpResponse:
    """What is looked for most, and most in vain, over 7, 30 or 90 days."""
    context = {
        **admin.site.each_context(request),
        "title": "检索情况",
        "report": _report(request, most=50),
        "spans": SPANS,
    }
    return TemplateResponse(request, "editing/asked.html", context)


def report_file(request: HttpRequest, kind: str) -> FileResponse:
    """The whole of it as .xlsx or .csv, by frequency."""
    report = _report(request, most=MOST_IN_FILE)
    rows = ((one.said, one.times, one.in_vain, "、".join(one.also)) for one in report.popular)
    file = SpooledTemporaryFile(1024 * 1024)  # noqa: SIM115  the response closes it
    WRITERS[kind](Spreadsheet("检索情况", HEADS, rows), file)
    file.seek(0)
    name = f"检索情况 近 {report.days} 天 {timezone.localdate():%Y-%m-%d}.{kind}"
    return FileResponse(file, as_attachment=True, filename=name)


@require_POST
def add_as_synonym(request: HttpRequest) -> HttpResponse:
    """What was looked for comes to mean something that is found."""
    word, means = (request.POST.get(name, "")[:100].strip() for name in ("word", "means"))
    _require_keeper(request)
    if len(read(word).words) != 1:
        messages.error(request, SEVERAL)
        return _back(request)
    try:
        entry = add_synonym(word, means, by=who(request))
        messages.success(request, f"词库里有了“{entry}”，现在起查其中一个，别的也找到")
    except Refused as refusal:
        messages.error(request, str(refusal))
    return _back(request)


@require_POST
def forget(request: HttpRequest) -> HttpResponse:
    """One thing that was asked, of all days."""
    _require_keeper(request)
    if forget_query(request.POST.get("folded", "")[:100].replace("\0", ""), by=who(request)):
        messages.success(request, "这一条检索记录已删去")
    return _back(request)


def _report(request: HttpRequest, *, most: int) -> Report:
    _require_keeper(request)
    days = number_in(request.GET.get("days", "")) or 0
    return report_of(
        scope_in(request), timezone.now(), days if days in SPANS else SPANS[1], most=most
    )


def _require_keeper(request: HttpRequest) -> None:
    if not keeps_search(scope_in(request)):
        raise Http404


def _back(request: HttpRequest) -> HttpResponse:
    days = number_in(request.POST.get("days", "")) or 0
    address = reverse("admin:bulletins_askedquery_changelist")
    return HttpResponseRedirect(f"{address}?days={days}" if days in SPANS else address)
