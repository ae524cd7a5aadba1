"""Every address of the site starts here."""

from django.contrib import admin
from django.urls import include, path

handler400 = "bulletins.public.failing.refused_request"
handler403 = "bulletins.public.failing.forbidden_page"
handler404 = "bulletins.public.failing.missing_page"
handler500 = "bulletins.public.failing.failed_page"
urlpatterns = [
    path("admin/", admin.site.urls),
    path("", include("bulletins.public.urls")),
]
