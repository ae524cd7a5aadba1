from django.apps import AppConfig


class PublicConfig(AppConfig):
    name = "bulletins.public"
    label = "public"
    verbose_name = "公开页面"
