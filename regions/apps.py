"""The regions app: the divisions of China, their names, and the ones an office adds itself."""

from django.apps import AppConfig


class RegionsConfig(AppConfig):
    """地区 (GB/T 2260)."""

    name = "regions"
    verbose_name = "地区"
    default_auto_field = "django.db.models.BigAutoField"
