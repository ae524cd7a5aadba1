from django.apps import AppConfig
from django.contrib.admin.apps import AdminConfig


class EditingConfig(AppConfig):
    name = "bulletins.editing"
    label = "editing"
    verbose_name = "编辑"


class SiteConfig(AdminConfig):
    """Django's admin, with our site for its own."""

    default_site = "bulletins.editing.site.LantaiSite"
