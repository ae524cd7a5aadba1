"""网站设置: one row, kept by administrators, with the front page as it would be."""

from typing import Any

from django.contrib import admin
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import URLPattern, path
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST

from bulletins.editing.admin.granted import GrantedAdmin
from bulletins.editing.asking import who
from bulletins.editing.forms.plain import without_colons
from bulletins.editing.forms.site import TEXTS, SiteForm
from bulletins.editing.site_preview import preview_of
from bulletins.models import SiteSettings
from bulletins.models.home import BLOCKS, COUNTED
from bulletins.workflow.columns import move_column
from bulletins.workflow.site import save_site

FIELDS = {
    "网站": ("name", "description", "keywords", "office", "contact", "manager"),
    "标志和颜色": ("logo_file", "no_logo", "accent", "accent_dark"),
    "页脚": (
        *("copyright", "icp", "police", "code", "education"),
        *("mark_file", "no_mark", "mark_address", "fault_address"),
    ),
    "阅读": ("elder", "mourning_from", "mourning_until"),
    "文字": TEXTS,
}
HINTS = {
    "首页": "顺序写 1、2、3……；不写的块不显示。改好以后先点“预览首页”看一看。",
    "栏目顺序": "数字小的在前；菜单、首页和站点地图都按这个顺序。",
    "文字": "空一行分段。不写的，用系统的说明。",
    "阅读": "哀悼日期间，全站公开页面为灰色，按北京时间零点开始和结束。",
}


@admin.register(SiteSettings)
class SiteSettingsAdmin(GrantedAdmin):
    form = SiteForm
    change_form_template = "editing/site.html"

    def get_urls(self) -> list[URLPattern]:
        view = self.admin_site.admin_view(require_POST(never_cache(self.preview)))
        return [
            path("preview/", view, name="bulletins_sitesettings_preview"),
            *super().get_urls(),
        ]

    def has_add_permission(self, request: HttpRequest) -> bool:
        return super().has_add_permission(request) and not SiteSettings.objects.exists()

    def get_form(
        self, request: HttpRequest, obj: Any = None, change: bool = False, **options: Any
    ) -> Any:
        """Fields that are made for each block and column are not the model's."""
        fields = [name for names in FIELDS.values() for name in names]
        return super().get_form(request, obj, change=change, **{**options, "fields": fields})

    def get_fieldsets(self, request: HttpRequest, obj: Any = None) -> Any:
        form = self.get_form(request, obj)(instance=obj)
        blocks = [
            (f"place_{name}", f"most_{name}") if name in COUNTED else (f"place_{name}",)
            for name in BLOCKS
        ]
        groups = {**FIELDS, "首页": tuple(blocks), "栏目顺序": tuple(form.columns)}
        return [
            (name, {"fields": fields, "description": HINTS.get(name, "")})
            for name, fields in groups.items()
            if fields
        ]

    def save_model(self, request: HttpRequest, obj: SiteSettings, form: Any, change: bool) -> None:
        save_site(obj, by=who(request), pictures=form.pictures)
        for column in form.moved_columns():
            move_column(column, column.position, by=who(request))

    def preview(self, request: HttpRequest) -> HttpResponse:
        """The front page with what is typed; nothing is stored by looking."""
        if not self.has_change_permission(request):
            raise Http404
        site = SiteSettings.objects.first() or SiteSettings(pk=1)
        form = without_colons(SiteForm)(request.POST, request.FILES, instance=site)
        if form.is_valid():
            return preview_of(request, form)
        said = {**self.admin_site.each_context(request), "title": "还不能预览", "form": form}
        return render(request, "editing/site_refused.html", said, status=422)
