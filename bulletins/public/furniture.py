"""What stands around every public page: the site's own words, its columns."""

from typing import Any

from django.conf import settings
from django.http import HttpRequest
from django.utils.functional import SimpleLazyObject

from bulletins.models import Column, SiteSettings


def furniture(request: HttpRequest) -> dict[str, Any]:
    """For templates; read only where a page asks for it (two queries)."""
    return {
        "site": SimpleLazyObject(site_settings),
        "site_url": settings.SITE_URL,
        "menu": SimpleLazyObject(menu),
    }


def site_settings() -> SiteSettings:
    """The office's words, or those of a site that nobody has set up yet."""
    return SiteSettings.objects.first() or SiteSettings(name="兰台")


def menu() -> list[Column]:
    """The columns at the top, in their order."""
    return list(Column.objects.filter(parent=None, active=True))
