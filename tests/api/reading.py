"""Asking the API, and reading what it says."""

from collections.abc import Iterator
from typing import Any

from django.test import Client

ROOT = "/api/v1/"
SITE = "http://testserver"


def asked(client: Client, place: str, status: int = 200) -> Any:
    """place: behind /api/v1/, or a whole address that the API gave."""
    address = place.removeprefix(SITE) if place.startswith(SITE) else ROOT + place
    said = client.get(address)
    assert said.status_code == status, said.content.decode()
    return said.json()


def every(client: Client, place: str) -> Iterator[Any]:
    """All items of a list, page by page."""
    page = {"next": place}
    while page["next"]:
        page = asked(client, page["next"])
        yield from page["items"]
