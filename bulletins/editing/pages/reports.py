"""One report: what its reader says, where it is, and the verbs with which it is answered."""

from collections.abc import Callable, Mapping
from typing import Any

from django import forms
from django.contrib import admin, messages
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.template.response import TemplateResponse
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from accounts.models import User
from bulletins import reporting
from bulletins.editing.asking import number_in, scope_in, who
from bulletins.editing.forms.reports import AnswerForm, DismissForm, SeenForm
from bulletins.models import Edition, ErrorReport
from bulletins.permissions import Hidden, Refused
from bulletins.reporting.forgetting import KEPT_DAYS
from bulletins.reporting.rights import visible_reports
from bulletins.reporting.urgency import urgency_of


def _answer(report: ErrorReport, said: Mapping[str, Any], by: User) -> str:
    reporting.answer(report, said["answer"], seen=said["seen"], by=by)
    return "已答复，读者凭回执号可以看到"


def _dismiss(report: ErrorReport, said: Mapping[str, Any], by: User) -> str:
    reporting.dismiss(report, said["reason"], seen=said["seen"], by=by)
    return "已记为不受理"


def _take_up(report: ErrorReport, said: Mapping[str, Any], by: User) -> str:
    reporting.take_up(report, seen=said["seen"], by=by)
    return "已开始处理，读者看到的状态是“处理中”"


def _empty(report: ErrorReport, said: Mapping[str, Any], by: User) -> str:
    reporting.empty(report, seen=said["seen"], by=by)
    return "已删去读者的原文和联系方式"


Act = Callable[[ErrorReport, Mapping[str, Any], User], str]
ACTS: dict[str, tuple[type[SeenForm], Act]] = {
    "answer": (AnswerForm, _answer),
    "dismiss": (DismissForm, _dismiss),
    "take_up": (SeenForm, _take_up),
    "empty": (SeenForm, _empty),
}


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def report_page(request: HttpRequest, pk: str) -> HttpResponse:
    """POST takes the verb named by its button, or says why not and keeps what was typed."""
    report = _report_or_404(request, pk)
    if request.method != "POST":
        return _shown(request, report)
    name = request.POST.get("do", "")
    if name not in ACTS:
        raise Http404
    made, act = ACTS[name]
    form = made(request.POST, report=report)
    if not form.is_valid():
        return _shown(request, report, {name: form})
    try:
        messages.success(request, act(report, form.cleaned_data, who(request)))
    except Hidden:
        raise Http404 from None
    except Refused as refusal:
        form.add_error(None, str(refusal))
        return _shown(request, _report_or_404(request, pk), {name: form}, status=409)
    return HttpResponseRedirect(request.path)


def _report_or_404(request: HttpRequest, pk: str) -> ErrorReport:
    seen = ErrorReport.objects.filter(visible_reports(scope_in(request)))
    related = ("edition__article", "edition__column", "taken_up_by", "answered_by", "region")
    found = seen.filter(pk=number_in(pk) or 0).select_related(*related).first()
    if found is None:
        raise Http404
    return found


def _shown(
    request: HttpRequest,
    report: ErrorReport,
    sent: Mapping[str, forms.Form] | None = None,
    status: int = 200,
) -> HttpResponse:
    asked = {"answer": AnswerForm, "dismiss": DismissForm}
    unsent = {name: form(None, report=report) for name, form in asked.items()}
    told = [error for form in (sent or {}).values() for error in form.non_field_errors()]
    context = {
        **admin.site.each_context(request),
        "title": f"纠错 {report}",
        "report": report,
        "live": _live(report),
        "urgency": urgency_of(report, timezone.now()),
        "forms": unsent | dict(sent or {}),
        "refusals": told,
        "kept_days": KEPT_DAYS,
    }
    return TemplateResponse(request, "editing/report.html", context, status=status)


def _live(report: ErrorReport) -> Edition | None:
    """What readers see of the article now."""
    if report.edition is None:
        return None
    live = Edition.objects.live().filter(article=report.edition.article_id)
    return live.defer("rendered", "rendered_facts").first()
