"""纠错: telling of an error, and what became of it. No account, no cookie, no script.

Of what a reader writes nothing is ever shown again, to her or to whoever has the receipt.
"""

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils.encoding import iri_to_uri
from django.utils.timezone import now
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods, require_safe

from bulletins.models import ErrorReport
from bulletins.public.failing import HEADERS
from bulletins.public.furniture import furniture
from bulletins.public.pages import page
from bulletins.public.report_form import DISCREET, ReportForm, asked_about, number_in
from bulletins.public.throttling import Limit, wait
from bulletins.reporting import Subject, receive, subject_at, subject_of
from bulletins.reporting.receipts import read_receipt
from bulletins.reporting.receiving import sent_before
from bulletins.reporting.subject import LONGEST
from bulletins.reporting.withholding import is_withheld

SENT = Limit("report", each=10, wide=60, all=3000)
MISSED = Limit("receipt", each=30)
LARGEST = 200_000  # bytes: ten times what the fields may hold
TOO_LARGE = "您写的内容太长，没有提交：请按“后退”回到刚才的页面，写得短些再提交"
TOO_OFTEN = "这一小时收到的纠错太多，暂时不能再提交：您写的都在下面，请 {} 分钟后再按“提交”"
TOO_MANY_LOOKS = "这一小时查询的次数太多，请 {} 分钟后再查"
UNKNOWN = "没有找到这个回执号：请核对，样子如 JC-2026-7Q4K-9F2M"


# There is no session to be abused; the form proves itself (report_form).
@csrf_exempt
@require_http_methods(["GET", "HEAD", "POST"])
def new_page(request: HttpRequest) -> HttpResponse:
    """GET asks; POST takes the report and leads to its receipt, or says why not."""
    length = str(request.META.get("CONTENT_LENGTH") or 0)
    if length.isdecimal() and int(length) > LARGEST:
        return _said(request, "public/report_too_large.html", {"sentence": TOO_LARGE}, 413)
    subject = asked_about(request)
    if subject is None and request.method != "POST":
        subject = _at_path(request)
    form = ReportForm(request, subject if subject and subject.edition else None)
    if not form.is_valid():
        return _asked(request, form, subject, 422 if form.is_bound else 200)
    about, said, secret = form.about(), form.said(), form.secret
    report = sent_before(about, said)
    if report is None and SENT.passed(request):
        form.add_error(None, TOO_OFTEN.format(_minutes()))
        return _asked(request, form, subject, 429)
    report = report or receive(about, said, form=secret)
    return HttpResponse(status=303, headers={**HEADERS, "Location": _address(report)})


@require_safe
def receipt_page(request: HttpRequest, receipt: str) -> HttpResponse:
    """What became of it, and the public answer; over the limit no number is looked for."""
    if MISSED.is_spent(request):
        return _looked(request, TOO_MANY_LOOKS.format(_minutes()), 429)
    report = (
        ErrorReport.objects.filter(receipt=receipt)
        .select_related("edition__article", "article")
        .first()
    )
    if report is None:
        MISSED.passed(request)
        raise Http404
    subject = _subject_now(report)
    said = {"report": report, "subject": subject, "at": now(), "withheld": is_withheld(report)}
    return _said(request, "public/report.html", said)


@require_safe
def find_page(request: HttpRequest) -> HttpResponse:
    """Where a receipt is typed that was written down or told by telephone."""
    typed = request.GET.get("receipt", "")
    if typed and MISSED.is_spent(request):
        return _looked(request, TOO_MANY_LOOKS.format(_minutes()), 429)
    receipt = read_receipt(typed)
    if ErrorReport.objects.filter(receipt=receipt).exists() if receipt else False:
        return HttpResponseRedirect(reverse("report", args=[receipt]), headers=HEADERS)
    if typed:
        MISSED.passed(request)
    return _looked(request, UNKNOWN if typed else "", 404 if typed else 200)


def _asked(
    request: HttpRequest, form: ReportForm, subject: Subject | None, status: int
) -> HttpResponse:
    place = iri_to_uri(subject.place) if subject and not subject.edition else ""
    said = {"form": form, "subject": form.subject, "secret": form.again()}
    said |= {"place": form.data.get("place", "") if form.is_bound else place, "discreet": DISCREET}
    return _said(request, "public/report_new.html", said, status)


def _looked(request: HttpRequest, problem: str, status: int) -> HttpResponse:
    typed = request.GET.get("receipt", "")[:40]
    return _said(request, "public/report_find.html", {"typed": typed, "problem": problem}, status)


def _said(
    request: HttpRequest, template: str, said: dict[str, Any], status: int = 200
) -> HttpResponse:
    later = {"Retry-After": str(wait())} if status == 429 else {}
    return page(request, template, furniture(), said, status=status, headers=HEADERS | later)


def _at_path(request: HttpRequest) -> Subject | None:
    """The page from which she comes, as our own links name it."""
    path = request.GET.get("path", "")
    if not path.startswith("/") and (number := number_in(request)):
        path = f"/articles/{number}/"
    return subject_at(path) if path.startswith("/") and len(path) <= LONGEST else None


def _subject_now(report: ErrorReport) -> Subject:
    """As readers may have it now: of what is public no more neither title nor heading is told."""
    number = report.edition.article.number if report.edition else None
    found = subject_of(number, report.key) if number else None
    return found or Subject(place="")


def _address(report: ErrorReport) -> str:
    return reverse("report", args=[report.receipt])


def _minutes() -> int:
    return wait() // 60 + 1
