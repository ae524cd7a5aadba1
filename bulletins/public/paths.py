"""Paths of public pages. They are fixed for good (docs/addresses.md), so each is spelt once."""

from functools import lru_cache

from django.conf import settings
from django.urls import reverse


@lru_cache(maxsize=8192)
def path_of(name: str, *keys: str | int) -> str:
    """Of the page of that name; keys: what its address holds, in order."""
    return reverse(name, args=keys)


def file_address(number: int, query: str, sha256: str, *, name: str = "file") -> str:
    """Of a file of an article, or of its text, as it stood (``Sight.query``)."""
    return reverse(name, args=[number, sha256]) + query


def article_address(number: int | None) -> str:
    """Whole, as it stands outside of the site."""
    return f"{settings.SITE_URL}/articles/{number}/"
