"""纠错: the list of what readers reported, and the way to the page where it is answered."""

from typing import Any

from django.contrib import admin
from django.db.models import Q, QuerySet
from django.http import HttpRequest, HttpResponse
from django.utils import timezone

from bulletins.editing.admin.granted import GrantedAdmin
from bulletins.editing.asking import scope_in
from bulletins.editing.pages import reports
from bulletins.models import ErrorReport
from bulletins.reporting.rights import ANSWERERS, visible_reports
from bulletins.reporting.urgency import urgency_of

STATES = {
    "已收到": Q(answered_at=None, taken_up_at=None),
    "处理中": Q(answered_at=None, taken_up_at__isnull=False),
    "已答复": Q(answered_at__isnull=False, dismissal=""),
    "不受理": Q(answered_at__isnull=False) & ~Q(dismissal=""),
}


class ReportStateFilter(admin.SimpleListFilter):
    title = "状态"
    parameter_name = "state"

    def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[str, str]]:
        return [(word, word) for word in STATES]

    def queryset(
        self, request: HttpRequest, queryset: QuerySet[ErrorReport]
    ) -> QuerySet[ErrorReport]:
        return queryset.filter(STATES.get(self.value() or "", Q()))


@admin.register(ErrorReport)
class ErrorReportAdmin(GrantedAdmin):
    """Its files hold nothing that a reader wrote: they leave the house."""

    readers = ANSWERERS
    writers = ()
    listed_as = "纠错"
    list_display = (
        "shown_subject",
        "shown_term",
        "shown_state",
        "kind",
        "receipt",
        "received_at",
    )
    exported = (
        *("receipt", "shown_address", "kind", "shown_state", "received_at", "due_on"),
        *("answered_at", "dismissal"),
    )
    list_filter = (
        ReportStateFilter,
        "kind",
    )
    list_select_related = ("edition",)
    search_fields = ("=receipt",)
    search_help_text = "按回执号查找"
    sortable_by = ("received_at",)
    list_per_page = 50
    show_full_result_count = False

    def get_queryset(self, request: HttpRequest) -> QuerySet[ErrorReport]:
        found = ErrorReport.objects.filter(visible_reports(scope_in(request)))
        return found.by_urgency().defer("edition__rendered", "edition__rendered_facts")

    def has_add_permission(self, request: HttpRequest) -> bool:
        return False

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        """The page opens for whoever may see it; the verbs ask again."""
        return self.has_view_permission(request)

    def change_view(
        self,
        request: HttpRequest,
        object_id: str,
        form_url: str = "",
        extra_context: dict[str, Any] | None = None,
    ) -> HttpResponse:
        return reports.report_page(request, object_id)

    @admin.display(description="页面")
    def shown_subject(self, report: ErrorReport) -> str:
        return str(report.edition) if report.edition else report.place or "（已删去）"

    @admin.display(description="页面")
    def shown_address(self, report: ErrorReport) -> str:
        return report.place if report.edition else ""

    @admin.display(description="状态")
    def shown_state(self, report: ErrorReport) -> str:
        return report.state

    @admin.display(description="期限")
    def shown_term(self, report: ErrorReport) -> str:
        return urgency_of(report, timezone.now()).short or "—"
