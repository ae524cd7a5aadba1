"""The admin site: Django's, in our words, and with the desk for a front page."""

from typing import Any, cast

from django.contrib import admin
from django.contrib.auth.views import PasswordChangeView
from django.http import Http404, HttpRequest, HttpResponse
from django.template.response import TemplateResponse
from django.urls import URLPattern, URLResolver, path, reverse
from django.utils import timezone

from bulletins.editing.asking import scope_in
from bulletins.editing.desk import (
    alarms_of,
    calendar_of,
    desk_of,
    freshness_of,
    links_of,
    reports_of,
    ways_of,
)
from bulletins.editing.forms.passwords import OwnPasswordForm
from bulletins.editing.forms.plain import SignInForm
from bulletins.editing.pages import me


class LantaiSite(admin.AdminSite):
    """What a person sees on it is decided page by page, by what she was granted."""

    site_title = "兰台"
    site_header = "兰台 · 信息发布"
    index_title = "工作台"
    site_url = "/"
    enable_nav_sidebar = False
    index_template = "editing/desk.html"
    login_form = SignInForm

    def __init__(self, name: str = "admin") -> None:
        super().__init__(name)
        self.disable_action("delete_selected")

    def index(
        self, request: HttpRequest, extra_context: dict[str, Any] | None = None
    ) -> TemplateResponse:
        desk = {
            "desk": desk_of(request),
            "alarms": alarms_of(scope_in(request)),
            "reports": reports_of(scope_in(request), timezone.now()),
            "fresh": freshness_of(scope_in(request), timezone.now()),
            "month": calendar_of(request),
            "links": links_of(request),
        }
        return super().index(request, desk | (extra_context or {}))

    def password_change(
        self, request: HttpRequest, extra_context: dict[str, Any] | None = None
    ) -> TemplateResponse:
        """Django's page, with a form that says in the audit chain what it did."""
        view = PasswordChangeView.as_view(
            form_class=OwnPasswordForm,
            success_url=reverse("admin:password_change_done"),
            extra_context=self.each_context(request) | (extra_context or {}),
        )
        return cast(TemplateResponse, view(request))

    def autocomplete_view(self, request: HttpRequest) -> HttpResponse:
        """No form of ours asks it, and it would answer about every list that can be searched."""
        raise Http404

    def get_urls(self) -> list[URLPattern | URLResolver]:
        mine = path("me/", self.admin_view(me.me_page), name="me")
        return [mine, *super().get_urls()]

    def each_context(self, request: HttpRequest) -> dict[str, Any]:
        context = super().each_context(request)
        return {**context, "ways": ways_of(request) if context["has_permission"] else []}
