"""Every address of the site starts here."""

from django.contrib import admin
from django.urls import path
from django.views.generic import TemplateView

admin.site.site_title = "兰台"
admin.site.site_header = "兰台 · 信息发布"
admin.site.index_title = "工作台"
admin.site.site_url = "/"

urlpatterns = [
    path("", TemplateView.as_view(template_name="home.html"), name="home"),
    path("admin/", admin.site.urls),
]
