"""Addresses in the answers: whole, by ``SITE_URL``, whatever host was asked."""

from urllib.parse import quote

from django.conf import settings
from django.utils.http import urlencode

ROOT = "/api/v1/"


def of_api(place: str, **asked: str | int) -> str:
    """place: what follows /api/v1/; asked: behind the question mark."""
    query = f"?{urlencode(asked)}" if asked else ""
    return f"{settings.SITE_URL}{ROOT}{quote(place)}{query}"


def of_page(path: str) -> str:
    """path: of a page of ours, from its first slash."""
    return settings.SITE_URL + quote(path)


def of_file(number: int, sha256: str) -> str:
    return f"{settings.SITE_URL}/articles/{number}/files/{sha256}"
