"""The admin site: Django's, in our words, and with the desk for a front page."""

from typing import Any

from django.contrib import admin
from django.http import HttpRequest
from django.template.response import TemplateResponse

from bulletins.editing.desk import desk_of
from bulletins.editing.forms.plain import SignInForm


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
        return super().index(request, {"desk": desk_of(request)} | (extra_context or {}))
